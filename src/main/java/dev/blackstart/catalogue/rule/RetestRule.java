package dev.blackstart.catalogue.rule;

import dev.blackstart.catalogue.source.PlanNode;

/**
 * Drills, expectations and call trees may name the latent defects they are to prove mended; one that nobody knows here only
 * warns.
 */
public class RetestRule implements Rule {

    @Override
    public void check(PlanNode plan, PlanContext known, Diagnostics remarks) {
        plan.each("drills").forEach(drill -> defects(drill, known, remarks));
        for (ItemIndex.Item item : ItemIndex.of(plan).all()) {
            defects(item.spot(), known, remarks);
            if (item.spot().at("retests").isThere() && !item.is("expectation")
                    && !item.is("callTree")) {
                remarks.warn(item.spot().at("retests"),
                        "Here only expectations and call trees prove something; a drill names its defects itself. This changes nothing.");
            }
        }
    }

    private static void defects(PlanNode place, PlanContext known, Diagnostics remarks) {
        place.each("retests").stream().filter(defect -> defect.isText() && !known.defects().test(defect.text()))
                .forEach(defect -> remarks.warn(defect, "No latent defect '%s' is known here.".formatted(defect.text())));
    }
}

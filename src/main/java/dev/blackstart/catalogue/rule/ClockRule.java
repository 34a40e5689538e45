package dev.blackstart.catalogue.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.catalogue.rule.ItemIndex.Item;
import dev.blackstart.catalogue.source.PlanNode;

/** The times of a timeline can happen, in this order, before the end. */
public class ClockRule implements Rule {

    @Override
    public void check(PlanNode plan, PlanContext known, Diagnostics remarks) {
        ItemIndex items = ItemIndex.of(plan);
        PlanNode duration = plan.at("schedule").at("duration");
        for (Item item : items.all()) {
            PlanNode at = item.spot().at("at");
            if (PlanTimes.isBefore(item.spot().at("reveal").at("at"), at)) {
                remarks.error(item.spot().at("reveal").at("at"), "It cannot be revealed before it happens, at %s."
                        .formatted(at.text()));
            }
            if (PlanTimes.isBefore(duration, at)) {
                remarks.warn(at, "This lies after the planned end of the exercise, %s.".formatted(duration.text()));
            }
        }
        reverts(items, remarks);
        ends(plan, items, remarks);
    }

    private static void reverts(ItemIndex items, Diagnostics remarks) {
        Map<String, PlanNode> injected = new HashMap<>();
        items.of("drill").forEach(item -> injected.putIfAbsent(item.content().text(), item.spot().at("at")));
        for (Item revert : items.of("revert")) {
            PlanNode fault = injected.get(revert.content().text());
            if (fault != null && PlanTimes.isBefore(revert.spot().at("at"), fault)) {
                remarks.error(revert.spot().at("at"), "The revert comes before its fault, at %s.".formatted(fault.text()));
            }
        }
    }

    private static void ends(PlanNode plan, ItemIndex items, Diagnostics remarks) {
        List<Item> ends = items.of("endex");
        if (ends.isEmpty()) {
            if (plan.at("timeline").node().isArray()) {
                remarks.warn(plan.at("timeline"), "No item ends the exercise; a director has to do it by hand.");
            }
            return;
        }
        ends.stream().skip(1).forEach(second -> remarks.warn(second.spot(),
                "The exercise ends more than once; the first endex stands on line %d."
                        .formatted(remarks.line(ends.get(0).spot()))));
        PlanNode end = ends.get(0).spot().at("at");
        items.all().stream().filter(item -> PlanTimes.isBefore(end, item.spot().at("at")) && !item.is("endex")
                && !PlanTimes.isBefore(plan.at("schedule").at("duration"), item.spot().at("at")))
                .forEach(item -> remarks.warn(item.spot().at("at"),
                        "This comes after the exercise has ended, at %s.".formatted(end.text())));
    }
}

package dev.blackstart.catalogue.rule;

import java.util.List;

import dev.blackstart.catalogue.Reality.Shows;
import dev.blackstart.catalogue.rule.ItemIndex.Item;
import dev.blackstart.catalogue.source.PlanNode;
import dev.blackstart.catalogue.source.Suggestion;

/**
 * An item's condition on a drill or a probe: it is there, the word fits it, and something makes it happen.
 *
 * @param subject {@code item}, {@code drill} or {@code probe}
 * @param known keys of the plan's drills or probes
 */
record RealityTrigger(PlanNode after, String subject, List<String> known, ItemIndex items) {

    private static final String UNDETECTED = "undetected";

    static RealityTrigger of(PlanNode after, PlanNode plan, ItemIndex items) {
        String subject = after.at("drill").isThere() ? "drill" : after.at("probe").isThere() ? "probe" : "item";
        List<String> known = subject.equals("item") ? List.of() : plan.texts(subject + "s", "key").toList();
        return new RealityTrigger(after, subject, known, items);
    }

    /** @return key of the only item that injects the drill, which this one therefore waits for; null without one */
    String check(Diagnostics remarks) {
        word(remarks);
        PlanNode within = after.at("within");
        if (within.isThere() && !isUndetected()) {
            remarks.error(within, "A time goes with is: undetected.");
        } else if (isUndetected() && subject.equals("drill") && !within.isThere()) {
            remarks.error(after, "'within' is missing. It says after how long the fault counts as undetected.");
        }
        PlanNode reference = after.at(subject);
        if (subject.equals("item") || !reference.isText()) {
            return null;
        }
        if (after.at("of").isThere()) {
            remarks.error(after.at("of"), "any and all go with a list of items.");
        }
        if (!known.contains(reference.text())) {
            remarks.error(reference, "There is no %s '%s' in this plan.%s".formatted(subject, reference.text(),
                    Suggestion.sentence(reference.text(), known)));
            return null;
        }
        return subject.equals("drill") ? injecting(reference, remarks) : null;
    }

    private boolean isUndetected() {
        return UNDETECTED.equals(after.text("is"));
    }

    private void word(Diagnostics remarks) {
        PlanNode is = after.at("is");
        boolean isItem = subject.equals("item");
        List<String> words = isItem ? List.of("released", "completed", "missed", "chosen")
                : Shows.keys(subject.equals("drill"));
        if (!is.isThere() && !isItem) {
            remarks.error(after, "'is' is missing; of a %s it is %s.".formatted(subject, String.join(", ", words)));
        } else if (is.isText() && !words.contains(is.text())) {
            remarks.error(is, "Of %s %s 'is' can be %s.".formatted(isItem ? "an" : "a", subject, String.join(", ", words)));
        }
    }

    private String injecting(PlanNode drill, Diagnostics remarks) {
        List<Item> injecting = items.of("drill").stream().filter(item -> drill.text().equals(item.content().text())).toList();
        if (injecting.isEmpty()) {
            remarks.warn(drill, "No item injects '%s', so this never happens.".formatted(drill.text()));
        }
        return injecting.size() == 1 ? injecting.get(0).key() : null;
    }
}

package dev.blackstart.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.TimelineEntry.After;
import dev.blackstart.catalogue.TimelineEntry.Is;
import dev.blackstart.conduct.ItemState;

/** What stood open or was left when the timeline had come to its end: known only then. */
final class Unfinished {

    private static final String NOT_REHEARSED = "not-rehearsed";

    private Unfinished() {
    }

    static List<PlanIssue> look(RehearsalRun it) {
        List<PlanIssue> flaws = new ArrayList<>();
        for (RehearsalStep step : it.steps()) {
            String reason = it.happened().failed().get(step.key());
            if (reason != null) {
                flaws.add(it.flaw("failed", step, reason, "Look into the server's log, and mend what it says."));
            } else if (it.happened().byItself()) {
                PlanIssue flaw = step.wasReleased() ? undecided(it, step) : left(it, step);
                if (flaw != null) {
                    flaws.add(flaw);
                }
            }
        }
        return flaws;
    }

    private static PlanIssue undecided(RehearsalRun it, RehearsalStep step) {
        if (!(step.body() instanceof Body.Decision decision) || step.state() != ItemState.RELEASED) {
            return null;
        }
        List<String> waiting = it.steps().stream()
                .filter(one -> !one.wasReleased() && one.after() != null && one.after().items().contains(step.key()))
                .map(one -> "`" + one.key() + "`").toList();
        return it.flaw("undecided", step, "Nobody chose: " + String.join(" or ", decision.options()) + "."
                + (waiting.isEmpty() ? "" : " So " + String.join(", ", waiting) + " did not come."),
                waiting.isEmpty() ? "Say in its text who decides, and until when."
                        : "Say in its text who decides; and give one of those that wait an orAt, so that it comes all the same.");
    }

    /** Null where it was told already why it cannot come. */
    private static PlanIssue left(RehearsalRun it, RehearsalStep step) {
        if (step.state() == ItemState.SKIPPED || UnreachableItems.flaw(it, step) != null) {
            return null;
        }
        if (step.after() == null) {
            return step.at() == null
                    ? it.flaw("never-comes", step, "It waits to be released by hand, and nobody did.",
                            "Give it an at or an after; or tell the controllers when its time has come.")
                    : it.flaw("never-comes", step, "It was " + (step.state() == ItemState.HELD ? "held" : "not released") + ".",
                            "Give it a time, or remove it from the plan.");
        }
        if (step.after().reality() != null) {
            return it.flaw(NOT_REHEARSED, step,
                    "It waits until " + step.after().reality().inWords(it.plan())
                            + ", and a rehearsal breaks and measures nothing.",
                    step.after().reality().drill() == null ? "Release it by hand in the next rehearsal."
                            : "Mark that on the drill's page in the next rehearsal, or release it by hand.");
        }
        return step.after().items().stream().map(key -> waited(it, step, key)).filter(Objects::nonNull).findFirst()
                .orElse(null);
    }

    private static PlanIssue waited(RehearsalRun it, RehearsalStep step, String key) {
        RehearsalStep other = it.forecast().step(key);
        After after = step.after();
        if (other == null) {
            return null;
        }
        if (after.is() == Is.CHOSEN) {
            return other.option() == null ? null
                    : it.flaw(NOT_REHEARSED, step, "`" + key + "` went another way: " + other.option() + ".",
                            "Rehearse once more and choose " + after.option() + ".");
        }
        if (after.is() == Is.MISSED && other.state() == ItemState.COMPLETED) {
            return it.flaw(NOT_REHEARSED, step, "`" + key + "` was met, so it was not needed.",
                    "Rehearse once more with assume: missed at `" + other.entry() + "`.");
        }
        if (after.is() != Is.COMPLETED || !other.wasReleased()) {
            return other.wasReleased() ? null
                    : it.flaw(NOT_REHEARSED, step, "It waits for `" + key + "`, which did not come this time.",
                            "See `" + key + "`.");
        }
        String missing = switch (other.body().kind()) {
            case "message" -> "nobody answered `" + key + "`";
            case "expectation" -> "`" + key + "` was not met";
            default -> "nobody confirmed `" + key + "`";
        };
        return it.flaw(NOT_REHEARSED, step, "It did not come, because " + missing + ".",
                other.body() instanceof Body.Expectation
                        ? "Write assume: met at `" + other.entry() + "` and rehearse once more."
                        : "Do it in the next rehearsal; and give this an orAt, if it has to come in any case.");
    }
}

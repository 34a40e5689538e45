package dev.blackstart.catalogue.reading;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.catalogue.TimelineEntry;

/**
 * An item of a plan's timeline in words.
 *
 * @param when it is released
 * @param kind the plan's word for what it does, which also names its icon
 * @param head what it is: {@code Message to team Storage}
 * @param title its subject, or the drill's title; null where the text says it all
 * @param text as people read it; null without one
 */
public record TimelineWords(String key, String when, String kind, String head, String title, String text, List<Fact> facts) {

    private static final Map<String, String> CHANNELS = Map.of("page", "on their page", "email", "by mail", "webhook",
            "by chat",
            "spoken", "spoken by a controller", "in-app", "on their page");

    static TimelineWords of(TimelineEntry item, PlanNames names) {
        Body body = item.body();
        Fact.Facts facts = new Fact.Facts();
        facts.add("Repeated", item.forEach() == null ? null : "for each team of the roster");
        String head = head(body, item.forEach() != null, names);
        String title = null;
        String text = null;
        if (body instanceof Body.Message message) {
            title = message.subject();
            text = message.text();
            facts.add("From", message.from());
            facts.add("Sent", message.channels().isEmpty() ? CHANNELS.get("in-app")
                    : message.channels().stream().map(channel -> CHANNELS.getOrDefault(channel, channel))
                            .collect(Collectors.joining(", else ")));
        } else if (body instanceof Body.Expectation expectation) {
            text = expectation.text();
            facts.add("Within", expectation.within() == null ? "no limit" : expectation.within().inWords());
            facts.add("Points", expectation.points() == 0 ? null : String.valueOf(expectation.points()));
        } else if (body instanceof Body.Task task) {
            text = task.text();
        } else if (body instanceof Body.Decision decision) {
            text = decision.text();
            facts.add("Options", String.join(" / ", decision.options()));
        } else if (body instanceof Body.Drill drill) {
            title = names.plan().title(drill.drill());
        } else if (body instanceof Body.Revert revert) {
            title = names.plan().title(revert.drill());
        } else if (body instanceof Body.CallTree call) {
            title = names.callTree(call.tree());
        } else if (body instanceof Body.Handover) {
            title = names.inWords(body);
        }
        facts.add("Shown to the roster", item.reveal() == null ? null : at(item.reveal()));
        facts.add("Proves corrected", String.join(", ", item.retests()));
        facts.add("A rehearsal assumes", item.assume());
        return new TimelineWords(item.key(), when(item, names), body.kind(), head, title, text, facts.all());
    }

    private static String head(Body body, boolean repeated, PlanNames names) {
        String whom = body.audience().isEmpty() ? repeated ? "each team" : "" : names.addressees(body.audience());
        return switch (body.kind()) {
            case "message" -> whom.isEmpty() ? "Message" : "Message to " + whom;
            case "drill" -> "Fault";
            case "revert" -> "Revert of a fault";
            case "callTree" -> "Call tree";
            case "expectation" -> whom.isEmpty() ? "Expected" : "Expected of " + whom;
            case "task" -> whom.isEmpty() ? "Task" : "Task for " + whom;
            case "decision" -> "Decision of control staff";
            case "handover" -> "Handover";
            default -> "End of the exercise (ENDEX)";
        };
    }

    private static String when(TimelineEntry item, PlanNames names) {
        if (item.at() != null) {
            return at(item.at());
        }
        if (item.manual() || item.after() == null) {
            return "when a controller releases it";
        }
        TimelineEntry.After after = item.after();
        String items = after.items().stream().map(key -> "“" + names.item(key) + "”")
                .collect(Collectors.joining(after.all() ? " and " : " or "));
        String condition = after.reality() != null ? "when " + after.reality().inWords(names.plan()) : condition(after, items);
        return (after.delay() == null || after.delay().onClock().isZero() ? ""
                : after.delay().inWords() + " later, ") + condition
                + (after.orAt() == null ? "" : "; at the latest " + at(after.orAt()));
    }

    private static String condition(TimelineEntry.After after, String items) {
        return switch (after.is()) {
            case MISSED -> "if " + items + " is missed";
            case CHOSEN -> after.option() == null ? "when an option of " + items + " is chosen"
                    : "if “" + after.option() + "” is chosen in " + items;
            case COMPLETED -> "when " + items + " is completed";
            case RELEASED -> "when " + items + " is released";
        };
    }

    /** A duration that may lie before something. */
    static String signed(PlanDuration duration) {
        return duration.isNegative() ? duration.inWords() + " before" : duration.inWords();
    }

    /** An instant of the exercise clock. */
    static String at(PlanDuration at) {
        return at.onClock().isZero() ? "at the start"
                : at.inWords() + (at.isNegative() ? " before the start" : " after the start");
    }
}

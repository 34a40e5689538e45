package dev.blackstart.review;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.catalogue.Body;
import dev.blackstart.review.ReportDraft.Moment;

/** What happened in its order, without what only the machine needs. */
final class StoryChapter implements Chapter {

    private final TimelineChapter timeline;
    private final List<Moment> moments = new ArrayList<>();
    private final Map<String, String> notes = new HashMap<>();

    private boolean begun;

    StoryChapter(TimelineChapter timeline) {
        this.timeline = timeline;
    }

    @Override
    public void read(ReportEntry told) {
        begun |= told.type().equals("startex") || told.type().equals("gate-overridden");
        if (!begun) {
            return;
        }
        if (told.type().equals("note") && told.text("note") != null) {
            notes.put(told.text("note"), told.text("text"));
        }
        switch (told.type()) {
            case "startex", "resumed", "closed" -> tell(told, told.type(), null, null);
            case "pausex" -> tell(told, told.type(), told.text("cause"), null);
            case "endex" -> tell(told, told.type(), told.text("outcome"), null);
            case "finding-logged" -> tell(seen(told), told.type(), null, told.text("text"));
            case "reason", "no-duff", "reply", "note" -> tell(told, told.type(), null, told.text("text"));
            case "note-withdrawn" -> tell(told, told.type(), null, notes.get(told.text("note")));
            case "gate-overridden" -> tell(told, told.type(), String.join(", ", told.texts("checks")), told.text("reason"));
            case "drill-armed", "fault-injected", "fault-reverted" -> tell(told, told.type(), told.text("title"), null);
            case "fault-reverting", "fault-revert-failed" -> tell(told, told.type(), told.text("title"), told.text("why"));
            case "roster-changed", "handover", "direction-taken-over", "seat-ended" ->
                tell(told, told.type(), told.text("person"), told.text("role"));
            default -> ofItem(told);
        }
    }

    private void ofItem(ReportEntry told) {
        ItemTrace item = told.text("item") == null || !told.type().startsWith("item-") ? null
                : timeline.track(told.text("item"));
        if (item == null) {
            return;
        }
        switch (told.type()) {
            case "item-released" -> released(told, item);
            case "item-chosen" -> tellOf(item, told, told.type(), told.text("option"));
            case "item-completed" -> completed(told, item);
            case "item-missed", "item-withdrawn", "item-unjudged", "item-skipped", "item-held", "item-failed", "item-deferred",
                    "item-added" ->
                tellOf(item, told,
                        told.type(), told.text("reason"));
            default -> {
                // seen from its release
            }
        }
    }

    private void released(ReportEntry told, ItemTrace item) {
        if (item.body() instanceof Body.Message message) {
            moments.add(new Moment(told.at(), told.clock(), "message-sent", told.actor(), message.to(), message.subject(),
                    message.text()));
        } else if (item.body() instanceof Body.Decision) {
            tellOf(item, told, "decision-asked", null);
        } else if (item.body() instanceof Body.CallTree) {
            tellOf(item, told, "call-begun", null);
        }
    }

    /** A drill, a revert, a message and a hand-over have entries of their own. */
    private void completed(ReportEntry told, ItemTrace item) {
        if (item.body() instanceof Body.Expectation) {
            tellOf(item, seen(told), item.isLate() ? "expectation-late" : "expectation-met", told.text("reason"));
        } else if (item.body() instanceof Body.Task || item.body() instanceof Body.CallTree) {
            tellOf(item, told, told.type(), told.text("reason"));
        }
    }

    private void tellOf(ItemTrace item, ReportEntry told, String type, String text) {
        moments.add(new Moment(told.at(), told.clock(), type, told.actor(), item.body().audience(), item.text(), text));
    }

    private void tell(ReportEntry told, String type, String subject, String text) {
        moments.add(new Moment(told.at(), told.clock(), type, told.actor(), List.of(), subject, text));
    }

    /** A finding stands where it was seen, though it came in later. */
    private static ReportEntry seen(ReportEntry told) {
        return told.duration("observedClock") == null ? told : told.seen();
    }

    /** As it happened; of the same instant as it was written down. */
    List<Moment> moments() {
        return moments.stream().sorted(Comparator.comparing(Moment::at)).toList();
    }
}

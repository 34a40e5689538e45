package dev.blackstart.review;

import dev.blackstart.review.ReportDraft.Moment;
import io.quarkus.qute.TemplateExtension;

/** Tells the moments of a story in sentences. */
@TemplateExtension(namespace = "story")
final class StoryText {

    private StoryText() {
    }

    /** What happened and who did it; what they said stands beside it. */
    static String head(Moment moment, DirectoryNames names) {
        String by = " by " + names.of(moment.by());
        String subject = moment.subject() == null ? "" : moment.subject();
        return switch (moment.type()) {
            case "startex" -> "STARTEX" + by;
            case "endex" -> "ENDEX, " + subject + "," + by;
            case "pausex" -> subject.equals("outage") ? "PAUSEX: nothing was conducted" : "PAUSEX" + by;
            case "resumed" -> "Resumed" + by;
            case "closed" -> "Closed" + by;
            case "no-duff" -> "NO DUFF" + by;
            case "reason" -> "The reason, for control staff";
            case "gate-overridden" -> "Gate overridden" + by + ": " + subject;
            case "message-sent" -> "Message to " + names.all(moment.to()) + (subject.isEmpty() ? "" : ": " + subject);
            case "reply" -> "Reply" + by;
            case "note" -> "Note" + by;
            case "note-withdrawn" -> "Note withdrawn" + by;
            case "finding-logged" -> "Finding" + by;
            default -> ofFault(moment, subject, by, names);
        };
    }

    private static String ofFault(Moment moment, String subject, String by, DirectoryNames names) {
        return switch (moment.type()) {
            case "drill-armed" -> "Fault armed" + by + ": " + subject;
            case "fault-injected" -> "Fault injected" + by + ": " + subject;
            case "fault-reverting" -> "Revert begun" + by + ": " + subject;
            case "fault-revert-failed" -> "Revert failed: " + subject;
            case "fault-reverted" -> "Reverted, confirmed" + by + ": " + subject;
            case "roster-changed" -> names.of(subject) + " joined the roster as " + ReportWords.word(moment.text());
            case "handover" -> names.of(subject) + " took over as " + ReportWords.word(moment.text());
            case "direction-taken-over" -> names.of(subject) + " took over direction";
            case "seat-ended" -> names.of(subject) + " left the roster as " + ReportWords.word(moment.text());
            default -> ofItem(moment, subject, by, names);
        };
    }

    private static String ofItem(Moment moment, String subject, String by, DirectoryNames names) {
        String whose = moment.to().isEmpty() ? "" : " by " + names.all(moment.to());
        return switch (moment.type()) {
            case "decision-asked" -> "To decide: " + subject;
            case "call-begun" -> "Call tree: " + subject;
            case "expectation-met" -> "Met" + whose + ", seen" + by + ": " + subject;
            case "expectation-late" -> "Met late" + whose + ", seen" + by + ": " + subject;
            case "item-missed" -> "Missed" + whose + ": " + subject;
            case "item-withdrawn" -> "Judgement withdrawn" + by + ": " + subject;
            case "item-unjudged" -> "Not judged: " + subject;
            case "item-chosen" -> "Decided" + by + ": " + subject;
            case "item-completed" -> "Done" + by + ": " + subject;
            case "item-skipped" -> "Skipped" + by + ": " + subject;
            case "item-failed" -> "Failed: " + subject;
            case "item-held" -> "Held" + by + ": " + subject;
            case "item-deferred" -> "Deferred" + by + ": " + subject;
            case "item-added" -> "Added" + by + ": " + subject;
            default -> ReportWords.word(moment.type()) + ": " + subject;
        };
    }

    /** What was said with it; null where the head says it all. */
    static String said(Moment moment) {
        return switch (moment.type()) {
            case "roster-changed", "handover", "direction-taken-over", "seat-ended" -> null;
            default -> moment.text();
        };
    }
}

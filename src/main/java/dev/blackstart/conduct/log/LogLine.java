package dev.blackstart.conduct.log;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.journal.JournalEntry;
import dev.blackstart.web.Texts;

/**
 * A journal entry in a line, as control staff read it. {@code key} is its number, {@code entry} names the tone, {@code icon}
 * the kind.
 *
 * @param withdrawn the person who wrote it has withdrawn it
 */
public record LogLine(long key, String clock, String icon, String entry, Said said, String by, boolean withdrawn) {

    /** A sentence around what it is about. @param link null for none @param after behind the link; may be empty */
    public record Said(String text, Link link, String after) {

        static Said of(String text) {
            return new Said(text, null, "");
        }
    }

    /** A title that leads to the thing itself. */
    public record Link(String text, String href) {
    }

    static LogLine of(JournalEntry entry, Said said, String by, boolean withdrawn) {
        return new LogLine(entry.seq, Texts.clock(entry.clock), icon(entry.type, entry.data()), tone(entry.type), said, by,
                withdrawn);
    }

    /** What only tells its person again what another entry tells control staff needs no line of its own. */
    static boolean isTold(JournalEntry entry) {
        return switch (entry.type) {
            case "contact-called", "call-asked", "call-confirmed", "finding-linked", "note-withdrawn" -> false;
            case "contact-reached" -> !entry.data().path("name").asText().equals(entry.data().path("person").asText());
            default -> true;
        };
    }

    private static String tone(String type) {
        return switch (type) {
            case "finding-logged" -> "finding";
            case "fault-injected", "drill-armed", "fault-reverting", "no-duff", "fault-revert-failed", "item-failed" -> "fault";
            case "message-received", "reply" -> "message";
            case "contact-broken", "contact-failed" -> "finding";
            case "item-completed", "fault-reverted", "item-chosen" -> "moment";
            default -> "";
        };
    }

    /** Only what went as it should carries a check mark. */
    private static String icon(String type, JsonNode data) {
        return switch (type) {
            case "call-tree-ended", "drill-result" -> result(data.path("result").asText());
            case "fault-reverted" -> data.path("verified").asBoolean(true) ? "done" : "warning";
            case "item-completed" -> data.path("kind").asText().equals("callTree") ? "call" : "done";
            default -> icon(type);
        };
    }

    private static String result(String word) {
        return switch (word) {
            case "passed" -> "done";
            case "failed" -> "missed";
            default -> "unknown";
        };
    }

    private static String icon(String type) {
        return switch (type) {
            case "startex", "resumed" -> "play";
            case "pausex" -> "paused";
            case "endex" -> "ended";
            case "no-duff" -> "noduff";
            case "finding-logged" -> "finding";
            case "attachment-added" -> "camera";
            case "note", "reason" -> "note";
            case "message-received", "reply" -> "message";
            case "call-tree-activated", "contact-attempted", "contact-called", "call-asked" -> "call";
            case "contact-acknowledged", "contact-reached", "call-confirmed" -> "done";
            case "contact-broken", "contact-unanswered", "contact-failed" -> "missed";
            case "drill-armed" -> "armed";
            case "message-undelivered", "item-failed", "fault-revert-failed", "contact-set-aside" -> "warning";
            case "fault-injected" -> "fault";
            case "fault-reverting" -> "revert";
            case "item-missed" -> "missed";
            case "item-skipped", "items-skipped" -> "skipped";
            case "item-withdrawn" -> "revert";
            case "item-released" -> "released";
            case "handover" -> "handover";
            case "item-chosen" -> "decision";
            case "objective-rated" -> "expectation";
            default -> "info";
        };
    }
}

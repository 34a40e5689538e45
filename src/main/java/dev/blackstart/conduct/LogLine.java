package dev.blackstart.conduct;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.Body;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.people.Reach;
import dev.blackstart.web.Texts;

/**
 * A journal entry in a line, as control staff read it. {@code key} is its number, {@code entry} names the tone, {@code icon}
 * the kind.
 */
public record LogLine(long key, String clock, String icon, String entry, String text, String by) {

    static LogLine of(JournalEntry entry) {
        JsonNode data = entry.data();
        String item = data.path("item").asText("");
        return new LogLine(entry.seq, Texts.clock(entry.clock), icon(entry.type), tone(entry.type),
                text(entry.type, data, item),
                entry.actor);
    }

    /** What only tells its person again what another entry tells control staff needs no line of its own. */
    static boolean isTold(JournalEntry entry) {
        return switch (entry.type) {
            case "contact-called", "call-asked", "call-confirmed", "finding-linked" -> false;
            case "contact-reached" -> !entry.data().path("name").asText().equals(entry.data().path("person").asText());
            default -> true;
        };
    }

    private static String text(String type, JsonNode data, String item) {
        String text = data.path("text").asText("");
        String title = data.path("title").asText(data.path("drill").asText(""));
        String reason = data.hasNonNull("reason") ? ": " + data.get("reason").asText() : "";
        return switch (type) {
            case "startex" -> "STARTEX";
            case "pausex" -> "PAUSEX" + (data.path("cause").asText().equals("outage") ? " after an outage" : "");
            case "resumed" -> "Resumed";
            case "endex" -> "ENDEX, " + data.path("outcome").asText();
            case "no-duff" -> "NO DUFF" + (text.isEmpty() ? "" : ": " + text);
            case "message-received" ->
                "Message delivered: " + data.path("subject").asText(text.replaceFirst("^" + Body.Message.MARK + "\n", ""));
            case "message-undelivered" -> "Reached by no way: "
                    + StreamSupport.stream(data.path("people").spliterator(), false).map(JsonNode::asText)
                            .collect(Collectors.joining(", "))
                    + (item.isEmpty() ? "" : " (" + item + ")") + reason;
            case "item-revealed" ->
                "Revealed to the roster: " + (title.isEmpty() ? data.path("body").fieldNames().next() : title);
            case "reply" -> "Reply: " + text;
            case "note", "finding-logged", "reason" -> text;
            case "attachment-added" -> "Attached to a finding: " + data.path("name").asText();
            case "drill-armed" -> "Fault armed: " + title;
            case "fault-injected" -> "Fault injected: " + title;
            case "fault-reverting" ->
                "Revert begun: " + title + (data.hasNonNull("why") ? ", " + data.get("why").asText() : "");
            case "fault-reverted" -> "Reverted: " + title;
            case "fault-revert-failed" -> "Revert failed: " + title + ", " + data.path("why").asText();
            case "item-failed" -> "Failed: " + item + reason;
            case "fault-held" -> "Stays through NO DUFF, as it is approved: " + title + ". Revert it by hand.";
            case "objective-rated" -> "Rated " + data.path("rating").asText() + ": " + data.path("objective").asText();
            case "drill-result" -> "Result of " + title + ": " + data.path("result").asText() + reason;
            case "defect-opened", "action-opened" -> words(type) + ": " + title;
            case "item-chosen" -> "Chosen: " + data.path("option").asText() + " (" + item + ")";
            case "call-tree-activated", "call-tree-ended", "contact-attempted", "contact-acknowledged", "contact-reached",
                    "contact-broken", "contact-unanswered", "contact-withheld", "contact-unreachable", "contact-failed",
                    "contact-called", "call-asked", "call-confirmed", "contact-wrong", "contact-correction-accepted",
                    "contact-correction-declined" ->
                calling(type, data);
            case "roster-changed", "handover", "direction-taken-over" ->
                words(type) + ": " + data.path("person").asText() + ", "
                        + data.path("role").asText();
            default -> words(type) + (item.isEmpty() ? "" : ": " + item) + reason;
        };
    }

    private static String calling(String type, JsonNode data) {
        String who = data.path("person").asText(data.path("name").asText());
        String tree = data.path("tree").asText();
        return switch (type) {
            case "call-tree-activated" -> "Call tree " + tree + " begun: " + data.path("places").asInt() + " places";
            case "call-tree-ended" -> "Call tree " + tree + " over, " + data.path("result").asText() + ": "
                    + data.path("reached").asInt() + " of " + data.path("places").asInt() + " reached";
            case "contact-attempted" -> "Calling " + who + " by " + way(data)
                    + (data.hasNonNull("caller") ? ", " + data.path("caller").asText() + " phones" : "");
            case "contact-acknowledged" -> who + " confirmed by " + data.path("via").asText()
                    + (data.path("late").asBoolean() ? ", late" : "")
                    + (data.hasNonNull("answer") ? ": " + data.path("answer").asText() : "");
            case "contact-reached" -> "Reached: " + data.path("name").asText() + (data.path("name").asText().equals(who) ? ""
                    : " through " + who);
            case "contact-broken" -> "Nobody answers for " + data.path("name").asText() + ": a broken branch";
            case "contact-unanswered" -> who + " did not answer by " + way(data);
            case "contact-withheld" -> who + " is out of play and does not answer";
            case "contact-unreachable" -> "Nothing known reaches " + who + " by " + way(data);
            case "contact-failed" -> who + ": " + data.path("result").asText().replace('-', ' ');
            case "contact-wrong" -> "The directory's " + data.path("field").asText() + " of " + who + " is said to be wrong";
            case "contact-correction-accepted" -> "Corrected in the directory: " + data.path("field").asText() + " of " + who;
            case "contact-correction-declined" -> "Stays in the directory: " + data.path("field").asText() + " of " + who;
            case "contact-called" -> "Was called: " + data.path("subject").asText();
            case "call-asked" -> "Was asked to phone " + who;
            default -> "Was reached";
        };
    }

    private static String way(JsonNode data) {
        String way = data.path("way").asText();
        return Arrays.stream(Reach.values()).filter(one -> one.key().equals(way)).map(Reach::word).findFirst().orElse(way);
    }

    private static String words(String type) {
        String words = type.replace('-', ' ');
        return words.substring(0, 1).toUpperCase() + words.substring(1);
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
            case "call-tree-ended", "contact-acknowledged", "contact-reached", "call-confirmed" -> "done";
            case "contact-broken", "contact-unanswered", "contact-failed" -> "missed";
            case "drill-armed" -> "armed";
            case "message-undelivered", "item-failed", "fault-revert-failed", "contact-set-aside" -> "warning";
            case "fault-injected" -> "fault";
            case "fault-reverting" -> "revert";
            case "fault-reverted", "item-completed" -> "done";
            case "item-missed" -> "missed";
            case "item-skipped" -> "skipped";
            case "item-released" -> "released";
            case "handover" -> "handover";
            case "item-chosen" -> "decision";
            case "objective-rated" -> "expectation";
            default -> "info";
        };
    }
}

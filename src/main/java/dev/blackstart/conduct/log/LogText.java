package dev.blackstart.conduct.log;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.ExerciseMark;
import dev.blackstart.conduct.log.LogLine.Link;
import dev.blackstart.conduct.log.LogLine.Said;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.people.ContactMethodType;
import dev.blackstart.web.Texts;

/** What the log says of an entry. */
final class LogText {

    private final UUID exercise;
    private final Map<String, String> names;
    private final Map<String, Link> titles;

    /** @param names by person key @param titles of items, by key and by id */
    LogText(UUID exercise, Map<String, String> names, Map<String, Link> titles) {
        this.exercise = exercise;
        this.names = names;
        this.titles = titles;
    }

    Said of(JournalEntry entry) {
        JsonNode data = entry.data();
        Link item = titles.get(data.path("item").asText());
        String reason = data.hasNonNull("reason") ? ": " + data.get("reason").asText() : "";
        return switch (entry.type) {
            case "finding-logged" -> new Said("", new Link(data.path("text").asText(), finding(data)), "");
            case "attachment-added" -> new Said("Attached to a finding: ", new Link(data.path("name").asText(),
                    "/exercises/" + exercise + "/attachments/" + data.path("attachment").asText()), "");
            case "message-received" -> message(data);
            case "message-undelivered" ->
                new Said("Could not be reached: " + people(data) + (item == null ? "" : ", for "), item,
                        reason);
            case "item-revealed" -> about("Revealed to the roster", item, "");
            case "item-chosen" -> about("Chosen “" + data.path("option").asText() + "”", item, reason);
            case "item-withdrawn" -> about("Undone, “" + data.path("was").asText() + "” is withdrawn", item, "");
            case "item-released" -> about("Released", item, reason);
            case "item-completed" ->
                about(data.path("kind").asText().equals("expectation") ? "Met" : "Completed", item, reason);
            case "item-missed" -> about("Missed", item, reason);
            case "item-held" -> about("Held", item, reason);
            case "item-skipped" -> about("Skipped", item, reason);
            case "items-skipped" -> new Said("Skipped by the end, since never released: ", new Link(
                    Texts.count(data.path("items").size(), "item"), "/exercises/" + exercise + "#timeline"), "");
            case "item-deferred" -> about("Deferred", item, reason);
            case "item-added" -> about("Added", item, reason);
            case "item-failed" -> about("Failed", item, reason);
            case "item-pending" -> about("Resumed", item, reason);
            case "item-unjudged" -> about("Cannot be judged", item, reason);
            case "call-tree-activated", "call-tree-ended" -> new Said(calling(entry.type, data) + " ",
                    new Link(data.path("tree").asText(),
                            "/exercises/" + exercise + "/call-trees/" + data.path("tree").asText()),
                    "");
            default -> item == null ? Said.of(plain(entry.type, data, reason)) : about(words(entry.type), item, reason);
        };
    }

    private static Said about(String what, Link item, String after) {
        return item == null ? Said.of(what + after) : new Said(what + ": ", item, after);
    }

    private String finding(JsonNode data) {
        return "/findings?exercise=" + exercise + "&state=all&finding=" + data.path("finding").asText();
    }

    private Said message(JsonNode data) {
        Link item = titles.get(data.path("message").asText());
        String text = data.path("subject").asText(ExerciseMark.without(data.path("text").asText()));
        return item == null ? Said.of("Message delivered: " + text) : new Said("Message delivered: ", item, "");
    }

    private String plain(String type, JsonNode data, String reason) {
        String text = data.path("text").asText("");
        String title = data.path("title").asText(data.path("drill").asText(""));
        return switch (type) {
            case "startex" -> "STARTEX";
            case "pausex" -> "PAUSEX" + (data.path("cause").asText().equals("outage") ? " after an outage" : "");
            case "endex" -> "ENDEX, " + data.path("outcome").asText();
            case "no-duff" -> "NO DUFF" + (text.isEmpty() ? "" : ": " + text);
            case "reply" ->
                "Reply" + (data.hasNonNull("subject") ? " to “" + data.get("subject").asText() + "”: " : ": ") + text;
            case "note", "reason" -> text;
            case "drill-armed" -> "Fault armed: " + title;
            case "fault-injected" -> "Fault injected: " + title;
            case "fault-reverting" ->
                "Revert started: " + title + (data.hasNonNull("why") ? ", " + data.get("why").asText() : "");
            case "fault-reverted" -> "Reverted: " + title;
            case "fault-revert-failed" -> "Revert failed: " + title + ", " + data.path("why").asText();
            case "fault-held" -> "Stays through NO DUFF, as it is approved: " + title + ". Revert it by hand.";
            case "objective-rated" -> "Rated " + data.path("rating").asText() + ": " + data.path("objective").asText();
            case "drill-result" -> "Result of " + title + ": " + data.path("result").asText() + reason;
            case "defect-opened", "action-opened" -> words(type) + ": " + title;
            case "action-verified", "action-reopened", "defect-verified", "defect-reopened", "defect-withdrawn",
                    "recurrence-alarm" ->
                words(type) + ": " + data.path("defect").asText() + (title.isEmpty() ? "" : ", " + title) + reason;
            case "roster-changed", "handover", "direction-taken-over", "seat-ended" ->
                words(type) + ": " + name(data, "person") + ", " + data.path("role").asText();
            default -> type.startsWith("contact-") ? calling(type, data) : words(type) + reason;
        };
    }

    private String calling(String type, JsonNode data) {
        String who = data.hasNonNull("person") ? name(data, "person") : name(data, "name");
        return switch (type) {
            case "call-tree-activated" -> "Call tree started, " + Texts.count(data.path("places").asInt(), "place") + ":";
            case "call-tree-ended" -> "Call tree over, " + data.path("result").asText() + ", " + data.path("reached").asInt()
                    + " of " + data.path("places").asInt() + " reached:";
            case "contact-attempted" -> "Calling " + who + " by " + channel(data)
                    + (data.hasNonNull("caller") ? ", " + name(data, "caller") + " phones" : "");
            case "contact-acknowledged" -> who + " confirmed by " + data.path("via").asText()
                    + (data.path("late").asBoolean() ? ", late" : "")
                    + (data.hasNonNull("answer") ? ": " + data.path("answer").asText() : "");
            case "contact-reached" -> "Reached: " + name(data, "name")
                    + (name(data, "name").equals(who) ? "" : " through " + who);
            case "contact-broken" -> "No answer for " + name(data, "name") + ": a broken branch";
            case "contact-unanswered" -> who + " did not answer by " + channel(data);
            case "contact-withheld" -> who + " is out of play and does not answer";
            case "contact-unreachable" -> "No known way to reach " + who + " by " + channel(data);
            case "contact-failed" -> who + ": " + data.path("result").asText().replace('-', ' ');
            case "contact-wrong" -> "Reported as wrong in the directory: " + data.path("field").asText() + " of " + who;
            case "contact-correction-accepted" -> "Corrected in the directory: " + data.path("field").asText() + " of " + who;
            case "contact-correction-declined" -> "Not changed in the directory: " + data.path("field").asText() + " of " + who;
            default -> words(type) + (who.isEmpty() ? "" : ": " + who);
        };
    }

    private String people(JsonNode data) {
        return StreamSupport.stream(data.path("people").spliterator(), false).map(node -> names.get(node.asText()))
                .collect(Collectors.joining(", "));
    }

    private String name(JsonNode data, String field) {
        String key = data.path(field).asText("");
        return names.getOrDefault(key, key);
    }

    private static String channel(JsonNode data) {
        String channel = data.path("channel").asText();
        return Arrays.stream(ContactMethodType.values()).filter(one -> one.key().equals(channel)).map(ContactMethodType::word)
                .findFirst().orElse(channel);
    }

    private static String words(String type) {
        String words = type.replace('-', ' ');
        return words.substring(0, 1).toUpperCase() + words.substring(1);
    }
}

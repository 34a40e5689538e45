package dev.blackstart.conduct.item;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.JournalEntry;

/**
 * What a person did last and may undo for a few seconds: a judgement, a hold or a note.
 *
 * @param text what was done, with the item's title
 * @param path of the form that undoes it, behind the exercise's own
 * @param to the form's field
 */
public record Undo(String text, String path, String to) {

    private static final int NEWEST = 60;

    private static final Set<String> TYPES = Set.of("item-completed", "item-missed", "item-chosen", "item-held", "note",
            "item-withdrawn", "item-pending", "note-withdrawn");

    /** The person's last act of this kind; null where there is none, or its ten seconds are over. */
    public static Undo of(Exercise exercise, String person, Instant now) {
        List<JournalEntry> newest = JournalEntry
                .<JournalEntry> find("exerciseId = ?1 order by exerciseId desc, seq desc", exercise.id).range(0, NEWEST - 1)
                .list();
        return newest.stream()
                .filter(entry -> entry.actor.equals(person) && TYPES.contains(entry.type)
                        && entry.at.plus(Withdrawals.LIMIT).isAfter(now))
                .findFirst().map(entry -> of(exercise, person, entry)).orElse(null);
    }

    private static Undo of(Exercise exercise, String person, JournalEntry entry) {
        if (entry.type.equals("note")) {
            UUID note = UUID.fromString(entry.data().path("note").asText());
            return new Undo("Note logged.", "/notes/" + note + "/transitions", "withdrawn");
        }
        TimelineItem item = TimelineItem.of(exercise.id, entry.data().path("item").asText());
        if (item == null || entry.type.endsWith("withdrawn") || entry.type.equals("item-pending")) {
            return null;
        }
        String title = item.body().inWords(exercise.plan());
        if (item.state == ItemState.HELD) {
            return new Undo("Held: " + title, path(item), "pending");
        }
        return Withdrawals.isJudged(item) && person.equals(item.settledBy)
                ? new Undo(word(entry) + ": " + title, path(item), "released")
                : null;
    }

    private static String path(TimelineItem item) {
        return "/timeline/" + item.key + "/transitions";
    }

    private static String word(JournalEntry entry) {
        return switch (entry.type) {
            case "item-missed" -> "Missed";
            case "item-chosen" -> "Chosen “" + entry.data().path("option").asText() + "”";
            default -> entry.data().path("kind").asText().equals("expectation") ? "Met" : "Done";
        };
    }
}

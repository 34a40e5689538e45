package dev.blackstart.conduct.item;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import dev.blackstart.conduct.ItemChange.ItemChosen;
import dev.blackstart.conduct.ItemChange.ItemCompleted;
import dev.blackstart.conduct.ItemChange.ItemHeld;
import dev.blackstart.conduct.ItemChange.ItemMissed;
import dev.blackstart.conduct.ItemChange.ItemResumed;
import dev.blackstart.conduct.ItemEvent.JudgementWithdrawn;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.NoteEvent;
import dev.blackstart.conduct.NoteEvent.NoteWritten;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournalEvent;

/**
 * What a person did last and may undo for a few seconds: a judgement, a hold or a note.
 *
 * @param text what was done, with the item's title
 * @param path of the form that undoes it, behind the exercise's own
 * @param to the form's field
 */
public record Undo(String text, String path, String to) {

    private static final int NEWEST = 60;

    private static final Set<String> TYPES = JournalEvent.types(ItemCompleted.class, ItemMissed.class, ItemChosen.class,
            ItemHeld.class, ItemResumed.class, JudgementWithdrawn.class, NoteEvent.class);

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
        JournalEvent event = entry.event();
        if (event instanceof NoteWritten note) {
            return new Undo("Note logged.", "/notes/" + UUID.fromString(note.note()) + "/transitions", "withdrawn");
        }
        TimelineItem item = event.item() == null ? null : TimelineItem.of(exercise.id, event.item());
        if (item == null || event instanceof JudgementWithdrawn || event instanceof ItemResumed) {
            return null;
        }
        String title = item.body().inWords(exercise.plan());
        if (item.state == ItemState.HELD) {
            return new Undo("Held: " + title, path(item), "pending");
        }
        return Withdrawals.isJudged(item) && person.equals(item.settledBy)
                ? new Undo(word(event) + ": " + title, path(item), "released")
                : null;
    }

    private static String path(TimelineItem item) {
        return "/timeline/" + item.key + "/transitions";
    }

    private static String word(JournalEvent event) {
        if (event instanceof ItemMissed) {
            return "Missed";
        } else if (event instanceof ItemChosen chosen) {
            return "Chosen “" + chosen.facts().option() + "”";
        }
        return event instanceof ItemCompleted completed && "expectation".equals(completed.facts().kind()) ? "Met" : "Done";
    }
}

package dev.blackstart.rehearsal;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.conduct.ExerciseEvent.ExerciseEnded;
import dev.blackstart.conduct.ItemChange.ItemHeld;
import dev.blackstart.conduct.ItemEvent.ItemsSkipped;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.drills.FaultEvent.FaultRevertStarted;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalEntry;

/**
 * What the journal tells of a rehearsal beside its timeline.
 *
 * @param ended where it ended, or null while it runs
 * @param byItself its timeline ended it, nobody's hand
 * @param failed items that the platform set aside, with the reason
 * @param leftAtEnd drills whose revert began only because the exercise was over
 */
record RehearsalOutcome(Long ended, boolean byItself, Map<String, String> failed, List<String> leftAtEnd) {

    static final RehearsalOutcome NOTHING = new RehearsalOutcome(null, false, Map.of(), List.of());

    static RehearsalOutcome of(List<JournalEntry> journal) {
        JournalEntry endex = journal.stream().filter(entry -> entry.is(ExerciseEnded.class)).findFirst().orElse(null);
        Map<String, String> failed = new LinkedHashMap<>();
        journal.stream().filter(entry -> entry.is(ItemHeld.class) && entry.actor.equals(Journal.PLATFORM))
                .map(entry -> entry.as(ItemHeld.class)).forEach(held -> failed.put(held.item(), held.reason()));
        List<String> left = endex == null ? List.of()
                : journal.stream().filter(entry -> entry.seq > endex.seq && entry.is(FaultRevertStarted.class))
                        .map(entry -> entry.as(FaultRevertStarted.class).drill()).toList();
        return new RehearsalOutcome(endex == null ? null : Long.valueOf(ExerciseClock.micros(Duration.parse(endex.clock))),
                endex != null && endex.actor.equals(Journal.PLATFORM), failed, left);
    }

    /** What still waited when it ended, and how. */
    static Map<String, ItemState> skippedByEnd(List<JournalEntry> journal) {
        Map<String, ItemState> waiting = new LinkedHashMap<>();
        journal.stream().filter(entry -> entry.is(ItemsSkipped.class)).map(entry -> entry.as(ItemsSkipped.class))
                .forEach(skipped -> {
                    skipped.items().forEach(item -> waiting.put(item, ItemState.PENDING));
                    skipped.held().forEach(item -> waiting.put(item, ItemState.HELD));
                });
        return waiting;
    }

    boolean isOver() {
        return ended != null;
    }
}

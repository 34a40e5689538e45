package dev.blackstart.conduct.item;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.catalogue.Body;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.NoteEvent;
import dev.blackstart.conduct.NoteEvent.NoteWithdrawn;
import dev.blackstart.conduct.NoteEvent.NoteWritten;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.conduct.engine.ItemProgress;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.problem.Problem;

/**
 * For ten seconds a person may withdraw what they said by mistake: a judgement or a note. It is journaled, and nothing is
 * deleted. Injections and reverts are never withdrawn.
 */
@ApplicationScoped
public class Withdrawals {

    public static final Duration LIMIT = Duration.ofSeconds(10);

    private static final String TOO_LATE = "It can be undone for ten seconds only; these are over.";

    private final Clock clock;
    private final Journal journal;
    private final ItemProgress itemProgress;

    Withdrawals(Clock clock, Journal journal, ItemProgress itemProgress) {
        this.clock = clock;
        this.journal = journal;
        this.itemProgress = itemProgress;
    }

    /** Whether a person said how it went, so that they may withdraw it. */
    static boolean isJudged(TimelineItem item) {
        boolean byPeople = item.body() instanceof Body.Expectation || item.body() instanceof Body.Task
                || item.body() instanceof Body.Decision;
        return byPeople && (item.state == ItemState.COMPLETED || item.state == ItemState.MISSED);
    }

    /** @throws Problem 403 for anybody else, 409 after ten seconds or once something that depends on it was released */
    void judgement(Exercise exercise, TimelineItem item, ExerciseAccess by, Instant at) {
        if (!by.viewer().equals(item.settledBy)) {
            throw Problem.forbidden("Only the person who judged it may undo it; judge it anew instead.");
        }
        refuseLate(item.settledAt, at);
        if (!exercise.state.isLive() && exercise.state != ExerciseState.ENDED) {
            throw Problem.conflict("The exercise is " + exercise.state.key() + "; nothing can be undone any more.");
        }
        List<TimelineItem> released = TimelineItem.<TimelineItem> list(
                "exerciseId = ?1 and after is not null and releasedAt >= ?2 order by position", exercise.id, item.settledAt)
                .stream().filter(other -> other.after().items().contains(item.key)).toList();
        if (!released.isEmpty()) {
            throw Problem.conflict("It cannot be undone: what depends on it was released (" + released.stream()
                    .map(other -> "“" + other.body().inWords(exercise.plan()) + "”").collect(Collectors.joining(", ")) + ").")
                    .with("released", released.stream().map(other -> other.key).toList());
        }
        if (exercise.state == ExerciseState.ENDED && !exercise.plan().retestsOf(item.key).isEmpty()) {
            throw Problem.conflict("It cannot be undone: its retests were counted. Judge it anew instead.");
        }
        itemProgress.withdraw(exercise, item, by.viewer(), at);
    }

    /** Withdrawing it again changes nothing. @param id of the note, as its journal entry names it */
    @Transactional
    public void note(UUID exerciseId, UUID id, ExerciseAccess by) {
        Exercise exercise = Exercise.lock(exerciseId);
        JournalEntry note = entries(exerciseId, NoteWritten.class, id).stream().findFirst().orElseThrow(Problem::notFound);
        if (!note.actor.equals(by.viewer())) {
            throw Problem.forbidden("Only the person who wrote the note may withdraw it.");
        }
        if (!entries(exerciseId, NoteWithdrawn.class, id).isEmpty()) {
            return;
        }
        Instant at = clock.instant();
        refuseLate(note.at, at);
        if (!exercise.state.takesFindings()) {
            throw Problem.conflict("The exercise is " + exercise.state.key() + "; nothing can be undone any more.");
        }
        journal.append(exercise, at, new NoteWithdrawn(id.toString()), by.viewer(), new Audience(note.audience));
    }

    /** Those of a kind that name this note. */
    public static List<JournalEntry> entries(UUID exerciseId, Class<? extends NoteEvent> kind, UUID note) {
        return JournalEntry.<JournalEntry> list("exerciseId = ?1 and type = ?2 and locate(?3, data) > 0", exerciseId,
                JournalEvent.type(kind), note.toString()).stream()
                .filter(entry -> note.toString().equals(entry.as(kind).note())).toList();
    }

    private static void refuseLate(Instant said, Instant now) {
        if (said.plus(LIMIT).isBefore(now)) {
            throw Problem.conflict(TOO_LATE);
        }
    }
}

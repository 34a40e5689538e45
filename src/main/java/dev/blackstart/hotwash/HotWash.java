package dev.blackstart.hotwash;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import dev.blackstart.conduct.ExerciseClosing;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Permission;
import dev.blackstart.hotwash.HotWashEvent.HotWashAnswered;
import dev.blackstart.hotwash.HotWashEvent.HotWashClosed;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.Problem;

/**
 * Takes the answers of a hot wash, from ENDEX until it is closed, at the latest with its exercise. Anonymous answers become
 * readable five at a time, so that none can be told by the moment at which it appears; what is left when it is closed
 * joins those that are readable already.
 */
@ApplicationScoped
public class HotWash {

    /** Fewer anonymous answers are shown to nobody. */
    public static final int GROUP = 5;

    private final Clock clock;
    private final Journal journal;

    HotWash(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /** @return whether it was new, and the answer */
    public record Taken(HotWashAnswer answer, boolean fresh) {
    }

    /**
     * @throws Problem 403 outside the roster, 409 before ENDEX and when it is closed, 409 for an id that says something else
     */
    @Transactional
    public Taken take(UUID exerciseId, HotWashEntry typed, ExerciseAccess by) {
        by.must(Permission.TAKE_PART);
        if (typed == null) {
            throw Problem.invalid("wentWell", "Say something in at least one of the fields.");
        }
        HotWashEntry entry = typed.checked();
        Exercise exercise = Exercise.lock(exerciseId);
        mustBeOpen(exercise);
        String author = entry.isAnonymous() ? null : by.viewer();
        HotWashAnswer known = entry.id() == null ? null : HotWashAnswer.findById(entry.id());
        if (known != null) {
            if (!known.exerciseId.equals(exerciseId) || !known.says(entry, author)) {
                throw Problem.conflict("Another answer has this id; send yours with a new one.");
            }
            return new Taken(known, false);
        }
        Instant at = clock.instant();
        HotWashAnswer answer = new HotWashAnswer(entry.id() == null ? UUID.randomUUID() : entry.id(), exerciseId, author, entry,
                author == null ? exercise.endedAt : at);
        answer.persist();
        if (author == null) {
            showGroup(exerciseId);
        } else {
            journal.append(exercise, at, new HotWashAnswered(answer.id, answer.wentWell, answer.wentBadly, answer.lucky,
                    answer.confusing, answer.logistics), author, Audience.ROSTER);
        }
        return new Taken(answer, true);
    }

    private static void showGroup(UUID exerciseId) {
        List<HotWashAnswer> hidden = HotWashAnswer.anonymous(exerciseId).stream().filter(one -> !one.shown).toList();
        if (hidden.size() >= GROUP) {
            hidden.forEach(HotWashAnswer::show);
        }
    }

    private static void mustBeOpen(Exercise exercise) {
        if (exercise.isRehearsal()) {
            throw Problem.conflict("A rehearsal has no hot wash.");
        }
        if (!exercise.state.hasEnded()) {
            throw Problem.conflict("The hot wash opens at ENDEX.");
        }
        if (!isOpen(exercise)) {
            throw Problem.conflict("The hot wash is closed; tell the facilitator of the review.");
        }
    }

    /** Whether it takes answers. */
    public static boolean isOpen(Exercise exercise) {
        return exercise.state == ExerciseState.ENDED && !exercise.isRehearsal() && !HotWashClosing.isThere(exercise.id);
    }

    /** Of the exercise that ended last of those this person took part in. */
    static Optional<UUID> newestOpen(String person) {
        return HotWashAnswer.getEntityManager().createQuery("""
                select e.id from Exercise e where e.mode = LIVE and e.state = ENDED
                    and exists (select 1 from RosterEntry r where r.exerciseId = e.id and r.person = ?1)
                    and not exists (select 1 from HotWashClosing c where c.exerciseId = e.id)
                    order by e.endedAt desc, e.id""", UUID.class).setParameter(1, person).setMaxResults(1).getResultStream()
                .findFirst();
    }

    /** @throws Problem 403 for who may not, 409 where it is not open */
    @Transactional
    public void close(UUID exerciseId, ExerciseAccess by) {
        by.must(Permission.CLOSE);
        Exercise exercise = Exercise.lock(exerciseId);
        mustBeOpen(exercise);
        close(exercise, by.viewer(), clock.instant());
    }

    /** An exercise that is closed takes no answers any more. */
    void exerciseCloses(@Observes ExerciseClosing closing) {
        if (isOpen(closing.exercise())) {
            close(closing.exercise(), closing.actor(), closing.at());
        }
    }

    private void close(Exercise exercise, String person, Instant at) {
        List<HotWashAnswer> all = HotWashAnswer.of(exercise.id);
        List<HotWashAnswer> anonymous = all.stream().filter(one -> one.author == null).toList();
        if (anonymous.size() >= GROUP) {
            anonymous.forEach(HotWashAnswer::show);
        }
        new HotWashClosing(exercise.id, person, at).persist();
        journal.append(exercise, at, new HotWashClosed(all.size() - anonymous.size(), anonymous.size()), person,
                Audience.CONTROL);
    }
}

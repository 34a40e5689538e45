package dev.blackstart.conduct.noduff;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BooleanSupplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import dev.blackstart.calling.RealEmergency;
import dev.blackstart.conduct.ExerciseEvent.ExercisePaused;
import dev.blackstart.conduct.ExerciseEvent.NoDuffCalled;
import dev.blackstart.conduct.engine.NextDueTracker;
import dev.blackstart.drills.Faults;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Mode;
import dev.blackstart.exercise.PauseReason;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.notify.Outbox;
import dev.blackstart.problem.TextLimits;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * A real emergency, said by anyone: their exercise stands, every fault is reverted, everybody is told. Always accepted, even
 * twice.
 */
@ApplicationScoped
public class NoDuff implements RealEmergency {

    /**
     * How long each try waits for whoever holds an exercise. The first takes what is free: no exercise waits for another one.
     */
    private static final List<Duration> PATIENCE = List.of(Duration.ZERO, Duration.ofSeconds(2), Duration.ofSeconds(10),
            Duration.ofSeconds(20));

    private static final Duration RECALL_PATIENCE = Duration.ofSeconds(2);
    private static final int TRIES = 3;

    private final Clock clock;
    private final Journal journal;
    private final Faults faults;
    private final Outbox outbox;
    private final NoDuffLetters letters;
    private final NextDueTracker nextDueTracker;

    NoDuff(Clock clock, Journal journal, Faults faults, Outbox outbox, NoDuffLetters letters, NextDueTracker nextDueTracker) {
        this.letters = letters;
        this.clock = clock;
        this.journal = journal;
        this.faults = faults;
        this.outbox = outbox;
        this.nextDueTracker = nextDueTracker;
    }

    @Override
    public void call(UUID exerciseId, String person, String said) {
        call(person, said, exerciseId);
    }

    /** Pauses the caller's live exercises, or without one all of them; one that cannot be reached does not spare the others. */
    public void call(String person, String said) {
        call(person, said, null);
    }

    /** @param named one more than the caller's own, or null */
    private void call(String person, String said, UUID named) {
        String text = TextLimits.kept(TextLimits.REASON, said);
        UUID call = UUID.randomUUID();
        insist("be written down", person, () -> new NoDuffCall(call, person, text, clock.instant()).persist());
        Set<UUID> concerned = new LinkedHashSet<>();
        insist("find its exercises", person, () -> concerned.addAll(concerned(person, named)));
        Set<UUID> held = new LinkedHashSet<>(concerned);
        Set<UUID> untold = new LinkedHashSet<>(concerned);
        Set<UUID> stopped = new HashSet<>();
        Set<UUID> told = new HashSet<>();
        for (Duration patience : PATIENCE) {
            stop(held, stopped, patience, person, text);
            untold.removeIf(id -> (!held.contains(id) || !patience.isZero())
                    && insist("tell the people of exercise " + id, person, () -> {
                        if (NoDuffRepeat.isTold(id, person, text, stopped.contains(id), clock.instant())) {
                            letters.tell(id, !held.contains(id), text);
                            told.add(id);
                        }
                    }));
        }
        for (UUID id : held) {
            Log.errorf("NO DUFF of %s could not pause exercise %s; do it by hand", person, id);
            if (told.contains(id)) {
                insist("ask control staff of exercise " + id, person, () -> letters.askByHand(id));
            }
        }
        insist("be counted", person, () -> NoDuffCall.paused(call, concerned.size() - held.size()));
    }

    /** @param stopped those that ran until now, or that stood for something less */
    private void stop(Set<UUID> held, Set<UUID> stopped, Duration patience, String person, String text) {
        for (UUID id : List.copyOf(held)) {
            if (done("pause exercise " + id, person, () -> pause(take(id, patience), stopped, person, text))) {
                held.remove(id);
                insist("recall the letters of exercise " + id, person, () -> recall(id));
            }
        }
    }

    /** Again where the database refused it: what was refused has left nothing behind. */
    private static boolean insist(String what, String person, Runnable act) {
        for (int i = 1; i <= TRIES; i++) {
            boolean done = done(what, person, () -> {
                act.run();
                return true;
            });
            if (done) {
                return true;
            }
        }
        Log.errorf("NO DUFF of %s could not %s; do it by hand", person, what);
        return false;
    }

    /** Each in a transaction of its own: what fails undoes nothing else, and the call goes on. */
    private static boolean done(String what, String person, BooleanSupplier act) {
        try {
            return QuarkusTransaction.requiringNew().call(act::getAsBoolean);
        } catch (RuntimeException failure) {
            Log.errorf(failure, "NO DUFF of %s could not %s at this try", person, what);
            return false;
        }
    }

    private static List<UUID> concerned(String person, UUID named) {
        String live = "select e.id from Exercise e where e.state in ?1 and e.mode = ?2";
        List<UUID> own = Exercise.getEntityManager()
                .createQuery(live
                        + " and (e.id = ?4 or exists (select 1 from RosterEntry r where r.exerciseId = e.id and r.person = ?3))",
                        UUID.class)
                .setParameter(1, ExerciseState.LIVE).setParameter(2, Mode.LIVE).setParameter(3, person).setParameter(4, named)
                .getResultList();
        return own.isEmpty() ? Exercise.getEntityManager().createQuery(live, UUID.class).setParameter(1, ExerciseState.LIVE)
                .setParameter(2, Mode.LIVE).getResultList() : own;
    }

    /** Null while somebody holds it. PostgreSQL would wait for ever, H2 waits as long as its URL says. */
    private static Exercise take(UUID id, Duration patience) {
        return patience.isZero() ? Exercise.lockIfFree(id)
                : Exercise.<Exercise> find("id", id).withLock(LockModeType.PESSIMISTIC_WRITE)
                        .withHint("jakarta.persistence.lock.timeout", (int) patience.toMillis()).firstResult();
    }

    /** @param exercise locked; null while somebody holds it */
    private boolean pause(Exercise exercise, Set<UUID> stopped, String person, String text) {
        if (exercise == null) {
            return false;
        }
        if (exercise.state == ExerciseState.RUNNING
                || exercise.state == ExerciseState.PAUSED && !exercise.pauseReason.isNoDuff()) {
            stopped.add(exercise.id);
        }
        Instant at = clock.instant();
        if (exercise.state == ExerciseState.RUNNING) {
            exercise.pause(PauseReason.NO_DUFF, at);
            journal.append(exercise, at, ExercisePaused.of(PauseReason.NO_DUFF), person, Audience.ROSTER);
        } else if (exercise.state == ExerciseState.PAUSED) {
            exercise.deepenPause();
        }
        journal.append(exercise, at, new NoDuffCalled(text), person, Audience.ROSTER);
        faults.revertOnNoDuff(exercise, person, at);
        nextDueTracker.set(exercise);
        return true;
    }

    /** The head row first, as whoever else recalls does. */
    private void recall(UUID id) {
        take(id, RECALL_PATIENCE);
        outbox.recallAll(id);
    }
}

package dev.blackstart.conduct;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.calling.Calls;
import dev.blackstart.calling.RealEmergency;
import dev.blackstart.drills.Faults;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.notify.Letter;
import dev.blackstart.notify.Outbox;
import dev.blackstart.planning.Exercise;
import dev.blackstart.planning.ExerciseState;
import dev.blackstart.planning.Mode;
import dev.blackstart.planning.PauseReason;
import dev.blackstart.web.Written;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * A real emergency, said by anyone: their exercise stands, every fault is reverted, everybody is told. Always accepted, even
 * twice.
 */
@ApplicationScoped
public class NoDuff implements RealEmergency {

    private static final int TRIES = 3;

    private final Clock clock;
    private final Journal journal;
    private final Faults faults;
    private final Outbox outbox;
    private final Pace pace;

    NoDuff(Clock clock, Journal journal, Faults faults, Outbox outbox, Pace pace) {
        this.clock = clock;
        this.journal = journal;
        this.faults = faults;
        this.outbox = outbox;
        this.pace = pace;
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
        String text = Written.kept(Written.REASON, said);
        int paused = 0;
        for (UUID exercise : QuarkusTransaction.requiringNew().call(() -> concerned(person, named))) {
            if (done(TRIES, "pause exercise " + exercise, person, () -> pause(exercise, person, text))) {
                paused++;
            }
            done(1, "tell the people of exercise " + exercise, person, () -> tell(exercise, text));
        }
        int count = paused;
        done(1, "be counted", person,
                () -> new NoDuffCall(UUID.randomUUID(), person, text, count, clock.instant()).persist());
    }

    /** Each in a transaction of its own: what fails undoes nothing else, and the call goes on. */
    private static boolean done(int tries, String what, String person, Runnable act) {
        for (int i = 1; i <= tries; i++) {
            try {
                QuarkusTransaction.requiringNew().run(act);
                return true;
            } catch (RuntimeException failure) {
                Log.errorf(failure, "NO DUFF of %s could not %s (try %d of %d); do it by hand", person, what, i, tries);
            }
        }
        return false;
    }

    private static List<UUID> concerned(String person, UUID named) {
        String live = "select e.id from Exercise e where e.state in ?1 and e.mode = ?2";
        List<ExerciseState> states = List.of(ExerciseState.RUNNING, ExerciseState.PAUSED);
        List<UUID> own = Exercise.getEntityManager()
                .createQuery(live
                        + " and (e.id = ?4 or exists (select 1 from RosterEntry r where r.exerciseId = e.id and r.person = ?3))",
                        UUID.class)
                .setParameter(1, states).setParameter(2, Mode.LIVE).setParameter(3, person).setParameter(4, named)
                .getResultList();
        return own.isEmpty() ? Exercise.getEntityManager().createQuery(live, UUID.class).setParameter(1, states)
                .setParameter(2, Mode.LIVE).getResultList() : own;
    }

    private void pause(UUID id, String person, String text) {
        Exercise exercise = Exercise.lock(id);
        Instant at = clock.instant();
        if (exercise.state == ExerciseState.RUNNING) {
            exercise.pause(PauseReason.NO_DUFF, at);
            journal.append(exercise, at, "pausex", person, Audience.ROSTER, Map.of("cause", "no-duff"));
        } else if (exercise.state == ExerciseState.PAUSED) {
            exercise.deepenPause();
        }
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("text", text);
        journal.append(exercise, at, "no-duff", person, Audience.ROSTER, facts);
        faults.revertOnNoDuff(exercise, person, at);
        pace.set(exercise);
    }

    /** What was to be sent does not leave any more; this does, by chat and mail at once to whoever was called. */
    private void tell(UUID id, String text) {
        Exercise exercise = Exercise.findById(id);
        Instant at = clock.instant();
        String told = "NO DUFF: a real emergency. The exercise stands; do what the real thing needs."
                + (text == null ? "" : "\n" + text);
        outbox.recallAll(id);
        Letter letter = new Letter(id, null, "NO DUFF", told, exercise.isRehearsal());
        Set<String> contacted = Calls.contacted(id);
        outbox.postByEach(letter, contacted, List.of("webhook", "email"), at);
        Set<String> others = Addressing.people(exercise, List.of(Addressing.EVERYONE), exercise.clock.position(at));
        others.removeAll(contacted);
        outbox.post(letter, others, List.of(), at);
    }
}

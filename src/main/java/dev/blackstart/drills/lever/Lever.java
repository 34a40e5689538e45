package dev.blackstart.drills.lever;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import dev.blackstart.drills.DeadlinesChanged;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.FaultState;
import dev.blackstart.drills.Faults;
import dev.blackstart.drills.lever.SafetyLeverEvent.SafetyLeverPulled;
import dev.blackstart.drills.lever.SafetyLeverEvent.SafetyLeverReleased;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Mode;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.web.Texts;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * The platform-wide safety lever. That it is pulled is written first, so no fault begins behind it; then each exercise is taken
 * by
 * its own lock, and one that cannot be reached does not spare the others.
 */
@ApplicationScoped
public class Lever {

    private final Faults faults;
    private final Journal journal;
    private final Event<DeadlinesChanged> deadlinesChanged;
    private final Clock clock;

    Lever(Faults faults, Journal journal, Event<DeadlinesChanged> deadlinesChanged, Clock clock) {
        this.faults = faults;
        this.journal = journal;
        this.deadlinesChanged = deadlinesChanged;
        this.clock = clock;
    }

    /** How much of what somebody sees as control staff do it concerns. */
    public record Reach(long exercises, long faults) {
    }

    /** Safety officers of what runs, masters of disaster and administrators. */
    boolean mayMove(String person, boolean master) {
        return master || holds(person, List.of(ExerciseRole.SAFETY_OFFICER));
    }

    /** Whoever conducts what runs has to know whether faults can begin. */
    public boolean maySee(String person, boolean master) {
        return master || holds(person, List.of(ExerciseRole.SAFETY_OFFICER, ExerciseRole.DIRECTOR, ExerciseRole.CONTROLLER,
                ExerciseRole.EVALUATOR));
    }

    private static boolean holds(String person, List<ExerciseRole> roles) {
        return Panache.getEntityManager()
                .createQuery("select count(r) from RosterEntry r, Exercise e where e.id = r.exerciseId and r.person = :viewer "
                        + "and r.role in :roles and e.state in :states and e.mode = :mode", Long.class)
                .setParameter("viewer", person).setParameter("roles", roles)
                .setParameter("states", ExerciseState.LIVE).setParameter("mode", Mode.LIVE)
                .getSingleResult() > 0;
    }

    Reach reach(String person, boolean master) {
        List<UUID> seen = Panache.getEntityManager()
                .createQuery(
                        "select e.id from Exercise e where e.mode = :mode and e.state in :states and " + Visibility.CONTROL,
                        UUID.class)
                .setParameter("mode", Mode.LIVE)
                .setParameter("states", ExerciseState.LIVE).setParameter("viewer", person)
                .setParameter("master", master).getResultList();
        return new Reach(seen.size(), seen.stream().mapToLong(id -> Drill.toRevert(id).size()).sum());
    }

    /** Asking for the state it already has is written down again, and reverts again what may stand. */
    SafetyLever move(boolean pulled, String reason, String person) {
        if (reason == null || reason.isBlank()) {
            throw Problem.invalid("reason", "Say why; everybody who conducts will read it.");
        }
        TextLimits.atMost(TextLimits.REASON, "reason", reason);
        SafetyLever lever = QuarkusTransaction.requiringNew().call(() -> {
            SafetyLever made = new SafetyLever(pulled, reason.strip(), person, clock.instant());
            made.persist();
            return made;
        });
        List<UUID> failed = new ArrayList<>();
        for (UUID exercise : QuarkusTransaction.requiringNew().call(Lever::concerned)) {
            try {
                QuarkusTransaction.requiringNew().run(() -> tell(exercise, lever));
            } catch (RuntimeException failure) {
                failed.add(exercise);
                Log.errorf(failure, "The safety lever could not revert exercise %s; revert its faults by hand", exercise);
            }
        }
        if (!failed.isEmpty()) {
            throw new Problem(500, "Not everywhere",
                    "The lever is moved, but %s could not be reached; revert the faults there by hand, or pull again."
                            .formatted(Texts.count(failed.size(), "exercise")));
        }
        return lever;
    }

    /** What runs, and what has ended while something may still be broken out there. */
    private static List<UUID> concerned() {
        return Panache.getEntityManager()
                .createQuery("select e.id from Exercise e where e.mode = :mode and (e.state in :live or "
                        + "exists (select 1 from Drill d where d.exerciseId = e.id and d.state in :toRevert))", UUID.class)
                .setParameter("mode", Mode.LIVE).setParameter("live", ExerciseState.LIVE)
                .setParameter("toRevert", FaultState.TO_REVERT).getResultList();
    }

    private void tell(UUID id, SafetyLever lever) {
        Exercise exercise = Exercise.lock(id);
        Instant at = clock.instant();
        journal.append(exercise, at,
                lever.pulled ? new SafetyLeverPulled(lever.reason) : new SafetyLeverReleased(lever.reason), lever.movedBy,
                Audience.CONTROL);
        if (lever.pulled) {
            faults.revertAll(exercise, "the safety lever", lever.movedBy, at);
        }
        deadlinesChanged.fire(new DeadlinesChanged(exercise));
    }
}

package dev.blackstart.conduct.deconfliction;

import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Mode;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;

/**
 * Who says whether something belongs to an exercise: its trusted agents and safety officers on duty, without any its directors.
 * Where nothing runs Masters of Disaster do, so that whoever asks is answered all the same.
 */
@ApplicationScoped
class Answerers {

    private final Clock clock;

    Answerers(Clock clock) {
        this.clock = clock;
    }

    static List<UUID> running() {
        return Exercise.getEntityManager()
                .createQuery("select e.id from Exercise e where e.mode = ?1 and e.state in ?2 order by e.id", UUID.class)
                .setParameter(1, Mode.LIVE).setParameter(2, ExerciseState.LIVE).getResultList();
    }

    /** @param exerciseId null where nothing runs @return person keys */
    Set<String> of(UUID exerciseId) {
        if (exerciseId == null) {
            return masters();
        }
        Exercise exercise = Exercise.findById(exerciseId);
        Set<String> people = onDuty(exercise, Set.of(ExerciseRole.TRUSTED_AGENT, ExerciseRole.SAFETY_OFFICER));
        return people.isEmpty() ? onDuty(exercise, Set.of(ExerciseRole.DIRECTOR)) : people;
    }

    private Set<String> onDuty(Exercise exercise, Set<ExerciseRole> roles) {
        long now = exercise.clock.position(clock.instant());
        Set<String> people = new LinkedHashSet<>();
        RosterEntry.of(exercise.id).stream().filter(seat -> roles.contains(seat.role) && seat.isOnDuty(now))
                .forEach(seat -> people.add(seat.person));
        return people;
    }

    private static Set<String> masters() {
        Set<String> people = new LinkedHashSet<>();
        Person.<Person> list("platformRole in ?1 and leftAt is null order by key",
                List.of(PlatformRole.MASTER_OF_DISASTER, PlatformRole.ADMIN)).forEach(person -> people.add(person.key));
        return people;
    }
}

package dev.blackstart.exercise.gate;

import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument.Seat;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.people.Person;

/** Whoever is seated has the skills that the seat needs. It warns: an exercise may be the way to learn them. */
@ApplicationScoped
class SkillsCheck implements GateCheck {

    @Override
    public GateKey key() {
        return GateKey.SKILLS;
    }

    @Override
    public Answer check(Exercise exercise) {
        List<Seat> seats = exercise.plan().roster().stream().filter(seat -> !seat.skills().isEmpty()).toList();
        if (seats.isEmpty()) {
            return Answer.NOT_APPLICABLE;
        }
        List<String> missing = seats.stream().flatMap(SkillsCheck::missing).toList();
        return missing.isEmpty() ? Answer.PASS
                : Answer.warn("Not in the directory: " + String.join("; ", missing) + ".");
    }

    private static Stream<String> missing(Seat seat) {
        Person person = Person.byKey(seat.person());
        return seat.skills().stream().filter(skill -> person == null || !person.skills.contains(skill))
                .map(skill -> seat.person() + " has no skill " + skill);
    }
}

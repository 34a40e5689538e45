package dev.blackstart.calling;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.catalogue.CallTree;
import dev.blackstart.catalogue.PlanDocument.Notice;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.Mode;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.gate.GateCheck;
import dev.blackstart.people.Team;

/** Whoever is seated is free for it, and is not called without notice too often. The directory knows of no leave. */
@ApplicationScoped
class PeopleCheck implements GateCheck {

    private static final Duration QUARTER = Duration.ofDays(90);

    private final PeopleCheckConfig config;
    private final OverlappingExercises overlapping;
    private final Clock clock;

    PeopleCheck(PeopleCheckConfig config, OverlappingExercises overlapping, Clock clock) {
        this.config = config;
        this.overlapping = overlapping;
        this.clock = clock;
    }

    @Override
    public GateKey key() {
        return GateKey.PEOPLE;
    }

    @Override
    public Answer check(Exercise exercise) {
        List<String> todo = new ArrayList<>();
        Set<String> busy = config.allowOverlap() ? Set.of() : overlapping.people(exercise);
        if (!busy.isEmpty()) {
            todo.add("Seat somebody else, or move the exercise; at that time these take part in another one: "
                    + String.join(", ", busy) + ".");
        }
        List<String> called = calledTooOften(exercise);
        if (!called.isEmpty()) {
            todo.add("Call somebody else; within 90 days these were called by %d or more unannounced exercises: %s."
                    .formatted(config.unannouncedCallsPerQuarter().getAsInt(), String.join(", ", called)));
        }
        return todo.isEmpty() ? Answer.PASS : Answer.fail(String.join(" ", todo));
    }

    private List<String> calledTooOften(Exercise exercise) {
        Set<String> people = new LinkedHashSet<>();
        if (exercise.notice == Notice.UNANNOUNCED && config.unannouncedCallsPerQuarter().isPresent()) {
            exercise.plan().callTrees().forEach(tree -> addTo(people, tree.root()));
            RosterEntry.of(exercise.id).stream().filter(seat -> seat.role == ExerciseRole.PLAYER)
                    .forEach(seat -> people.add(seat.person));
        }
        if (people.isEmpty()) {
            return List.of();
        }
        return ContactAttempt.getEntityManager().createQuery("""
                select a.person from ContactAttempt a, Exercise e where e.id = a.exerciseId and e.id <> ?1 and e.mode = ?2
                    and e.notice = ?3 and a.createdAt >= ?4 and a.person in ?5
                    group by a.person having count(distinct a.exerciseId) >= ?6 order by a.person""", String.class)
                .setParameter(1, exercise.id).setParameter(2, Mode.LIVE).setParameter(3, Notice.UNANNOUNCED)
                .setParameter(4, clock.instant().minus(QUARTER)).setParameter(5, people)
                .setParameter(6, (long) config.unannouncedCallsPerQuarter().getAsInt()).getResultList();
    }

    private static void addTo(Set<String> people, CallTree.Node node) {
        if (node.person() != null) {
            people.add(node.person());
        } else {
            Team team = Team.byKey(node.onDuty());
            people.addAll(team == null ? Set.of() : team.onDuty().stream().collect(Collectors.toSet()));
        }
        node.calls().forEach(next -> addTo(people, next));
    }
}

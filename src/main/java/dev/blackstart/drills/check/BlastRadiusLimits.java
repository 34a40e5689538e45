package dev.blackstart.drills.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.BlastRadius;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDocument.Environment;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.FaultState;
import dev.blackstart.drills.Faults;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Mode;

/**
 * What faults take together against what this installation allows, and against what each of them promises to leave healthy.
 * Faults of different environments do not add up; a fault without a declared blast radius, which production does not admit,
 * counts as nothing.
 */
@ApplicationScoped
class BlastRadiusLimits {

    private final BlastRadiusConfig limits;

    BlastRadiusLimits(BlastRadiusConfig limits) {
        this.limits = limits;
    }

    /** What one drill exceeds by itself, a sentence each. */
    List<String> exceededBy(PlanDocument.Drill drill) {
        BlastRadius declared = drill.blastRadius();
        List<String> exceeded = new ArrayList<>();
        if (declared == null) {
            return exceeded;
        }
        double drawn = drawn(drill);
        if (drawn > declared.targets()) {
            exceeded.add("%s draws %s%% of its targets and declares %s%%.".formatted(drill.key(), text(drawn),
                    text(declared.targets())));
        }
        exceeded.addAll(exceeded(drill.key(), List.of(declared)));
        return exceeded;
    }

    /** What a drill exceeds together with the faults that are active in its own exercise. */
    List<String> exceededWithOwn(Exercise exercise, PlanDocument.Drill drill) {
        List<BlastRadius> together = new ArrayList<>(active(exercise, environment(exercise, drill)).toList());
        if (drill.blastRadius() == null || together.isEmpty()) {
            return List.of();
        }
        together.add(drill.blastRadius());
        return exceeded(drill.key() + " and the active faults of this exercise", together);
    }

    /** Whether a drill exceeds a limit only because of what is active in other exercises. */
    boolean isExceededWithOthers(Exercise exercise, PlanDocument.Drill drill) {
        if (drill.blastRadius() == null) {
            return false;
        }
        Environment environment = environment(exercise, drill);
        List<BlastRadius> others = others(exercise).stream().flatMap(other -> active(other, environment)).toList();
        List<BlastRadius> together = new ArrayList<>(others);
        active(exercise, environment).forEach(together::add);
        together.add(drill.blastRadius());
        return !others.isEmpty() && !exceeded("", together).isEmpty();
    }

    private List<String> exceeded(String what, Collection<BlastRadius> together) {
        double targets = together.stream().mapToDouble(BlastRadius::targets).sum();
        double customers = together.stream().mapToDouble(BlastRadius::customers).sum();
        double healthy = together.stream().mapToDouble(BlastRadius::minHealthy).reduce(limits.minHealthy(), Math::max);
        List<String> exceeded = new ArrayList<>();
        if (targets > limits.targets()) {
            exceeded.add("%s: %s%% of the targets at once; this installation allows %s%%.".formatted(what, text(targets),
                    text(limits.targets())));
        }
        if (customers > limits.customers()) {
            exceeded.add("%s: %s%% of the customers at once; this installation allows %s%%.".formatted(what, text(customers),
                    text(limits.customers())));
        }
        if (BlastRadius.healthyAfter(targets) < healthy) {
            exceeded.add("%s: %s%% of the targets at once leave less than the %s%% healthy that are required.".formatted(what,
                    text(targets), text(healthy)));
        }
        return exceeded;
    }

    private static Environment environment(Exercise exercise, PlanDocument.Drill drill) {
        return exercise.plan().environmentOf(drill);
    }

    /** Of the faults that may be there now. */
    private static Stream<BlastRadius> active(Exercise exercise, Environment environment) {
        PlanDocument plan = exercise.plan();
        return Drill.of(exercise.id).stream().filter(drill -> drill.state.isActive())
                .flatMap(drill -> plan.drill(drill.key).stream())
                .filter(drill -> drill.blastRadius() != null && plan.environmentOf(drill) == environment)
                .map(PlanDocument.Drill::blastRadius);
    }

    private static List<Exercise> others(Exercise exercise) {
        return Exercise.list("""
                from Exercise e where e.mode = ?1 and e.id <> ?2 and exists
                    (select 1 from Drill d where d.exerciseId = e.id and d.state in ?3)""",
                Mode.LIVE, exercise.id, FaultState.ACTIVE);
    }

    /** The share that its lottery draws; zero where nothing is drawn. */
    private static double drawn(PlanDocument.Drill drill) {
        JsonNode select = drill.fault().path("select");
        return select.has("percent") ? select.get("percent").asDouble()
                : 100.0 * select.path("count").asInt() / Math.max(1, drill.targets().size());
    }

    private static String text(double percent) {
        return percent == Math.rint(percent) ? String.valueOf((long) percent) : String.valueOf(percent);
    }
}

package dev.blackstart.drills.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDocument.Environment;
import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.Mode;
import dev.blackstart.exercise.gate.GateCheck;

/**
 * What is reverted in production was reverted before where less was at stake: the same revert, live, and somebody or a probe
 * saw
 * that it worked. Only exercises that are over count, so that the answer tells nothing of one that runs.
 */
@ApplicationScoped
class RevertProvenCheck implements GateCheck {

    private static final Duration RECENT = Duration.ofDays(90);

    /** Parts of a revert that say when and how it is looked at, not what it does. */
    private static final List<String> ASIDE = List.of("verify", "onlyIf", "otherwise", "deadline");

    private final Clock clock;

    RevertProvenCheck(Clock clock) {
        this.clock = clock;
    }

    @Override
    public GateKey key() {
        return GateKey.REVERT_PROVEN;
    }

    @Override
    public Answer check(Exercise exercise) {
        PlanDocument plan = exercise.plan();
        List<PlanDocument.Drill> inProduction = plan.drills().stream().filter(drill -> drill.revert() != null)
                .filter(drill -> plan.environmentOf(drill) == Environment.PRODUCTION).toList();
        if (inProduction.isEmpty()) {
            return Answer.NOT_APPLICABLE;
        }
        List<JsonNode> proven = proven();
        List<String> missing = inProduction.stream().filter(drill -> !proven.contains(essence(drill.revert())))
                .map(PlanDocument.Drill::key).toList();
        return missing.isEmpty() ? Answer.PASS
                : Answer.fail(
                        "Exercise the same revert live in staging or development first, and confirm that it worked; it was "
                                + "not within 90 days: " + String.join(", ", missing) + ".");
    }

    private List<JsonNode> proven() {
        return verified(clock.instant().minus(RECENT)).stream().map(RevertProvenCheck::reverted)
                .filter(revert -> revert != null).toList();
    }

    private record Reverted(UUID exercise, String drill) {
    }

    private static List<Reverted> verified(Instant since) {
        return Drill.getEntityManager().createQuery("""
                select d.exerciseId, d.key from Drill d, Exercise e where e.id = d.exerciseId and e.mode = ?1 and e.state in ?2
                    and d.verified = true and d.revertedAt >= ?3""", Object[].class)
                .setParameter(1, Mode.LIVE).setParameter(2, List.of(ExerciseState.ENDED, ExerciseState.CLOSED))
                .setParameter(3, since).getResultStream().map(row -> new Reverted((UUID) row[0], (String) row[1])).toList();
    }

    /** What the revert does; null where it was in production, too. */
    private static JsonNode reverted(Reverted one) {
        PlanDocument plan = Exercise.<Exercise> findById(one.exercise()).plan();
        return plan.drill(one.drill()).filter(drill -> drill.revert() != null)
                .filter(drill -> plan.environmentOf(drill) != Environment.PRODUCTION).map(drill -> essence(drill.revert()))
                .orElse(null);
    }

    private static JsonNode essence(JsonNode revert) {
        ObjectNode essence = revert.deepCopy();
        return essence.remove(ASIDE);
    }
}

package dev.blackstart.evaluation.assumption;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import io.quarkus.qute.TemplateExtension;

/** Records whether assumptions of the plan held: from STARTEX until the exercise is closed. */
@ApplicationScoped
public class Assumptions {

    private final Clock clock;
    private final Journal journal;

    Assumptions(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /** @param outcome null while nobody said it @param at when it was said @param author person key */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Assumed(String key, String text, String outcome, String note, String author, Instant at) {
    }

    /** In the plan's order, each with what was said last. */
    public static List<Assumed> of(Exercise exercise) {
        List<AssumptionCheck> checks = AssumptionCheck.of(exercise.id);
        return exercise.plan().scenario().assumptions().stream().map(one -> assumed(one, checks)).toList();
    }

    private static Assumed assumed(PlanDocument.Assumption assumption, List<AssumptionCheck> all) {
        return all.stream().filter(one -> one.assumption.equals(assumption.key())).reduce((first, second) -> second)
                .map(one -> new Assumed(assumption.key(), assumption.text(), one.outcome, one.note, one.author, one.createdAt))
                .orElse(new Assumed(assumption.key(), assumption.text(), null, null, null, null));
    }

    /**
     * The same said again changes nothing.
     *
     * @param outcome one of {@link AssumptionCheck#OUTCOMES}
     * @param note what shows it; required where it did not hold
     * @throws Problem 404 for no assumption of the plan, 422 for another word or a missing note
     * @throws IllegalTransition before STARTEX and once it is closed
     */
    @Transactional
    public Assumed check(UUID exerciseId, String key, String outcome, String note, ExerciseAccess by) {
        by.must(Permission.JUDGE);
        Exercise exercise = Exercise.lock(exerciseId);
        PlanDocument.Assumption assumption = exercise.plan().scenario().assumptions().stream()
                .filter(one -> one.key().equals(key)).findFirst().orElseThrow(Problem::notFound);
        if (outcome == null || !AssumptionCheck.OUTCOMES.contains(outcome)) {
            throw Problem.invalid("outcome", "outcome is one of " + String.join(", ", AssumptionCheck.OUTCOMES) + ".");
        }
        String said = note == null || note.isBlank() ? null : TextLimits.atMost(TextLimits.REASON, "note", note.strip());
        if (said == null && outcome.equals(AssumptionCheck.DID_NOT_HOLD)) {
            throw Problem.invalid("note", "Say what showed that it did not hold.");
        }
        if (!exercise.state.takesFindings()) {
            throw new IllegalTransition("The exercise", exercise.state.key(), "written to", exercise.state.allowed());
        }
        Assumed before = assumed(assumption, AssumptionCheck.of(exerciseId));
        if (outcome.equals(before.outcome()) && Objects.equals(said, before.note())) {
            return before;
        }
        Instant at = clock.instant();
        new AssumptionCheck(exerciseId, key, outcome, said, by.viewer(), at).persist();
        journal.append(exercise, at, new AssumptionChecked(key, assumption.text(), outcome, said), by.viewer(),
                Audience.CONTROL);
        return new Assumed(key, assumption.text(), outcome, said, by.viewer(), at);
    }

    /** Lets the evaluator's page show them. */
    @TemplateExtension(namespace = "assumption")
    static final class OfExercise {

        private OfExercise() {
        }

        static List<Assumed> of(UUID exercise) {
            return Assumptions.of(Exercise.findById(exercise));
        }
    }
}

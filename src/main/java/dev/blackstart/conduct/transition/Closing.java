package dev.blackstart.conduct.transition;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import dev.blackstart.exercise.CloseCheck;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.JudgementCheck;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;

/** What is left to do between ENDEX and the close of an exercise. */
@ApplicationScoped
public class Closing {

    /** In the order in which it is best done. */
    private static final List<String> ORDER = List.of("faults", "expectations", "drills", "objectives", "findings", "defects",
            "review");

    private final Instance<CloseCheck> checks;

    Closing(Instance<CloseCheck> checks) {
        this.checks = checks;
    }

    /** @param judgement whether the rest can be marked as not exercised @param waivable whether a reason may stand in for it */
    public record Step(String key, String words, long count, String href, boolean judgement, boolean waivable,
            List<String> open) {
        public boolean isDone() {
            return count == 0;
        }
    }

    public List<Step> steps(Exercise exercise) {
        return sorted().map(check -> new Step(check.key(), check.words(), check.count(exercise), check.href(exercise),
                check instanceof JudgementCheck, check.isWaivable(), check.open(exercise))).toList();
    }

    /** A check and the sentences that say what it still needs, as the API names them. */
    record Unmet(String key, List<String> open) {
    }

    /** What keeps it from being closed. @param judged whether judgements count @param waived whether a reason was given */
    List<Unmet> unmet(Exercise exercise, boolean judged, boolean waived) {
        return sorted().filter(check -> judged || !(check instanceof JudgementCheck))
                .filter(check -> !waived || !check.isWaivable())
                .map(check -> new Unmet(check.key(), check.open(exercise))).filter(check -> !check.open().isEmpty()).toList();
    }

    /** The head row's lock is held. */
    void markRestNotExercised(Exercise exercise, String actor, Instant at) {
        sorted().filter(JudgementCheck.class::isInstance).map(JudgementCheck.class::cast)
                .filter(check -> check.count(exercise) > 0)
                .forEach(check -> check.markNotExercised(exercise, actor, at));
    }

    private Stream<CloseCheck> sorted() {
        return checks.stream().sorted(Comparator.comparing((CloseCheck check) -> ORDER.indexOf(check.key()))
                .thenComparing(CloseCheck::key));
    }

    /** Lets a page ask for what is left. */
    @TemplateExtension(namespace = "closing")
    static final class OfExercise {

        private OfExercise() {
        }

        static List<Step> steps(UUID exercise) {
            return Arc.container().instance(Closing.class).get().steps(Exercise.findById(exercise));
        }
    }
}

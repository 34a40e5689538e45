package dev.blackstart.insight.assumption;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.impact.FailureModeObservation;
import dev.blackstart.evaluation.assumption.AssumptionCheck;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.reading.DrillRuns;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.reading.InsightTopic;
import dev.blackstart.insight.reading.ReadableExercises;

/** The register of assumptions, and of failure modes that were imagined before. */
@ApplicationScoped
class AssumptionTopic implements InsightTopic {

    private final ReadablePlans plans;
    private final ReadableExercises exercises;

    AssumptionTopic(ReadablePlans plans, ReadableExercises exercises) {
        this.plans = plans;
        this.exercises = exercises;
    }

    @Override
    public String key() {
        return "assumptions";
    }

    @Override
    public int position() {
        return 9;
    }

    @Override
    public String title() {
        return "Assumptions";
    }

    @Override
    public String question() {
        return "What do our plans assume, what failures do they imagine, and what did exercises show of it?";
    }

    @Override
    public List<Figure> figures(InsightReader reader, InsightFilter filter) {
        List<PlanDocument> readable = plans.of(reader, filter.team());
        Map<UUID, Exercise> over = exercises.of(reader, DrillRuns.EVER, filter.until()).stream()
                .collect(Collectors.toMap(exercise -> exercise.id, Function.identity()));
        Set<String> shown = readable.stream().map(PlanDocument::key).collect(Collectors.toSet());
        Map<String, List<Shown>> checks = byPlan(shown, exercises
                .belonging(AssumptionCheck.class, reader, DrillRuns.EVER, filter.until(), "x.createdAt, x.id").stream()
                .map(one -> new Shown(over.get(one.exerciseId), one.assumption, one.outcome, one.note, one.createdAt)));
        Map<String, List<Shown>> observed = byPlan(shown, exercises
                .belonging(FailureModeObservation.class, reader, DrillRuns.EVER, filter.until(), "x.createdAt, x.id").stream()
                .map(one -> new Shown(over.get(one.exerciseId), one.mode, one.outcome, one.observed, one.createdAt)));
        return List.of(AssumptionRegister.figure(readable, checks), FailureModeRegister.figure(readable, observed));
    }

    /** By plan and key; of each exercise what was recorded last. */
    private static Map<String, List<Shown>> byPlan(Set<String> plans, Stream<Shown> all) {
        Map<String, Shown> newest = all
                .filter(one -> one.exercise() != null && plans.contains(one.exercise().planKey))
                .collect(Collectors.toMap(
                        one -> one.exercise().id + " " + one.key(), Function.identity(), AssumptionTopic::later));
        return newest.values().stream().collect(Collectors.groupingBy(one -> name(one.exercise().planKey, one.key())));
    }

    private static Shown later(Shown one, Shown other) {
        Instant at = other.at();
        return at.isBefore(one.at()) ? one : other;
    }

    static String name(String plan, String key) {
        return plan + " " + key;
    }
}

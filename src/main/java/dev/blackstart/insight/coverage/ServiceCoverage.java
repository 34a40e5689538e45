package dev.blackstart.insight.coverage;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument.Objective;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.drills.clock.ClockReading;
import dev.blackstart.drills.clock.DrillClock;
import dev.blackstart.evaluation.ObjectiveRating;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.figure.FigureTable.Cell;
import dev.blackstart.insight.reading.DrillRun;
import dev.blackstart.insight.reading.DrillRuns;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.reading.OwnedSystems;
import dev.blackstart.insight.reading.ReadableExercises;
import dev.blackstart.people.system.SystemEntry;

/** Indispensable services: whether their recovery fits the impact tolerance, and what they need that was never drilled. */
@ApplicationScoped
class ServiceCoverage {

    private final ReadableExercises exercises;

    ServiceCoverage(ReadableExercises exercises) {
        this.exercises = exercises;
    }

    Figure figure(InsightReader reader, InsightFilter filter, List<DrillRun> ever) {
        Map<UUID, Exercise> over = exercises.of(reader, DrillRuns.EVER, filter.until()).stream()
                .collect(Collectors.toMap(exercise -> exercise.id, Function.identity()));
        List<ObjectiveRating> ratings = exercises.belonging(ObjectiveRating.class, reader, DrillRuns.EVER, filter.until(),
                "x.createdAt, x.id");
        FigureTable.Builder table = FigureTable.columns("service=Service", "tolerance=Impact tolerance", "drilled=Last drilled",
                "recovery=Newest recovery", "within=Within the tolerance", "needs=Depends on", "never=Never drilled of these",
                "objective=Newest objective", "rating=Rating");
        OwnedSystems.of(filter.team()).stream().filter(system -> system.indispensable)
                .forEach(service -> row(table, service, ever, over, ratings));
        return new Figure("services", "Indispensable services", new Definition(
                "Services of the directory that the organisation cannot miss for long, with their impact tolerance: the newest measured"
                        + " recovery beside it, which of the systems they depend on were never drilled, and the newest rated"
                        + " objective that names the service.",
                "the tolerance is a decision, no measurement. A recovery of one system is not yet the recovery of the service."),
                null, table.build(), FigureTable.NONE, null);
    }

    private static void row(FigureTable.Builder table, SystemEntry service, List<DrillRun> ever, Map<UUID, Exercise> over,
            List<ObjectiveRating> ratings) {
        List<DrillRun> runs = ever.stream().filter(run -> run.targets().contains(service.key)).toList();
        DrillRun last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
        DrillRun recovered = runs.stream().filter(run -> recovery(run) != null).reduce((older, newer) -> newer).orElse(null);
        Duration took = recovered == null ? null : recovery(recovered);
        Duration tolerance = service.impactTolerance == null ? null : PlanDuration.of(service.impactTolerance).onClock();
        List<String> never = service.dependencies().stream()
                .filter(needed -> ever.stream().noneMatch(run -> run.targets().contains(needed))).toList();
        ObjectiveRating rated = ratings.stream().filter(rating -> names(rating, over, service.key))
                .max(Comparator.comparing((ObjectiveRating rating) -> rating.createdAt).thenComparing(rating -> rating.seq))
                .orElse(null);
        table.row(FigureTable.cell(service.name, service.key, "/directory/systems/" + service.key), tolerance,
                last == null ? FigureTable.cell("never", null, null) : last.at(),
                took == null ? null : FigureTable.cell(took, recovered.href()),
                took == null || tolerance == null ? null : took.compareTo(tolerance) <= 0, list(service.dependencies()),
                list(never), rated == null ? null : objective(rated, over), rated == null ? null : rated.rating.key());
    }

    private static Cell list(List<String> keys) {
        return keys.isEmpty() ? FigureTable.cell("–", List.of(), null)
                : FigureTable.cell(String.join(", ", keys), keys, null);
    }

    /** Null where it was not measured. */
    private static Duration recovery(DrillRun run) {
        return run.clock(DrillClock.RECOVERED).filter(ClockReading::isMarked).map(ClockReading::length).orElse(null);
    }

    private static boolean names(ObjectiveRating rating, Map<UUID, Exercise> over, String service) {
        Exercise exercise = over.get(rating.exerciseId);
        return exercise != null && exercise.plan().objectives().stream().anyMatch(
                objective -> objective.key().equals(rating.objective) && objective.services().contains(service));
    }

    private static Cell objective(ObjectiveRating rated, Map<UUID, Exercise> over) {
        Exercise exercise = over.get(rated.exerciseId);
        String text = exercise.plan().objectives().stream().filter(one -> one.key().equals(rated.objective))
                .map(Objective::text).findFirst().orElse(rated.objective);
        return FigureTable.cell(text, text, DrillRun.href(exercise));
    }
}

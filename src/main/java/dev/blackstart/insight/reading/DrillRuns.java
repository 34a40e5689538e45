package dev.blackstart.insight.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.DrillResult;
import dev.blackstart.drills.clock.ClockReading;
import dev.blackstart.drills.clock.DrillMark;
import dev.blackstart.drills.clock.Mark;
import dev.blackstart.drills.impact.DrillImpact;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.insight.reading.ReadableExercises.Published;

/** Reads the drills of readable exercises, in the order in which their exercises ended. */
@ApplicationScoped
public class DrillRuns {

    /** Long before the first exercise: what once was shown counts however long ago it was. */
    public static final Instant EVER = Instant.EPOCH;

    private final ReadableExercises readable;

    DrillRuns(ReadableExercises readable) {
        this.readable = readable;
    }

    /** Those of the time and the team that were asked for. */
    public List<DrillRun> of(InsightReader reader, InsightFilter filter) {
        return of(reader, filter.since(), filter.until(), filter.team());
    }

    /** Those of the team, since ever. */
    public List<DrillRun> ever(InsightReader reader, InsightFilter filter) {
        return of(reader, EVER, filter.until(), filter.team());
    }

    private List<DrillRun> of(InsightReader reader, Instant since, Instant until, String team) {
        Map<UUID, Exercise> exercises = readable.of(reader, since, until).stream()
                .collect(Collectors.toMap(exercise -> exercise.id, Function.identity()));
        Map<UUID, List<DrillMark>> marks = byDrill(
                readable.belonging(DrillMark.class, reader, since, until, "x.createdAt, x.id"));
        Map<UUID, List<DrillImpact>> impacts = impactsByDrill(
                readable.belonging(DrillImpact.class, reader, since, until, "x.createdAt, x.id"));
        Stream<DrillRun> seen = readable.belonging(Drill.class, reader, since, until, "x.createdAt, x.position, x.id").stream()
                .map(drill -> run(exercises.get(drill.exerciseId), drill, marks.getOrDefault(drill.id, List.of()),
                        impacts.getOrDefault(drill.id, List.of()), drill.result));
        Stream<DrillRun> published = readable.published(reader, since, until).stream().flatMap(DrillRuns::published);
        return Stream.concat(seen, published).filter(Objects::nonNull)
                .filter(run -> team == null || run.plan().team().equals(team))
                .sorted((one, other) -> one.at().compareTo(other.at())).toList();
    }

    /** As they were when the report was published: what was marked or judged later is not in the copy. */
    private static Stream<DrillRun> published(Published copy) {
        UUID id = copy.exercise().id;
        Map<UUID, List<DrillMark>> marks = byDrill(
                DrillMark.list("exerciseId = ?1 and createdAt <= ?2 order by createdAt, id", id, copy.at()));
        Map<UUID, List<DrillImpact>> impacts = impactsByDrill(
                DrillImpact.list("exerciseId = ?1 and createdAt <= ?2 order by createdAt, id", id, copy.at()));
        return Drill.of(id).stream().map(drill -> run(copy.exercise(), drill, marks.getOrDefault(drill.id, List.of()),
                impacts.getOrDefault(drill.id, List.of()),
                drill.resultAt == null || drill.resultAt.isAfter(copy.at()) ? null : drill.result));
    }

    private static Map<UUID, List<DrillMark>> byDrill(List<DrillMark> marks) {
        return marks.stream().collect(Collectors.groupingBy(mark -> mark.drillId));
    }

    private static Map<UUID, List<DrillImpact>> impactsByDrill(List<DrillImpact> impacts) {
        return impacts.stream().collect(Collectors.groupingBy(impact -> impact.drillId));
    }

    private static DrillRun run(Exercise exercise, Drill drill, List<DrillMark> marks, List<DrillImpact> impacts,
            DrillResult result) {
        PlanDocument plan = exercise == null ? null : exercise.plan();
        PlanDocument.Drill planned = plan == null ? null : plan.drill(drill.key).orElse(null);
        if (planned == null) {
            return null;
        }
        List<ClockReading> clocks = ClockReading.of(planned.clockTargets(), drill.injectedAt, exercise.endedAt,
                marks.stream().map(DrillRuns::mark).toList(), exercise.endedAt, exercise.clock.speed);
        return new DrillRun(exercise, plan, planned, drill, clocks, stated(impacts), result);
    }

    private static Mark mark(DrillMark mark) {
        return new Mark(mark.clock, mark.at, mark.source, mark.author, mark.basis, mark.how, mark.path, mark.extent);
    }

    /** The newest word of each person. */
    private static List<String> stated(List<DrillImpact> impacts) {
        return List.copyOf(impacts.stream().filter(impact -> impact.dataLost != null)
                .collect(Collectors.toMap(impact -> impact.author, impact -> impact.dataLost, (older, newer) -> newer))
                .values());
    }
}

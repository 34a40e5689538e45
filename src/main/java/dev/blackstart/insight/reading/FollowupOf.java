package dev.blackstart.insight.reading;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.findings.Finding;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.people.Team;

/** Findings, defects and actions of readable exercises. */
@ApplicationScoped
public class FollowupOf {

    private final ReadableExercises readable;

    FollowupOf(ReadableExercises readable) {
        this.readable = readable;
    }

    /** @param exercises that they belong to, by id */
    public record Followed<T>(List<T> items, Map<UUID, Exercise> exercises) {

        public Exercise exercise(UUID id) {
            return exercises.get(id);
        }
    }

    /** Seen in exercises of the time and team asked for. */
    public Followed<Finding> findings(InsightReader reader, InsightFilter filter) {
        Map<UUID, Exercise> exercises = exercises(reader, filter.since(), filter.until(), filter.team());
        return new Followed<>(readable.belonging(Finding.class, reader, filter.since(), filter.until(), "x.observedAt, x.id")
                .stream().filter(finding -> exercises.containsKey(finding.exerciseId)).toList(), exercises);
    }

    /** Of all exercises of the team up to the last day: a defect outlives the time of its exercise. */
    public Followed<Defect> defects(InsightReader reader, InsightFilter filter) {
        Map<UUID, Exercise> exercises = exercises(reader, DrillRuns.EVER, filter.until(), filter.team());
        return new Followed<>(readable.belonging(Defect.class, reader, DrillRuns.EVER, filter.until(), "x.createdAt, x.id")
                .stream().filter(defect -> exercises.containsKey(defect.exerciseId)).toList(), exercises);
    }

    /** Of all exercises up to the last day; a team's are those that its members own. */
    public Followed<ActionItem> actions(InsightReader reader, InsightFilter filter) {
        Map<UUID, Exercise> exercises = exercises(reader, DrillRuns.EVER, filter.until(), null);
        Team team = filter.team() == null ? null : Team.byKey(filter.team());
        Set<String> owners = team == null ? null : team.members;
        return new Followed<>(readable.belonging(ActionItem.class, reader, DrillRuns.EVER, filter.until(), "x.dueAt, x.id")
                .stream().filter(action -> owners == null || owners.contains(action.owner)).toList(), exercises);
    }

    private Map<UUID, Exercise> exercises(InsightReader reader, Instant since, Instant until, String team) {
        return readable.of(reader, since, until).stream()
                .filter(exercise -> team == null || exercise.plan().team().equals(team))
                .collect(Collectors.toMap(exercise -> exercise.id, Function.identity()));
    }
}

package dev.blackstart.drills.signal;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.alerting.ReceivedAlert;
import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;
import io.quarkus.arc.Arc;
import io.quarkus.qute.TemplateExtension;

/** The alerts of a drill: expected ones, and all that arrived while its fault was active; for control staff alone. */
@ApplicationScoped
public class DrillAlerts {

    /** More are counted and not shown: an alert storm is no list that anybody reads. */
    private static final int SHOWN = 100;

    private final Clock clock;
    private final Journal journal;

    DrillAlerts(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /** @param arrived the first of all that arrived while the fault was active @param count how many these are */
    public record View(List<Expected> expected, List<Arrived> arrived, long count) {
    }

    /** @param state expected, came, missed or not-judged */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Expected(String alert, String state, Instant dueAt, Instant cameAt, String source, boolean late) {

        static Expected of(ExpectedAlert alert) {
            return new Expected(alert.alert, alert.state.key(), alert.dueAt, alert.cameAt, alert.source, alert.late);
        }
    }

    /** @param ratings by person key, the newest of each */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Arrived(UUID id, String name, String source, String status, Instant startsAt, Instant arrivedAt,
            String summary, boolean expected, Map<String, String> ratings) {
    }

    public View of(Drill drill) {
        List<ExpectedAlert> expected = ExpectedAlert.of(drill.id);
        if (drill.armedAt == null) {
            return new View(List.of(), List.of(), 0);
        }
        Set<String> names = expected.stream().map(one -> one.alert).collect(Collectors.toSet());
        Map<UUID, Map<String, String>> ratings = new LinkedHashMap<>();
        AlertRating.of(drill.id).forEach(
                one -> ratings.computeIfAbsent(one.alertId, id -> new LinkedHashMap<>()).put(one.author, one.rating));
        Instant until = until(drill);
        List<Arrived> arrived = new ArrayList<>();
        for (ReceivedAlert alert : ReceivedAlert.between(drill.armedAt, until, SHOWN)) {
            arrived.add(new Arrived(alert.id, alert.name, alert.source, alert.status, alert.startsAt, alert.createdAt,
                    alert.summary, names.contains(alert.name), ratings.getOrDefault(alert.id, Map.of())));
        }
        return new View(expected.stream().map(Expected::of).toList(), arrived,
                ReceivedAlert.countBetween(drill.armedAt, until));
    }

    private Instant until(Drill drill) {
        return drill.revertedAt == null ? clock.instant() : drill.revertedAt;
    }

    /** @throws Problem 404 for an alert that did not arrive while the fault was active, 422 for another word */
    @Transactional
    public void rate(UUID exerciseId, String key, UUID alertId, String rating, ExerciseAccess by) {
        by.must(Permission.JUDGE);
        Exercise exercise = Exercise.lock(exerciseId);
        Drill drill = Drill.of(exerciseId, key);
        ReceivedAlert alert = alertId == null ? null : ReceivedAlert.known(alertId);
        if (drill == null || drill.armedAt == null || alert == null || alert.createdAt.isBefore(drill.armedAt)
                || alert.createdAt.isAfter(until(drill))) {
            throw Problem.notFound();
        }
        if (!AlertRating.WORDS.contains(rating)) {
            throw Problem.invalid("rating", "rating is one of " + String.join(", ", AlertRating.WORDS) + ".");
        }
        if (!exercise.state.takesFindings()) {
            throw new IllegalTransition("The exercise", exercise.state.key(), "rated", exercise.state.allowed());
        }
        String before = AlertRating.of(drill.id).stream()
                .filter(one -> one.alertId.equals(alertId) && one.author.equals(by.viewer())).map(one -> one.rating)
                .reduce((first, second) -> second).orElse(null);
        if (rating.equals(before)) {
            return;
        }
        Instant at = clock.instant();
        new AlertRating(drill, alert, rating, by.viewer(), at).persist();
        journal.append(exercise, at, new AlertRated(drill.key, alert.id.toString(), alert.name, alert.source, rating),
                by.viewer(), Audience.CONTROL);
    }

    /** Lets the pages of control staff show them. */
    @TemplateExtension(namespace = "drillalerts")
    static final class OfDrill {

        private OfDrill() {
        }

        static View of(Drill drill) {
            return Arc.container().instance(DrillAlerts.class).get().of(drill);
        }
    }
}

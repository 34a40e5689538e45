package dev.blackstart.drills.impact;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.catalogue.FailureMode;
import dev.blackstart.drills.Drill;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import io.quarkus.qute.TemplateExtension;

/** Records what drills did to customers and what was seen of failure modes: from STARTEX until the exercise is closed. */
@ApplicationScoped
public class Impacts {

    private final Clock clock;
    private final Journal journal;

    Impacts(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /** @param author person key */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Stated(Instant at, String author, Long customers, Long failedRequests, String dataLost, String p99,
            String experience) {

        static Stated of(DrillImpact impact) {
            return new Stated(impact.createdAt, impact.author, impact.customers, impact.failedRequests, impact.dataLost,
                    impact.p99, impact.experience);
        }
    }

    /** @param outcome null while nobody said it; the newest counts */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Mode(String key, String text, String prevention, String detection, String designed, String outcome,
            String observed, String author) {
    }

    /** The newest statement of each person. */
    public static List<Stated> of(Drill drill) {
        Map<String, Stated> newest = new LinkedHashMap<>();
        DrillImpact.of(drill.id).forEach(impact -> newest.put(impact.author, Stated.of(impact)));
        return List.copyOf(newest.values());
    }

    public static List<Mode> failureModes(Exercise exercise) {
        List<FailureModeObservation> observed = FailureModeObservation.of(exercise.id);
        return exercise.plan().scenario().failureModes().stream().map(mode -> mode(mode, observed)).toList();
    }

    private static Mode mode(FailureMode mode, List<FailureModeObservation> all) {
        FailureModeObservation newest = all.stream().filter(one -> one.mode.equals(mode.key()))
                .reduce((first, second) -> second).orElse(null);
        return new Mode(mode.key(), mode.text(), mode.prevention(), mode.detection(), mode.designed(),
                newest == null ? null : newest.outcome, newest == null ? null : newest.observed,
                newest == null ? null : newest.author);
    }

    /** @throws Problem 409 where the fault was not injected, 422 for nothing stated */
    @Transactional
    public Stated record(UUID exerciseId, String key, ImpactForm form, ExerciseAccess by) {
        by.must(Permission.JUDGE);
        Exercise exercise = Exercise.lock(exerciseId);
        Drill drill = Drill.of(exerciseId, key);
        if (drill == null) {
            throw Problem.notFound();
        }
        ImpactForm said = form.checked();
        mustBeOpen(exercise);
        if (drill.injectedAt == null) {
            throw Problem.conflict("The fault was not injected, so it has had no impact.");
        }
        DrillImpact last = DrillImpact.of(drill.id).stream().filter(one -> one.author.equals(by.viewer()))
                .reduce((first, second) -> second).orElse(null);
        if (last != null && last.said().equals(said)) {
            return Stated.of(last);
        }
        Instant at = clock.instant();
        DrillImpact impact = new DrillImpact(drill, said, by.viewer(), at);
        impact.persist();
        journal.append(exercise, at, new ImpactRecorded(drill.key, drill.title, said.customers(), said.failedRequests(),
                said.dataLost(), said.p99(), said.experience()), by.viewer(), Audience.CONTROL);
        return Stated.of(impact);
    }

    /** @throws Problem 404 for no failure mode of the plan, 422 for another word */
    @Transactional
    public void observe(UUID exerciseId, String key, String outcome, String observed, ExerciseAccess by) {
        by.must(Permission.JUDGE);
        Exercise exercise = Exercise.lock(exerciseId);
        FailureMode mode = exercise.plan().scenario().failureModes().stream().filter(one -> one.key().equals(key)).findFirst()
                .orElseThrow(Problem::notFound);
        if (outcome == null || !FailureModeObservation.OUTCOMES.contains(outcome)) {
            throw Problem.invalid("outcome",
                    "outcome is one of " + String.join(", ", FailureModeObservation.OUTCOMES) + ".");
        }
        String said = observed == null || observed.isBlank() ? null
                : TextLimits.atMost(TextLimits.REASON, "observed", observed.strip());
        if (said == null && outcome.equals("otherwise")) {
            throw Problem.invalid("observed", "Say what was observed instead of what was designed.");
        }
        mustBeOpen(exercise);
        Mode before = mode(mode, FailureModeObservation.of(exerciseId));
        if (outcome.equals(before.outcome()) && Objects.equals(said, before.observed())) {
            return;
        }
        Instant at = clock.instant();
        new FailureModeObservation(exerciseId, key, outcome, said, by.viewer(), at).persist();
        journal.append(exercise, at, new FailureModeObserved(key, mode.text(), outcome, said), by.viewer(), Audience.CONTROL);
    }

    private static void mustBeOpen(Exercise exercise) {
        if (!exercise.state.takesFindings()) {
            throw new IllegalTransition("The exercise", exercise.state.key(), "written to", exercise.state.allowed());
        }
    }

    /** Lets the pages of control staff show them. */
    @TemplateExtension(namespace = "impact")
    static final class OfDrill {

        private OfDrill() {
        }

        static List<Stated> of(Drill drill) {
            return Impacts.of(drill);
        }

        static List<Mode> modes(UUID exercise) {
            return failureModes(Exercise.findById(exercise));
        }
    }
}

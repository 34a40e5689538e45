package dev.blackstart.exercise.page;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDocument.Notice;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.Targets;

/**
 * An exercise as one person may know it. Whoever is not control staff learns cover name and briefing, never plan, name, type;
 * nobody
 * learns a start that is kept from them.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExerciseView(UUID id, String coverName, String playerBriefing, String plan, Integer revision, String name,
        String type,
        String environment, Integer intensity, String campaign, String notice, String state, String mode, Integer speed,
        String outcome, Instant startsAt, List<LocalDate> window, String zone, Instant startedAt, Instant endedAt,
        String clock, String pauseReason, Boolean noDuff, List<Touched> touches) {

    /** A system that the drills touch. */
    public record Touched(String system, String name) {
        static List<Touched> of(PlanDocument plan) {
            return Targets.of(plan).stream().map(key -> new Touched(key, plan.systems().stream()
                    .filter(system -> system.key().equals(key)).map(PlanDocument.SystemUnderTest::name).findFirst()
                    .orElse(key)))
                    .toList();
        }
    }

    public static ExerciseView of(Exercise exercise, ExerciseAccess sight, Instant now) {
        PlanDocument plan = exercise.plan();
        boolean control = sight.control();
        boolean begun = exercise.clock.startedAt != null;
        return new ExerciseView(exercise.id, plan.coverName(), plan.playerBriefing(), control ? exercise.planKey : null,
                control ? exercise.revision : null, control ? exercise.name : null,
                control ? word(plan.type()) : null, control ? word(plan.environment()) : null,
                control ? plan.intensity() : null, control ? plan.campaign() : null, control ? word(exercise.notice) : null,
                exercise.state.key(), control ? exercise.mode.key() : null, control ? exercise.clock.speed : null,
                exercise.outcome == null ? null : exercise.outcome.key(), startsAt(exercise, sight),
                exercise.notice == Notice.WINDOW ? window(plan.schedule().window()) : null, exercise.zone,
                exercise.clock.startedAt,
                exercise.endedAt, begun ? exercise.clockText(now) : null,
                control && exercise.pauseReason != null ? word(exercise.pauseReason) : null,
                exercise.state == ExerciseState.PAUSED ? exercise.pauseReason.isNoDuff() : null,
                sight.may(Permission.SEE_TOUCHED) ? Touched.of(plan) : null);
    }

    /** What this person calls it. */
    public String label() {
        return name == null ? coverName : name;
    }

    /** The start, where this person may know it; else null. */
    public static Instant startsAt(Exercise exercise, ExerciseAccess sight) {
        return startsAt(exercise, sight.may(Permission.SEE_TOUCHED), sight.viewer());
    }

    /** @param control whether this person sees the exercise as control staff do, or is a trusted agent of it */
    public static Instant startsAt(Exercise exercise, boolean control, String viewer) {
        List<String> known = exercise.plan().schedule().timeKnownTo();
        boolean told = exercise.clock.startedAt != null
                || (known.isEmpty() ? control || exercise.notice == Notice.ANNOUNCED : known.contains(viewer));
        return told ? exercise.startsAt : null;
    }

    /** As dates, null without one: what people know of a windowed exercise. */
    private static List<LocalDate> window(PlanDocument.Window window) {
        return window == null ? null
                : List.of(LocalDate.parse(window.from().substring(0, 10)), LocalDate.parse(window.until().substring(0, 10)));
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase().replace('_', '-');
    }
}

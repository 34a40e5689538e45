package dev.blackstart.exercise.page;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.web.Json;
import dev.blackstart.web.Texts;

/**
 * The ribbon that every page of an exercise carries: what kind of moment this is, in a word.
 *
 * @param clock null before STARTEX
 */
public record StatusBanner(String state, String title, String href, String note, ClockFace clock, Instant startedAt,
        Instant now,
        String zone) {

    /** Whoever opens a page later than this after STARTEX comes late. */
    private static final Duration LATE = Duration.ofMinutes(5);

    /** What the script that lets the clock tick needs; the text is what stands there without it. */
    public record ClockFace(long base, String resumedAt, int speed, String serverNow, String text) {
    }

    public static StatusBanner of(Exercise exercise, ExerciseAccess sight, Instant now) {
        return sight.control() ? forControl(exercise, now) : forOthers(exercise, now);
    }

    public static StatusBanner forControl(Exercise exercise, Instant now) {
        return of(exercise, exercise.name, "", now);
    }

    public static StatusBanner forOthers(Exercise exercise, Instant now) {
        return of(exercise, exercise.plan().coverName(), "/me", now);
    }

    /**
     * For pages that are open: the same until something changes or a minute has gone, so that no button is replaced needlessly.
     */
    public static Instant minuteOf(Instant now) {
        return now.truncatedTo(ChronoUnit.MINUTES);
    }

    private static StatusBanner of(Exercise exercise, String title, String path, Instant now) {
        return new StatusBanner(word(exercise), title, "/exercises/" + exercise.id + path, note(exercise),
                exercise.clock.startedAt == null ? null : face(exercise, now), exercise.clock.startedAt, now, exercise.zone);
    }

    /** For a while already: there is something to catch up on. */
    public boolean isUnderWay() {
        return startedAt != null && !now.isBefore(startedAt.plus(LATE));
    }

    private static ClockFace face(Exercise exercise, Instant now) {
        return new ClockFace(exercise.clock.base, exercise.clock.isRunning() ? Json.text(exercise.clock.resumedAt) : "",
                exercise.clock.speed, Json.text(now), Texts.clock(exercise.clockText(now)));
    }

    private static String word(Exercise exercise) {
        return switch (exercise.state) {
            case RUNNING -> exercise.isRehearsal() ? "REHEARSAL" : "LIVE";
            case PAUSED -> exercise.pauseReason.isNoDuff() ? "NO DUFF" : "PAUSED";
            default -> exercise.state.name();
        };
    }

    private static String note(Exercise exercise) {
        String rehearsal = exercise.isRehearsal() ? "Rehearsal ×" + exercise.clock.speed : null;
        if (exercise.state == ExerciseState.ENDED && exercise.outcome == Exercise.Outcome.ABORTED) {
            return "Aborted";
        }
        return exercise.state == ExerciseState.PAUSED && exercise.pauseReason.isOutage() ? "After an outage"
                : rehearsal;
    }
}

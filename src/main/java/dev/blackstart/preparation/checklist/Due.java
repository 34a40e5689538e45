package dev.blackstart.preparation.checklist;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;

import dev.blackstart.catalogue.PlanDocument.Notice;
import dev.blackstart.catalogue.PlanDocument.Window;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.exercise.Exercise;

/**
 * When an item is due, in calendar days of the exercise's zone: for those who may know the start counted back from it; for
 * everybody else from the beginning of the window, and without one from the Monday of the week of the start, so that the date
 * tells no more than that.
 *
 * @param exact for who knows the start
 * @param told for everybody else
 */
public record Due(Instant exact, Instant told) {

    /** @param before negative, as plans write it; null for right before the start */
    public static Due of(Exercise exercise, PlanDuration before) {
        ZonedDateTime start = exercise.startsAt.atZone(exercise.zoneId());
        Instant exact = back(start, before);
        return new Due(exact, hidesDate(exercise) ? back(windowOpens(exercise, start), before) : exact);
    }

    /** Whether teams may not know of the exercise. */
    public static boolean isVeiled(Exercise exercise) {
        return exercise.notice != Notice.ANNOUNCED;
    }

    private static boolean hidesDate(Exercise exercise) {
        return isVeiled(exercise) || !exercise.plan().schedule().timeKnownTo().isEmpty();
    }

    private static ZonedDateTime windowOpens(Exercise exercise, ZonedDateTime start) {
        Window window = exercise.plan().schedule().window();
        if (window == null) {
            return start.toLocalDate().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)).atStartOfDay(start.getZone());
        }
        return window.from().length() > 10 ? OffsetDateTime.parse(window.from()).atZoneSameInstant(start.getZone())
                : LocalDate.parse(window.from()).atStartOfDay(start.getZone());
    }

    private static Instant back(ZonedDateTime from, PlanDuration before) {
        return (before == null ? from : before.from(from)).toInstant();
    }
}

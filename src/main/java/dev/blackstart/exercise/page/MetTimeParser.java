package dev.blackstart.exercise.page;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.blackstart.exercise.ClockHistory;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.problem.Problem;

/** Reads when somebody says that something happened: a time of day, or what the exercise clock showed. */
public final class MetTimeParser {

    private static final Pattern CLOCK = Pattern.compile("[Tt] ?\\+ ?(\\d{1,3}):(\\d{2})(?::(\\d{2}))?");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("H:mm[:ss]")
            .withResolverStyle(ResolverStyle.SMART);

    private MetTimeParser() {
    }

    /**
     * Null for nothing said, which means now.
     *
     * @param text {@code 10:12}, {@code 10:12:30} in the exercise's zone (the last time it was that late), or {@code T+0:12:04}
     * @throws Problem 422 for anything else
     */
    public static Instant read(String text, Exercise exercise, Instant now) {
        if (text == null || text.isBlank()) {
            return null;
        }
        Matcher clock = CLOCK.matcher(text.strip());
        return clock.matches() ? ClockHistory.instant(exercise, position(clock), now) : lately(text.strip(), exercise, now);
    }

    private static long position(Matcher clock) {
        String seconds = clock.group(3) == null ? "0" : clock.group(3);
        return ExerciseClock.micros(Duration.ofHours(Long.parseLong(clock.group(1)))
                .plusMinutes(Long.parseLong(clock.group(2))).plusSeconds(Long.parseLong(seconds)));
    }

    private static Instant lately(String text, Exercise exercise, Instant now) {
        try {
            ZonedDateTime here = now.atZone(exercise.zoneId());
            ZonedDateTime then = here.with(LocalTime.parse(text, TIME));
            Instant said = (then.isAfter(here.plusMinutes(2)) ? then.minusDays(1) : then).toInstant();
            return isMinuteOf(exercise.clock.startedAt, said, text) ? exercise.clock.startedAt : said;
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid("when",
                    "Write the time as 10:12, or what the exercise clock showed as T+00:12; leave it empty"
                            + " for now.");
        }
    }

    /** Whoever gives no seconds means some moment of that minute. */
    private static boolean isMinuteOf(Instant startex, Instant said, String text) {
        return startex != null && text.length() <= 5 && said.isBefore(startex) && said.plusSeconds(60).isAfter(startex);
    }
}

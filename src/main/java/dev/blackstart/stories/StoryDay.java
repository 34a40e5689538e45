package dev.blackstart.stories;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import dev.blackstart.problem.Problem;

/** When a story happened, as exactly as its author says: a year ({@code 2019}), a month ({@code 2019-03}) or a day. */
final class StoryDay {

    private static final int YEAR = 4;
    private static final int MONTH = 7;
    private static final int DAY = 10;

    private StoryDay() {
    }

    /**
     * Null where nothing was said.
     *
     * @param anonymous whether the day is left out: it could tell who was there
     * @throws Problem 422 for what is no year, month or day, or lies in the future
     */
    static String checked(String typed, boolean anonymous, LocalDate today) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        String text = typed.strip();
        if (begin(text).filter(begin -> !begin.isAfter(today)).isEmpty()) {
            throw Problem.invalid("happened", "Write when it happened as 2019, 2019-03 or 2019-03-28, not later than today.");
        }
        return anonymous && text.length() == DAY ? text.substring(0, MONTH) : text;
    }

    /** Its first day. */
    private static Optional<LocalDate> begin(String text) {
        try {
            return switch (text.length()) {
                case YEAR -> Optional.of(Year.parse(text).atDay(1));
                case MONTH -> Optional.of(YearMonth.parse(text).atDay(1));
                case DAY -> Optional.of(LocalDate.parse(text));
                default -> Optional.empty();
            };
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** The anniversary of a story that happened on a known day, in this year; of 29 February it is the 28th. */
    static Optional<LocalDate> anniversary(String happened, int year) {
        return happened == null || happened.length() != DAY ? Optional.empty()
                : begin(happened).filter(day -> day.getYear() < year).map(day -> day.withYear(year));
    }

    /** For people; null stays null. */
    static String words(String happened) {
        return happened == null ? null : begin(happened).map(day -> switch (happened.length()) {
            case DAY -> format(day, "d MMMM yyyy");
            case MONTH -> format(day, "MMMM yyyy");
            default -> happened;
        }).orElse(happened);
    }

    private static String format(LocalDate day, String pattern) {
        return day.format(DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH));
    }
}

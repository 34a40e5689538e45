package dev.blackstart.catalogue;

import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A duration as a plan writes it ({@code P14D}, {@code -P7D}, {@code PT1M30S}). The text is kept; days are calendar days before
 * STARTEX and 24 hours after it.
 *
 * @param text the ISO 8601 text, restricted to weeks, or days and time, up to microseconds
 */
public record PlanDuration(@JsonValue String text) {

    private static final Pattern FORM = Pattern.compile(
            "^(-?)P(?:(\\d+)W|(?:(\\d+)D)?(T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+(?:\\.\\d{1,6})?)S)?)?)$");

    /** @throws IllegalArgumentException when the text is no such duration */
    @JsonCreator
    public PlanDuration {
        if (!isDuration(text)) {
            throw new IllegalArgumentException("'" + text + "' is no duration; write for example PT15M, P7D or -P14D");
        }
    }

    public static PlanDuration of(String text) {
        return text == null ? null : new PlanDuration(text);
    }

    public static boolean isDuration(String text) {
        if (text == null || text.length() > 40) {
            return false;
        }
        Matcher form = FORM.matcher(text);
        return form.matches() && (form.group(2) != null || form.group(3) != null || form.group(5) != null
                || form.group(6) != null || form.group(7) != null) && (form.group(4) == null || form.group(4).length() > 1)
                && fits(form);
    }

    /** A hundred years are enough for an exercise, and keep the arithmetic inside a long of microseconds. */
    private static boolean fits(Matcher form) {
        for (int group : new int[] { 2, 3, 5, 6, 7 }) {
            String digits = form.group(group);
            if (digits != null && digits.split("\\.")[0].length() > 9) {
                return false;
            }
        }
        return Math.abs(days(form)) * 86_400L + time(form).getSeconds() < 100L * 366 * 86_400;
    }

    /** Its length on the exercise clock, a day being 24 hours. */
    public Duration onClock() {
        Matcher form = matched();
        Duration length = Duration.ofDays(days(form)).plus(time(form));
        return isNegative() ? length.negated() : length;
    }

    /** Without its sign: {@code 5 minutes}, {@code 1 hour 30 minutes}, {@code 2 weeks}; {@code 0 minutes} for none. */
    public String inWords() {
        Matcher form = matched();
        StringBuilder words = new StringBuilder();
        append(words, form.group(2), "week");
        append(words, form.group(3), "day");
        append(words, form.group(5), "hour");
        append(words, form.group(6), "minute");
        append(words, form.group(7), "second");
        return words.isEmpty() ? "0 minutes" : words.toString();
    }

    private static void append(StringBuilder words, String number, String unit) {
        String digits = number == null ? "" : number.replaceFirst("^0+(?=\\d)", "");
        if (!digits.isEmpty() && !digits.equals("0")) {
            words.append(words.isEmpty() ? "" : " ").append(digits).append(' ').append(unit)
                    .append(digits.equals("1") ? "" : "s");
        }
    }

    public boolean isNegative() {
        return text.startsWith("-");
    }

    /** The instant that lies this long after (or, negative, before) another, in calendar days of its zone. */
    public ZonedDateTime from(ZonedDateTime other) {
        Matcher form = matched();
        int sign = isNegative() ? -1 : 1;
        return other.plusDays(sign * days(form)).plus(time(form).multipliedBy(sign));
    }

    private Matcher matched() {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalStateException(text);
        }
        return form;
    }

    private static long days(Matcher form) {
        return form.group(2) != null ? 7 * Long.parseLong(form.group(2)) : number(form.group(3));
    }

    private static Duration time(Matcher form) {
        Duration time = Duration.ofHours(number(form.group(5))).plusMinutes(number(form.group(6)));
        return form.group(7) == null ? time : time.plus(Duration.parse("PT" + form.group(7) + "S"));
    }

    private static long number(String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    @Override
    public String toString() {
        return text;
    }
}

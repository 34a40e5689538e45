package dev.blackstart.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.stream.Collectors;

import dev.blackstart.time.TimeZones;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/** How pages and documents write clocks and lengths of time. */
@TemplateExtension(namespace = "text")
public final class Texts {

    /** A text is cut at a space no further back than this. */
    private static final int LONGEST_WORD = 30;

    private Texts() {
    }

    /** A duration of the exercise clock ({@code PT12M4S}) as {@code T+00:12:04}. */
    public static String clock(String duration) {
        return duration == null ? "" : clock(Duration.parse(duration));
    }

    @TemplateExtension(matchName = "clockOf")
    public static String clock(Duration length) {
        long seconds = Math.abs(length.getSeconds());
        return "T%s%02d:%02d:%02d".formatted(length.isNegative() ? "-" : "+", seconds / 3_600, seconds / 60 % 60, seconds % 60);
    }

    /** An instant as a zone's clocks show it. @param zone a {@link ZoneId}, or its name */
    public static ZonedDateTime at(Instant at, Object zone) {
        return at.atZone(zone instanceof ZoneId id ? id : ZoneId.of(zone.toString()));
    }

    /** Whether both fall on the same day of the calendar, so that the time alone tells one from the other. */
    public static boolean sameDay(Instant one, Instant other, Object zone) {
        return one == null || other == null || at(one, zone).toLocalDate().equals(at(other, zone).toLocalDate());
    }

    /** The pattern of {@code time:format} for an instant. @param how full, date, time or seconds */
    public static String timePattern(String how) {
        return switch (how) {
            case "time" -> "HH:mm";
            case "seconds" -> "HH:mm:ss";
            case "date" -> "EEE, d MMM yyyy";
            default -> "EEE, d MMM yyyy, HH:mm";
        };
    }

    /** One a line, as a text area takes them. */
    public static String lines(Collection<?> words) {
        return words.stream().map(word -> word + "\n").collect(Collectors.joining());
    }

    /** What a zone is called at an instant: {@code CET}, {@code EDT}. */
    public static String zone(ZonedDateTime there) {
        return TimeZones.shortName(there.toInstant(), there.getZone());
    }

    /** A word as a part of an address. */
    public static String path(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Of a {@code like} with {@code escape '!'}, in small letters: whatever contains these words. */
    public static String pattern(String words) {
        return "%" + words.toLowerCase().replaceAll("([!%_])", "!$1") + "%";
    }

    /** {@code 12 m 04 s}, {@code 1 h 02 m}, {@code 3 d 4 h}. */
    public static String length(Duration length) {
        long seconds = length.getSeconds();
        if (seconds < 60) {
            return seconds + " s";
        }
        if (seconds < 3_600) {
            return "%d m %02d s".formatted(seconds / 60, seconds % 60);
        }
        return seconds < 86_400 ? "%d h %02d m".formatted(seconds / 3_600, seconds / 60 % 60)
                : "%d d %d h".formatted(seconds / 86_400, seconds / 3_600 % 24);
    }

    /** What somebody wrote in Markdown, as HTML that can do no harm. */
    public static RawString prose(String markdown) {
        return new RawString(Prose.html(markdown));
    }

    /** {@code 1 fault}, {@code 2 faults}, {@code 3 people}: how pages and documents count. */
    public static String count(Number number, String one) {
        return count(number, one, one.equals("person") ? "people" : one + "s");
    }

    /** With a plural of its own: {@code 2 replies}. */
    public static String count(Number number, String one, String many) {
        return number + " " + (number.longValue() == 1 ? one : many);
    }

    /** {@code 18 days}, {@code 3 hours}, {@code 20 minutes}: only the greatest unit. */
    public static String rough(Duration length) {
        if (length.toDays() > 1) {
            return count(length.toDays(), "day");
        }
        return length.toHours() > 1 ? count(length.toHours(), "hour") : count(length.toMinutes(), "minute");
    }

    /** Lengths that people planned are round: {@code 15 m}, {@code 1 h}, {@code 3 d}. */
    public static String brief(Duration length) {
        return length(length).replaceAll(" 0+ [smh]$", "");
    }

    /**
     * A long text on a list: its beginning, cut at a word, and an ellipsis; else a few texts make a page of megabytes.
     *
     * @param longest in characters
     */
    public static String cut(String text, int longest) {
        if (!isCut(text, longest)) {
            return text == null ? "" : text;
        }
        int end = text.offsetByCodePoints(0, longest);
        int space = text.lastIndexOf(' ', end);
        return text.substring(0, space > Math.max(0, end - LONGEST_WORD) ? space : end).stripTrailing() + "…";
    }

    /** Whether something is missing then: the list links to the whole. */
    public static boolean isCut(String text, int longest) {
        return text != null && text.length() > longest && text.codePointCount(0, text.length()) > longest;
    }
}

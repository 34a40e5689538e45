package dev.blackstart.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

import dev.blackstart.time.TimeZones;
import dev.blackstart.web.content.Prose;
import io.quarkus.qute.RawString;
import io.quarkus.qute.TemplateExtension;

/** How pages and documents write clocks and lengths of time. */
@TemplateExtension(namespace = "text")
public final class Texts {

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

    /** What a zone is called at an instant: {@code CET}, {@code EDT}. */
    public static String zone(ZonedDateTime there) {
        return TimeZones.shortName(there.toInstant(), there.getZone());
    }

    /** A word as a part of an address. */
    public static String path(String word) {
        return URLEncoder.encode(word, StandardCharsets.UTF_8).replace("+", "%20");
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

    /** Lengths that people planned are round: {@code 15 m}, {@code 1 h}, {@code 3 d}. */
    public static String brief(Duration length) {
        return length(length).replaceAll(" 0+ [smh]$", "");
    }
}

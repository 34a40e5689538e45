package dev.blackstart.review.document;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import dev.blackstart.drills.clock.DrillClock;
import dev.blackstart.drills.clock.MarkSource;
import dev.blackstart.review.draft.Measurements.Impact;
import dev.blackstart.review.draft.Measurements.OfDrill;
import dev.blackstart.review.draft.Measurements.Said;
import dev.blackstart.review.draft.Measurements.Time;
import dev.blackstart.review.draft.ReportDraft;

/**
 * What the record knows of the mandatory fields. Of several drills the longest time counts, and only where each was measured;
 * words count where all agree.
 */
final class FieldDefaults {

    private static final String MARKED = "marked";

    private FieldDefaults() {
    }

    static Map<ReportField, String> of(ReportDraft draft) {
        List<OfDrill> drills = draft.measurements().drills();
        Map<ReportField, String> known = new EnumMap<>(ReportField.class);
        put(known, ReportField.TIME_TO_DETECT, longest(drills, DrillClock.DETECTED));
        put(known, ReportField.TIME_TO_RECOVER, longest(drills, DrillClock.RECOVERED));
        put(known, ReportField.DETECTED_BY, agreed(said(drills, DrillClock.DETECTED).map(FieldDefaults::detectedBy)));
        put(known, ReportField.RESOLUTION, agreed(said(drills, DrillClock.RECOVERED).map(Said::path)
                .filter(Objects::nonNull)));
        put(known, ReportField.IMPACT, impact(drills));
        return known;
    }

    private static void put(Map<ReportField, String> known, ReportField field, String value) {
        if (value != null && (field.words().isEmpty() || field.words().contains(value))) {
            known.put(field, value);
        }
    }

    private static Stream<Time> clocks(List<OfDrill> drills, DrillClock clock) {
        return drills.stream().flatMap(drill -> drill.clocks().stream()).filter(time -> time.clock().equals(clock.key()));
    }

    private static String longest(List<OfDrill> drills, DrillClock clock) {
        List<Time> times = clocks(drills, clock).toList();
        return times.isEmpty() || times.stream().anyMatch(time -> !time.state().equals(MARKED)) ? null
                : times.stream().map(Time::length).max(Duration::compareTo).orElseThrow().toString();
    }

    /** The mark of each drill that was recorded first. */
    private static Stream<Said> said(List<OfDrill> drills, DrillClock clock) {
        return clocks(drills, clock).filter(time -> !time.marks().isEmpty()).map(time -> time.marks().get(0));
    }

    private static String detectedBy(Said mark) {
        return mark.source().equals(MarkSource.PERSON.key()) ? "internal" : "alert";
    }

    private static String agreed(Stream<String> words) {
        List<String> different = words.distinct().toList();
        return different.size() == 1 ? different.get(0) : null;
    }

    private static String impact(List<OfDrill> drills) {
        List<String> parts = new ArrayList<>();
        for (OfDrill drill : drills) {
            for (Impact impact : drill.impact()) {
                Stream.of(counted(impact.customers(), "customers affected"),
                        counted(impact.failedRequests(), "failed requests"), said("data lost: ", impact.dataLost()),
                        said("p99 ", impact.p99()), impact.experience()).filter(Objects::nonNull).forEach(parts::add);
            }
        }
        return parts.isEmpty() ? null : String.join("; ", parts.stream().distinct().toList());
    }

    private static String counted(Long number, String what) {
        return number == null ? null : number + " " + what;
    }

    private static String said(String what, String text) {
        return text == null || text.isBlank() ? null : what + text;
    }
}

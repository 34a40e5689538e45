package dev.blackstart.drills.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.catalogue.ClockTargets;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.web.Texts;

/**
 * One clock of a drill. Of differing marks one counts until the review settles it: the newest of each author; detection,
 * acknowledgement and diagnosis by whoever was first, mitigation and recovery by what was measured before what a person says.
 *
 * @param state marked, open, or never: the exercise ended without it
 * @param length from the injection to the mark that counts; for {@code open} to now, for {@code never} to ENDEX
 * @param target null where the plan sets none
 * @param over the target was missed, whatever comes
 * @param differs marks of several authors or sources differ by more than a second
 * @param marks every mark, in the order in which they were recorded
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ClockReading(DrillClock clock, String state, Duration length, Duration target, boolean over, boolean differs,
        Mark counted, List<Mark> marks) {

    private static final Duration SAME = Duration.ofSeconds(1);

    /**
     * What all clocks of a drill show.
     *
     * @param injectedAt null where the fault never was: then there is nothing to measure
     * @param endedAt ENDEX; null before it
     * @param speed of a rehearsal's clock
     */
    public static List<ClockReading> of(ClockTargets targets, Instant injectedAt, Instant endedAt,
            List<Mark> marks, Instant now, int speed) {
        return injectedAt == null ? List.of()
                : Arrays.stream(DrillClock.values())
                        .map(clock -> of(clock, clock.target(targets), injectedAt, endedAt,
                                marks.stream().filter(mark -> mark.clock() == clock).toList(), now, speed))
                        .filter(reading -> reading.clock != DrillClock.DIAGNOSED || !reading.marks.isEmpty()
                                || reading.target != null)
                        .toList();
    }

    private static ClockReading of(DrillClock clock, PlanDuration planned, Instant injectedAt, Instant endedAt,
            List<Mark> marks, Instant now, int speed) {
        List<Mark> standing = standing(marks);
        Mark counted = standing.stream().min(order(clock)).orElse(null);
        Instant until = counted != null ? counted.at() : endedAt == null ? now : endedAt;
        Duration length = until.isBefore(injectedAt) ? Duration.ZERO
                : Duration.between(injectedAt, until).multipliedBy(speed);
        Duration target = planned == null ? null : planned.onClock();
        boolean over = target != null && (length.compareTo(target) > 0 || counted == null && endedAt != null);
        return new ClockReading(clock, state(counted, endedAt), length, target, over, differ(standing), counted, marks);
    }

    private static String state(Mark counted, Instant endedAt) {
        if (counted != null) {
            return "marked";
        }
        return endedAt == null ? "open" : "never";
    }

    /** The newest of each author, alert and probe. */
    private static List<Mark> standing(List<Mark> marks) {
        List<Mark> standing = new ArrayList<>();
        for (Mark mark : marks) {
            standing.removeIf(mark::isOfSameVoice);
            standing.add(mark);
        }
        return standing;
    }

    private static Comparator<Mark> order(DrillClock clock) {
        Comparator<Mark> first = Comparator.comparing(Mark::at);
        return clock.hasPath() ? Comparator.comparing((Mark mark) -> !mark.source().isMeasured()).thenComparing(first) : first;
    }

    private static boolean differ(List<Mark> standing) {
        return standing.stream().anyMatch(
                one -> standing.stream().anyMatch(other -> Duration.between(one.at(), other.at()).compareTo(SAME) > 0));
    }

    @JsonIgnore
    public boolean isMarked() {
        return counted != null;
    }

    @JsonIgnore
    public boolean isOpen() {
        return state.equals("open");
    }

    /** The state against the target, in a word or two; empty for a mark without a target. */
    @JsonIgnore
    public String verdict() {
        if (over) {
            return "Target missed";
        }
        if (isMarked()) {
            return target == null ? "" : "Target met";
        }
        return isOpen() ? "Open" : "Never";
    }

    /** {@code 1 m 12 s}, {@code > 45 m 00 s, not detected}, {@code not yet, 3 m 10 s}. */
    @JsonIgnore
    public String words() {
        return switch (state) {
            case "marked" -> Texts.length(length);
            case "never" -> "> %s, not %s".formatted(Texts.brief(length), clock.key());
            default -> "not yet";
        };
    }

    /** By what, how and by which path; empty where nothing was said. */
    @JsonIgnore
    public String by() {
        if (counted == null) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        parts.add(counted.source().isMeasured() ? counted.source().key() + " " + counted.basis()
                : counted.basis() == null ? "" : counted.basis());
        parts.add(counted.how());
        parts.add(counted.path());
        parts.add(counted.extent() == null ? null : counted.extent() + " recovery");
        return String.join(", ", parts.stream().filter(part -> part != null && !part.isEmpty()).toList());
    }
}

package dev.blackstart.insight.metrics;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;

import dev.blackstart.web.Texts;

/** Several lengths of time, of which some may only be known to be longer than something. */
record Lengths(List<Length> sorted) {

    /** @param beyond whether the true length is longer */
    record Length(Duration length, boolean beyond) {
    }

    static Lengths of(List<Length> lengths) {
        return new Lengths(lengths.stream()
                .sorted(Comparator.comparing(Length::beyond).thenComparing(Length::length)).toList());
    }

    int count() {
        return sorted.size();
    }

    long beyond() {
        return sorted.stream().filter(Length::beyond).count();
    }

    /**
     * The middle one; of an even number the mean of both. Those that are only known to be longer count as longer than all
     * others:
     * where the middle is one of them, there is no median.
     */
    Duration median() {
        if (sorted.isEmpty()) {
            return null;
        }
        Length low = sorted.get((sorted.size() - 1) / 2);
        Length high = sorted.get(sorted.size() / 2);
        return high.beyond() ? null : low.length().plus(high.length()).dividedBy(2);
    }

    /** {@code 4 m 30 s}, {@code never, for most}, {@code –}. */
    String medianText() {
        if (sorted.isEmpty()) {
            return "–";
        }
        Duration median = median();
        return median == null ? "never, for half or more" : Texts.brief(median);
    }
}

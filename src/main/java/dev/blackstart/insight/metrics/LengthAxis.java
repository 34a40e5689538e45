package dev.blackstart.insight.metrics;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.blackstart.insight.figure.DotPlot;

/** An axis on which each step is about six times as long as the one before: minutes and days stand on it together. */
final class LengthAxis {

    private static final List<DotPlot.Level> LEVELS = List.of(level(Duration.ofSeconds(10), "10 s"),
            level(Duration.ofMinutes(1), "1 m"), level(Duration.ofMinutes(10), "10 m"), level(Duration.ofHours(1), "1 h"),
            level(Duration.ofHours(6), "6 h"), level(Duration.ofDays(1), "1 d"), level(Duration.ofDays(7), "7 d"));

    private LengthAxis() {
    }

    private static DotPlot.Level level(Duration length, String text) {
        return new DotPlot.Level(length.toSeconds(), text);
    }

    /** From the level below the shortest to the one above the longest. */
    static DotPlot.Axis of(List<DotPlot.Dot> dots, Map<String, Double> medians) {
        double least = dots.stream().mapToDouble(DotPlot.Dot::value).min().orElse(60);
        double most = dots.stream().mapToDouble(DotPlot.Dot::value).max().orElse(3_600);
        int low = 0;
        while (low < LEVELS.size() - 2 && LEVELS.get(low + 1).value() <= least) {
            low++;
        }
        int high = low + 1;
        while (high < LEVELS.size() - 1 && LEVELS.get(high).value() < most) {
            high++;
        }
        double from = Math.log(LEVELS.get(low).value());
        double to = Math.log(LEVELS.get(high).value());
        return new DotPlot.Axis(LEVELS.subList(low, high + 1),
                value -> (Math.log(Math.max(1, value)) - from) / (to - from), medians);
    }
}

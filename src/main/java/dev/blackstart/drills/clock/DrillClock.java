package dev.blackstart.drills.clock;

import java.util.Arrays;
import java.util.List;

import dev.blackstart.catalogue.ClockTargets;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.problem.Problem;

/** The times of a drill; each is measured from the injection of its fault. */
public enum DrillClock {
    DETECTED("TTD", "Time to detect"),
    ACKNOWLEDGED("TTA", "Time to acknowledge"),
    DIAGNOSED("TTDx", "Time to diagnose"),
    MITIGATED("TTM", "Time to mitigate"),
    RECOVERED("TTR", "Time to recover");

    private final String shortName;
    private final String longName;

    DrillClock(String shortName, String longName) {
        this.shortName = shortName;
        this.longName = longName;
    }

    /** @throws Problem 422 that lists the words */
    static DrillClock of(String key) {
        return Arrays.stream(values()).filter(clock -> clock.key().equals(key)).findFirst().orElseThrow(() -> Problem
                .invalid("clock", "clock is one of " + String.join(", ", keys()) + "."));
    }

    static List<String> keys() {
        return Arrays.stream(values()).map(DrillClock::key).toList();
    }

    public String key() {
        return name().toLowerCase();
    }

    /** As the word begins a sentence. */
    public String word() {
        return name().charAt(0) + key().substring(1);
    }

    public String shortName() {
        return shortName;
    }

    /** Where there is room for no more: {@code D}, {@code A}, {@code Dx}, {@code M} or {@code R}. */
    public String letter() {
        return shortName.substring("TT".length());
    }

    public String longName() {
        return longName;
    }

    /** Whether a mark of it says how and by which path. */
    public boolean hasPath() {
        return this == MITIGATED || this == RECOVERED;
    }

    /** What the plan aims for; null where it sets no target. */
    public PlanDuration target(ClockTargets targets) {
        if (targets == null) {
            return null;
        }
        return switch (this) {
            case DETECTED -> targets.detect();
            case ACKNOWLEDGED -> targets.acknowledge();
            case DIAGNOSED -> targets.diagnose();
            case MITIGATED -> targets.mitigate();
            case RECOVERED -> targets.recover();
        };
    }
}

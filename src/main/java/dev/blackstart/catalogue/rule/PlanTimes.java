package dev.blackstart.catalogue.rule;

import java.time.Duration;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.catalogue.source.PlanNode;

/** Durations in a tree that may be broken. */
final class PlanTimes {

    private PlanTimes() {
    }

    /** Its length on the exercise clock, or null where there is none that can be read. */
    static Duration of(PlanNode spot) {
        return PlanDuration.isDuration(spot.text()) ? PlanDuration.of(spot.text()).onClock() : null;
    }

    /** False too where one of them is not there. */
    static boolean isBefore(PlanNode one, PlanNode other) {
        Duration first = of(one);
        Duration second = of(other);
        return first != null && second != null && first.compareTo(second) < 0;
    }

    static void refuseZero(PlanNode spot, Diagnostics remarks, String message) {
        Duration length = of(spot);
        if (length != null && length.isZero()) {
            remarks.error(spot, message);
        }
    }
}

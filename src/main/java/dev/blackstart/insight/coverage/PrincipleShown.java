package dev.blackstart.insight.coverage;

import java.util.Locale;

import dev.blackstart.drills.DrillResult;
import dev.blackstart.drills.clock.ClockReading;
import dev.blackstart.drills.clock.DrillClock;
import dev.blackstart.followup.defect.Defect.Principle;
import dev.blackstart.insight.reading.DrillRun;

/** What a drill shows of the four principles: don't be broken; not without knowing; not for long; not the same way twice. */
enum PrincipleShown {
    SHOWN,
    REFUTED;

    /** Null where the drill says nothing about it. */
    static PrincipleShown of(DrillRun run, Principle principle) {
        return switch (principle) {
            case NOT_BROKEN -> of(run.result());
            case KNOWN -> of(run.clock(DrillClock.DETECTED).orElse(null));
            case NOT_LONG -> of(run.clock(DrillClock.RECOVERED).orElse(null));
            case NOT_TWICE -> run.planned().retests().isEmpty() ? null : of(run.result());
        };
    }

    private static PrincipleShown of(DrillResult result) {
        if (result == null || result == DrillResult.INCONCLUSIVE) {
            return null;
        }
        return result == DrillResult.PASSED ? SHOWN : REFUTED;
    }

    private static PrincipleShown of(ClockReading reading) {
        if (reading == null) {
            return null;
        }
        return reading.isMarked() && !reading.over() ? SHOWN : REFUTED;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}

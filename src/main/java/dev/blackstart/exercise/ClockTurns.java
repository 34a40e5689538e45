package dev.blackstart.exercise;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** When an exercise clock began to run and stopped, and what it showed then: enough to say what it showed at any instant. */
public final class ClockTurns {

    private final int speed;
    private final NavigableMap<Instant, Turn> turns = new TreeMap<>();

    /** @param speed of a rehearsal's clock */
    public ClockTurns(int speed) {
        this.speed = speed;
    }

    private record Turn(long shown, boolean runs) {
    }

    /** @param shown in microseconds @param runs whether it runs from here on */
    public void add(Instant at, long shown, boolean runs) {
        turns.put(at, new Turn(shown, runs));
    }

    /** In microseconds: 0 before STARTEX. @param current what it shows now, which it has not passed */
    public long position(Instant seen, long current) {
        Map.Entry<Instant, Turn> before = turns.floorEntry(seen);
        if (before == null) {
            return 0;
        }
        long shown = before.getValue().shown();
        if (!before.getValue().runs()) {
            return Math.min(current, shown);
        }
        Map.Entry<Instant, Turn> after = turns.higherEntry(seen);
        long ran = shown + ChronoUnit.MICROS.between(before.getKey(), seen) * speed;
        return Math.min(ran, after == null ? current : after.getValue().shown());
    }
}

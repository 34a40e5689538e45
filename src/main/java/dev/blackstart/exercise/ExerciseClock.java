package dev.blackstart.exercise;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * The exercise clock: runs from STARTEX, stands in PAUSEX. Positions are microseconds since STARTEX; every due instant is
 * computed
 * from absolute instants, so there is no tick and no drift. A rehearsal's clock runs {@code speed} times as fast.
 */
@Embeddable
public class ExerciseClock {

    public Instant startedAt;

    /** Since when it runs; null while it stands. */
    public Instant resumedAt;

    /** Where it stood when it was last resumed (or stands now), in microseconds. */
    @Column(name = "clock_base", nullable = false)
    public long base;

    @Column(nullable = false)
    public int speed = 1;

    public void start(Instant at) {
        startedAt = at;
        resumedAt = at;
        base = 0;
    }

    public void stand(Instant at) {
        base = position(at);
        resumedAt = null;
    }

    public void resume(Instant at) {
        resumedAt = at;
    }

    /** Goes on as if it had never stood since an instant. */
    public void resumeIncluding(Instant stoodSince, Instant at) {
        base += speed * ChronoUnit.MICROS.between(stoodSince, at);
        resumedAt = at;
    }

    public boolean isRunning() {
        return resumedAt != null;
    }

    /** What it shows at an instant, in microseconds; it never runs backwards. */
    public long position(Instant at) {
        return resumedAt == null ? base : base + Math.max(0, speed * ChronoUnit.MICROS.between(resumedAt, at));
    }

    /** When it shows (or showed, since it was last resumed) a position; null while it stands. */
    public Instant instantOf(long position) {
        return resumedAt == null ? null : resumedAt.plus(Math.floorDiv(position - base, speed), ChronoUnit.MICROS);
    }

    /** A position as duration text: {@code PT12M4.5S}. */
    public static String text(long position) {
        return duration(position).toString();
    }

    public static Duration duration(long position) {
        return Duration.of(position, ChronoUnit.MICROS);
    }

    public static long micros(Duration duration) {
        return duration.getSeconds() * 1_000_000L + duration.getNano() / 1_000;
    }
}

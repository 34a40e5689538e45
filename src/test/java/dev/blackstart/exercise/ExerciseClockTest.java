package dev.blackstart.exercise;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExerciseClockTest {

    private static final Instant STARTEX = Instant.parse("2027-03-01T09:00:00.123456Z");
    private static final long MINUTE = 60_000_000L;

    private final ExerciseClock clock = new ExerciseClock();

    @Test
    void position_beforeStart_zero() {
        assertThat(clock.position(STARTEX)).isZero();
        assertThat(clock.isRunning()).isFalse();
        assertThat(clock.instantOf(0)).isNull();
    }

    @Test
    void position_running_countsMicroseconds() {
        clock.start(STARTEX);
        assertThat(clock.position(STARTEX.plus(1, ChronoUnit.MICROS))).isEqualTo(1);
        assertThat(clock.position(STARTEX.plus(Duration.ofHours(3)).plus(7, ChronoUnit.MICROS)))
                .isEqualTo(180 * MINUTE + 7);
    }

    @Test
    void position_instantBeforeItRan_doesNotRunBackwards() {
        clock.start(STARTEX);
        assertThat(clock.position(STARTEX.minusSeconds(5))).isZero();
    }

    @Test
    void stand_paused_positionStays() {
        clock.start(STARTEX);
        clock.stand(STARTEX.plusSeconds(60));
        assertThat(clock.position(STARTEX.plusSeconds(5_000))).isEqualTo(MINUTE);
        assertThat(clock.instantOf(2 * MINUTE)).isNull();
    }

    @Test
    void resume_afterPause_goesOnWhereItStood() {
        clock.start(STARTEX);
        clock.stand(STARTEX.plusSeconds(60));
        clock.resume(STARTEX.plusSeconds(360));
        assertThat(clock.position(STARTEX.plusSeconds(370))).isEqualTo(70_000_000L);
        assertThat(clock.instantOf(2 * MINUTE)).isEqualTo(STARTEX.plusSeconds(420));
    }

    @Test
    void stand_backdated_positionOfThatInstant() {
        clock.start(STARTEX);
        clock.stand(STARTEX.plusSeconds(30));
        assertThat(clock.position(STARTEX.plusSeconds(600))).isEqualTo(30_000_000L);
    }

    @Test
    void resumeIncluding_afterBackdatedPause_countsTheTimeBetween() {
        clock.start(STARTEX);
        clock.stand(STARTEX.plusSeconds(30));
        clock.resumeIncluding(STARTEX.plusSeconds(30), STARTEX.plusSeconds(150));
        assertThat(clock.position(STARTEX.plusSeconds(151))).isEqualTo(151_000_000L);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 2, 7, 60, 3_600 })
    void position_atSpeed_runsThatMuchFaster(int speed) {
        clock.speed = speed;
        clock.start(STARTEX);
        assertThat(clock.position(STARTEX.plusSeconds(10))).isEqualTo(10_000_000L * speed);
    }

    @ParameterizedTest
    @ValueSource(ints = { 1, 60, 3_600 })
    void resumeIncluding_atSpeed_countsThatMuchFaster(int speed) {
        clock.speed = speed;
        clock.start(STARTEX);
        clock.stand(STARTEX.plusSeconds(1));
        clock.resumeIncluding(STARTEX.plusSeconds(1), STARTEX.plusSeconds(4));
        assertThat(clock.position(STARTEX.plusSeconds(5))).isEqualTo(5_000_000L * speed);
    }

    @Test
    void instantOf_thousandPauses_noDrift() {
        clock.start(STARTEX);
        Instant now = STARTEX;
        for (int i = 0; i < 1_000; i++) {
            now = now.plus(Duration.ofNanos(333_333_000));
            clock.stand(now);
            now = now.plus(Duration.ofNanos(777_777_000));
            clock.resume(now);
        }
        assertThat(clock.position(now)).isEqualTo(333_333_000L);
        assertThat(clock.instantOf(333_333_001L)).isEqualTo(now.plus(1, ChronoUnit.MICROS));
    }

    @Test
    void instantOf_positionBeforeLastResume_instantBeforeIt() {
        clock.start(STARTEX);
        clock.stand(STARTEX.plusSeconds(60));
        clock.resume(STARTEX.plusSeconds(100));
        assertThat(clock.instantOf(50_000_000L)).isEqualTo(STARTEX.plusSeconds(90));
    }

    @Test
    void text_positions_areDurations() {
        assertThat(ExerciseClock.text(0)).isEqualTo("PT0S");
        assertThat(ExerciseClock.text(724_500_000L)).isEqualTo("PT12M4.5S");
        assertThat(ExerciseClock.text(1)).isEqualTo("PT0.000001S");
    }

    @Test
    void micros_fractions_kept() {
        assertThat(ExerciseClock.micros(Duration.parse("PT1.000001S"))).isEqualTo(1_000_001L);
        assertThat(ExerciseClock.micros(Duration.parse("-PT0.5S"))).isEqualTo(-500_000L);
    }
}

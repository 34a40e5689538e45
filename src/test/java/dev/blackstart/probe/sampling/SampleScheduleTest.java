package dev.blackstart.probe.sampling;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.probe.Reading;
import dev.blackstart.probe.sampling.ProbeHistory.Continuity;
import dev.blackstart.probe.sampling.ProbeHistory.Taken;
import dev.blackstart.probe.sampling.SampledProbe.Turn;

class SampleScheduleTest {

    private static final Instant FROM = Instant.parse("2027-03-01T09:00:00.25Z");
    private static final Duration PATIENCE = Duration.ofSeconds(6);
    private static final Duration GAP = Duration.ofSeconds(10);
    private static final JsonNode NO_SETTINGS = new ObjectMapper().createObjectNode();

    private static SampledProbe probe(long stored) {
        Probe probe = new Probe();
        probe.sampledFrom = FROM;
        probe.everyMicros = 1_000_000;
        return new SampledProbe(probe, NO_SETTINGS, stored);
    }

    private static Reading reading(boolean inside) {
        return new Reading(FROM, inside, "1", Duration.ofMillis(2), inside ? null : "wrong");
    }

    @Test
    void due_tenMinutesOfLateTurns_noDrift() {
        SampleSchedule schedule = SampleSchedule.of(FROM, Duration.ofSeconds(1));
        assertThat(schedule.due(600)).isEqualTo(FROM.plusSeconds(600));
        SampledProbe probe = probe(-1);
        for (int n = 0; n < 600; n++) {
            assertThat(probe.nextDue()).isEqualTo(FROM.plusSeconds(n));
            assertThat(probe.take(probe.nextDue().plusMillis(30), PATIENCE).n()).isEqualTo(n);
            probe.free();
        }
    }

    @Test
    void take_beforeItsTime_notDue() {
        assertThat(probe(-1).take(FROM.minusMillis(1), PATIENCE).turn()).isEqualTo(Turn.NOT_DUE);
    }

    @Test
    void take_comesTooLate_missedOnesAreSkippedAndCounted() {
        SampledProbe probe = probe(-1);
        probe.take(FROM, PATIENCE);
        probe.free();
        SampledProbe.Due due = probe.take(FROM.plusSeconds(4).plusMillis(10), PATIENCE);
        assertThat(due).isEqualTo(new SampledProbe.Due(Turn.MEASURE, 4, 3));
        assertThat(probe.nextDue()).isEqualTo(FROM.plusSeconds(5));
    }

    @Test
    void take_measurementStillUnderWay_skippedThenStuck() {
        SampledProbe probe = probe(-1);
        probe.take(FROM, PATIENCE);
        assertThat(probe.take(FROM.plusSeconds(1), PATIENCE).turn()).isEqualTo(Turn.SKIP);
        assertThat(probe.take(FROM.plusSeconds(2), PATIENCE).turn()).isEqualTo(Turn.SKIP);
        assertThat(probe.take(FROM.plusSeconds(7), PATIENCE)).isEqualTo(new SampledProbe.Due(Turn.STUCK, 7, 6));
        probe.free();
        assertThat(probe.take(FROM.plusSeconds(8), PATIENCE)).isEqualTo(new SampledProbe.Due(Turn.MEASURE, 8, 0));
    }

    @Test
    void sample_endsAfterANewerOne_isDropped() {
        SampledProbe probe = probe(-1);
        assertThat(probe.sample(3, reading(false), 0)).isNotNull();
        assertThat(probe.sample(2, reading(true), 0)).isNull();
    }

    @Test
    void take_anotherReplicaStoredSamplesBefore_goesOnWithItsNumbers() {
        SampledProbe probe = probe(41);
        assertThat(probe.take(FROM.plusSeconds(50), PATIENCE)).isEqualTo(new SampledProbe.Due(Turn.MEASURE, 50, 8));
    }

    @Test
    void turn_sameStateOrOlderSample_isNoChange() {
        Probe probe = new Probe();
        probe.changedAt = FROM;
        assertThat(probe.turn(Sample.of(null, 5, reading(true), 0))).isTrue();
        assertThat(probe.turn(Sample.of(null, 6, reading(true), 0))).isFalse();
        assertThat(probe.turn(Sample.of(null, 4, reading(false), 0))).isFalse();
        assertThat(probe.turn(Sample.of(null, 7, reading(false), 0))).isTrue();
        assertThat(probe.changedN).isEqualTo(7);
    }

    @Test
    void continuity_insideUpToTheNewest_yesOnlyForLongEnough() {
        List<Taken> taken = List.of(taken(30, true), taken(20, true), taken(10, true), taken(5, false), taken(0, true));
        assertThat(ProbeHistory.continuity(taken, Duration.ofSeconds(20), GAP)).isEqualTo(Continuity.YES);
        assertThat(ProbeHistory.continuity(taken, Duration.ofSeconds(21), GAP)).isEqualTo(Continuity.NOT_YET);
    }

    @Test
    void continuity_newestOutside_breached() {
        assertThat(ProbeHistory.continuity(List.of(taken(2, false), taken(1, true)), Duration.ZERO, GAP))
                .isEqualTo(Continuity.BREACHED);
    }

    @Test
    void continuity_gapOrNoSample_notYet() {
        assertThat(ProbeHistory.continuity(List.of(), Duration.ZERO, GAP)).isEqualTo(Continuity.NOT_YET);
        assertThat(ProbeHistory.continuity(List.of(taken(30, true), taken(1, true)), Duration.ofSeconds(20), GAP))
                .isEqualTo(Continuity.NOT_YET);
    }

    private static Taken taken(long second, boolean inside) {
        return new Taken(FROM.plusSeconds(second), inside);
    }
}

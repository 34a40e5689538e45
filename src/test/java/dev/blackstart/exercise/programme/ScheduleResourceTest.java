package dev.blackstart.exercise.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.blackstart.problem.Problem;

/** The form's local date and time around the nights when clocks change. */
class ScheduleResourceTest {

    @Test
    void instant_ordinaryTime_inItsZone() {
        assertThat(ScheduleResource.instant("2027-01-15T10:00", "Europe/Berlin"))
                .isEqualTo(Instant.parse("2027-01-15T09:00:00Z"));
    }

    @Test
    void instant_skippedHour_refusedWithAdvice() {
        assertThatThrownBy(() -> ScheduleResource.instant("2027-03-28T02:30", "Europe/Berlin")).isInstanceOf(Problem.class)
                .hasMessageContaining("skip").extracting("status").isEqualTo(422);
    }

    @Test
    void instant_edgesOfTheSkippedHour_areInstants() {
        assertThat(ScheduleResource.instant("2027-03-28T01:59", "Europe/Berlin"))
                .isEqualTo(Instant.parse("2027-03-28T00:59:00Z"));
        assertThat(ScheduleResource.instant("2027-03-28T03:00", "Europe/Berlin"))
                .isEqualTo(Instant.parse("2027-03-28T01:00:00Z"));
    }

    @Test
    void instant_repeatedHour_theEarlierOne() {
        assertThat(ScheduleResource.instant("2027-10-31T02:30", "Europe/Berlin"))
                .isEqualTo(Instant.parse("2027-10-31T00:30:00Z"));
    }

    @Test
    void instant_nothingTyped_noDate() {
        assertThat(ScheduleResource.instant(" ", "Europe/Berlin")).isNull();
        assertThat(ScheduleResource.instant(null, "Europe/Berlin")).isNull();
    }

    @Test
    void instant_unreadable_refused() {
        assertThatThrownBy(() -> ScheduleResource.instant("tomorrow", "Europe/Berlin")).isInstanceOf(Problem.class)
                .extracting("status").isEqualTo(422);
        assertThatThrownBy(() -> ScheduleResource.instant("2027-03-28T10:00", "Europe/Atlantis")).isInstanceOf(Problem.class)
                .extracting("status").isEqualTo(422);
    }
}

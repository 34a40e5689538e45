package dev.blackstart.review.signoff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

class WorkingDaysTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Test
    void after_overAWeekend_daysFromMondayToFridayCount() {
        Instant friday = Instant.parse("2027-03-12T10:00:00Z");
        assertThat(WorkingDays.after(friday, 5, BERLIN)).isEqualTo("2027-03-19T10:00:00Z");
        assertThat(WorkingDays.after(Instant.parse("2027-03-13T10:00:00Z"), 1, BERLIN)).isEqualTo("2027-03-15T10:00:00Z");
    }

    @Test
    void after_overTheChangeOfTheClock_keepsTheTimeOfTheDay() {
        assertThat(WorkingDays.after(Instant.parse("2027-03-26T09:00:00Z"), 5, BERLIN)).isEqualTo("2027-04-02T08:00:00Z");
    }
}

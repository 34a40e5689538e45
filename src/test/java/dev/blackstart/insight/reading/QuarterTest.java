package dev.blackstart.insight.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

class QuarterTest {

    @Test
    void of_lastMomentOfAYear_itsFourthQuarter() {
        Quarter quarter = Quarter.of(Instant.parse("2026-12-31T23:59:59.999999Z"));
        assertThat(quarter).hasToString("2026 Q4");
        assertThat(quarter.ends()).isEqualTo(Instant.parse("2027-01-01T00:00:00Z"));
        assertThat(quarter.next()).hasToString("2027 Q1");
    }

    @Test
    void between_aYear_fiveQuarters() {
        assertThat(Quarter.between(Instant.parse("2026-02-01T00:00:00Z"), Instant.parse("2027-01-31T00:00:00Z")))
                .extracting(Quarter::toString).containsExactly("2026 Q1", "2026 Q2", "2026 Q3", "2026 Q4", "2027 Q1");
    }
}

package dev.blackstart.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.ZonedDateTime;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanDurationTest {

    @ParameterizedTest
    @CsvSource({ "PT15M, PT15M", "P14D, PT336H", "-P7D, PT-168H", "P2W, PT336H", "P1DT2H3M4.000005S, PT26H3M4.000005S",
            "PT0S, PT0S", "PT90M, PT1H30M", "-PT0.5S, PT-0.5S" })
    void of_contractsForm_lengthOnTheClock(String text, Duration length) {
        PlanDuration duration = PlanDuration.of(text);
        assertThat(duration.onClock()).isEqualTo(length);
        assertThat(duration).hasToString(text);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "", "P", "PT", "P1DT", "-P", "PT1.S", "PT1.1234567S", "P1Y", "P1M", "P1W2D", "PT1H\n", "pt1h",
            "15 minutes", "PT-5M", "+PT5M", "P1H", "P40000D", "PT99999999999H", "PT1H PT1H" })
    void isDuration_anythingElse_refused(String text) {
        assertThat(PlanDuration.isDuration(text)).isFalse();
        assertThatThrownBy(() -> new PlanDuration(text)).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("PT15M");
    }

    @Test
    void from_dayOfTheClockChange_calendarDay() {
        ZonedDateTime start = ZonedDateTime.parse("2026-10-26T09:00:00+01:00[Europe/Berlin]");
        assertThat(PlanDuration.of("-P7D").from(start))
                .isEqualTo(ZonedDateTime.parse("2026-10-19T09:00:00+02:00[Europe/Berlin]"));
        assertThat(PlanDuration.of("-PT168H").from(start))
                .isEqualTo(ZonedDateTime.parse("2026-10-19T10:00:00+02:00[Europe/Berlin]"));
    }

    @ParameterizedTest
    @CsvSource({ "PT5M,5 minutes", "PT1H,1 hour", "PT1H30M,1 hour 30 minutes", "-P7D,7 days", "P2W,2 weeks", "PT0M,0 minutes",
            "PT90M,90 minutes", "PT1.5S,1.5 seconds", "P1DT1S,1 day 1 second", "PT05M,5 minutes" })
    void inWords_anyDuration_withUnits(String text, String words) {
        assertThat(new PlanDuration(text).inWords()).isEqualTo(words);
    }
}

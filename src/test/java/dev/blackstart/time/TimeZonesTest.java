package dev.blackstart.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;

import org.junit.jupiter.api.Test;

class TimeZonesTest {

    private static final Instant WINTER = Instant.parse("2026-11-27T12:00:00Z");
    private static final Instant SUMMER = Instant.parse("2026-07-27T12:00:00Z");

    @Test
    void meant_abbreviationOrOtherCase_theZone() {
        assertThat(TimeZones.meant("EST")).contains("America/New_York");
        assertThat(TimeZones.meant("pst")).contains("America/Los_Angeles");
        assertThat(TimeZones.meant("europe/berlin")).contains("Europe/Berlin");
        assertThat(TimeZones.meant("america/new york")).contains("America/New_York");
        assertThat(TimeZones.meant("Mars/Base")).isEmpty();
        assertThat(TimeZones.unknown("EST")).isEqualTo("There is no such time zone; did you mean America/New_York?");
    }

    @Test
    void shortName_byPlaceAndSeason() {
        assertThat(TimeZones.shortName(WINTER, ZoneId.of("America/New_York"))).isEqualTo("EST");
        assertThat(TimeZones.shortName(SUMMER, ZoneId.of("America/New_York"))).isEqualTo("EDT");
        assertThat(TimeZones.shortName(SUMMER, ZoneId.of("Europe/Berlin"))).isEqualTo("CEST");
        assertThat(TimeZones.shortName(WINTER, ZoneId.of("UTC"))).isEqualTo("UTC");
    }
}

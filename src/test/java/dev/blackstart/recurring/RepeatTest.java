package dev.blackstart.recurring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.blackstart.catalogue.PlanDuration;

class RepeatTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant MONDAY = ZonedDateTime.of(2027, 3, 1, 0, 0, 0, 0, BERLIN).toInstant();
    private final Random chance = new Random(42);

    private static Repeat repeat(String every, Set<DayOfWeek> days, int from, int until, boolean random) {
        return new Repeat(new PlanDuration(every), days, LocalTime.of(from, 0), LocalTime.of(until % 24, 0), BERLIN, random);
    }

    @Test
    void draw_random_anyAllowedInstantAndNoOther() {
        Repeat repeat = repeat("P7D", EnumSet.of(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY), 9, 16, true);
        Set<DayOfWeek> days = new HashSet<>();
        Set<Integer> hours = new HashSet<>();
        for (int i = 0; i < 500; i++) {
            ZonedDateTime drawn = repeat.draw(MONDAY, MONDAY, chance).orElseThrow().at().atZone(BERLIN);
            days.add(drawn.getDayOfWeek());
            hours.add(drawn.getHour());
        }
        assertThat(days).containsExactlyInAnyOrder(DayOfWeek.TUESDAY, DayOfWeek.THURSDAY);
        assertThat(hours).containsExactlyInAnyOrder(9, 10, 11, 12, 13, 14, 15);
    }

    @Test
    void draw_notRandom_theFirstAllowedInstant() {
        Repeat repeat = repeat("P7D", EnumSet.of(DayOfWeek.WEDNESDAY), 10, 24, false);
        Repeat.Drawn first = repeat.draw(MONDAY, MONDAY, chance).orElseThrow();
        assertThat(first.at()).isEqualTo("2027-03-03T09:00:00Z");
        assertThat(repeat.draw(first.until(), MONDAY, chance).orElseThrow().at()).isEqualTo("2027-03-10T09:00:00Z");
    }

    @Test
    void draw_everyOtherWeek_onceInEach() {
        Repeat repeat = repeat("P2W", EnumSet.allOf(DayOfWeek.class), 9, 16, true);
        Repeat.Drawn first = repeat.draw(MONDAY, MONDAY, chance).orElseThrow();
        Repeat.Drawn second = repeat.draw(first.until(), MONDAY, chance).orElseThrow();
        assertThat(first.until()).isEqualTo(MONDAY.atZone(BERLIN).plusDays(14).toInstant());
        assertThat(second.at()).isBetween(first.until(), MONDAY.atZone(BERLIN).plusDays(28).toInstant());
    }

    @Test
    void draw_longAfterwards_theNextAheadAndNoneInThePast() {
        Repeat repeat = repeat("P7D", EnumSet.of(DayOfWeek.MONDAY), 9, 10, true);
        Instant now = Instant.parse("2027-09-06T07:30:00Z");
        assertThat(repeat.draw(MONDAY, now, chance).orElseThrow().at())
                .isBetween(now, Instant.parse("2027-09-06T08:00:00Z"));
        Instant over = Instant.parse("2027-09-06T08:00:00Z");
        assertThat(repeat.draw(MONDAY, over, chance).orElseThrow().at())
                .isBetween("2027-09-13T07:00:00Z", "2027-09-13T08:00:00Z");
    }

    @Test
    void draw_hourThatTheClocksLeaveOut_anotherDay() {
        Repeat repeat = repeat("P1D", EnumSet.of(DayOfWeek.SUNDAY), 2, 3, true);
        Instant before = Instant.parse("2027-03-27T23:00:00Z");
        assertThat(repeat.draw(before, before, chance).orElseThrow().at()).isBetween("2027-04-04T00:00:00Z",
                "2027-04-04T01:00:00Z");
    }

    @Test
    void draw_hourThatComesTwice_bothOfThem() {
        Repeat repeat = repeat("P1D", EnumSet.of(DayOfWeek.SUNDAY), 2, 3, true);
        Instant before = Instant.parse("2027-10-30T22:00:00Z");
        Instant again = Instant.parse("2027-10-31T01:00:00Z");
        Set<Boolean> second = new HashSet<>();
        for (int i = 0; i < 50; i++) {
            Instant drawn = repeat.draw(before, before, chance).orElseThrow().at();
            assertThat(drawn).isBetween("2027-10-31T00:00:00Z", "2027-10-31T02:00:00Z");
            second.add(drawn.isBefore(again));
        }
        assertThat(second).containsExactlyInAnyOrder(true, false);
    }

    @Test
    void draw_dayThatNeverFits_none() {
        assertThat(repeat("P7D", EnumSet.noneOf(DayOfWeek.class), 9, 10, true).draw(MONDAY, MONDAY, chance)).isEmpty();
        assertThat(repeat("PT10M", EnumSet.allOf(DayOfWeek.class), 9, 10, true).isTooOften()).isTrue();
    }
}

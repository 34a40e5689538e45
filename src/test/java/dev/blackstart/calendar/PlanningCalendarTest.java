package dev.blackstart.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

/** Planning meetings are in the feeds of the exercise team, and in no other. */
@QuarkusTest
class PlanningCalendarTest {

    private static final String DAY = "timeline: [{key: later, at: PT1H, task: {of: carl, text: Look.}}]";

    @Test
    void feed_ofTheTeam_hasTheMeetings_thoseOfOthersNot() {
        GameDay day = GameDay.scheduled(DAY);
        for (String person : List.of("dana", "carl", "sol", "eve")) {
            assertThat(planning(person, day)).as(person).hasSize(3);
        }
        for (String person : List.of("pia", "noel", "olga", "adam", "wilma")) {
            assertThat(planning(person, day)).as(person).isEmpty();
        }
        day.move("dana", "cancelled").statusCode(200);
        assertThat(CalendarClient.of("wilma").text()).doesNotContain(day.id);
    }

    private static List<String> planning(String person, GameDay day) {
        return CalendarClient.of(person).events().stream()
                .filter(event -> event.getUrl() != null && event.getUrl().getValue().endsWith(day.id + "/planning"))
                .map(event -> event.getSummary().getValue()).toList();
    }
}

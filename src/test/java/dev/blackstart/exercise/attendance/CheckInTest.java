package dev.blackstart.exercise.attendance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;

/** Who is here on the day. */
@QuarkusTest
class CheckInTest {

    private static final String DAY = """
            timeline:
              - {key: open, at: PT1H, message: {to: everyone, subject: It begins, text: Play.}}""";

    @Test
    void checkIn_byThemselves_onceInTheJournalOnTheBoardAndInTheReport() {
        GameDay day = GameDay.running(DAY);
        PageClient.as("pia").get("/exercises/" + day.id + "/me").statusCode(200).body(containsString("I am here"));
        day.post("pia", "/check-ins", Map.of()).statusCode(200).body("person", equalTo("pia"));
        day.post("pia", "/check-ins", Map.of()).statusCode(200);
        assertThat(JournalProbe.field(day, "person-checked-in", "person")).containsExactly("pia");
        PageClient.as("pia").get("/exercises/" + day.id + "/me").statusCode(200).body(not(containsString("I am here")));
        day.get("carl", "/check-ins").statusCode(200).body("items.find { it.person == 'pia' }.at", notNullValue())
                .body("items.find { it.person == 'noel' }.at", nullValue());
        PageClient.as("carl").get("/exercises/" + day.id).statusCode(200).body(containsString("1 of 8 here"));
        PageClient.as("carl").get("/exercises/" + day.id + "/control-room").statusCode(200).body(containsString("1 of 8 here"));
        day.move("dana", "ended").statusCode(200);
        GameDay.as("dana").accept("application/json").get("/api/exercises/" + day.id + "/report").then().statusCode(200)
                .body("attendance.find { it.person == 'pia' }.checkedInAt", notNullValue())
                .body("attendance.find { it.person == 'pia' }.acts", equalTo(0));
    }

    @Test
    void checkIn_byControlStaff_alsoBeforeTheStart() {
        GameDay day = GameDay.scheduled(DAY);
        PageClient.as("carl").post("/exercises/" + day.id + "/check-in", Map.of("person", "noel")).statusCode(303);
        day.get("carl", "/check-ins").body("items.find { it.person == 'noel' }.recordedBy", equalTo("carl"));
        day.post("carl", "/check-ins", Map.of("person", "wilma")).statusCode(422).body("field", equalTo("person"));
        day.post("pia", "/check-ins", Map.of()).statusCode(409);
        day.move("dana", "running").statusCode(200);
        day.move("dana", "ended").statusCode(200);
        day.post("pia", "/check-ins", Map.of()).statusCode(409);
    }

    @Test
    void checkIns_playersAndStrangers_seeAndRecordNobodyElse() {
        GameDay day = GameDay.running(DAY);
        day.post("pia", "/check-ins", Map.of("person", "noel")).statusCode(403);
        for (String person : List.of("pia", "olga", "wilma")) {
            day.get(person, "/check-ins").statusCode(404);
        }
        day.post("wilma", "/check-ins", Map.of()).statusCode(404);
        PageClient.as("pia").get("/exercises/" + day.id).statusCode(200).body(not(containsString("of 8 here")));
    }

    @Test
    void board_seatNeedsSkills_namesThoseThatAreMissing() {
        GameDay day = GameDay.running(DAY);
        day.get("dana", "/check-ins").body("items.find { it.person == 'pia' }.missing", equalTo(List.of()));
    }
}

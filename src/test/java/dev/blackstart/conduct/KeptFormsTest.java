package dev.blackstart.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** A form that is refused comes back as it was typed, with what is wrong under its field. */
@QuarkusTest
class KeptFormsTest {

    private static final String DAY = """
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, channels: [in-app], text: Welcome.}}
              - {key: later, at: PT1H, task: {of: carl, text: Later.}}
            """;

    private static final String BROKEN = """
            drills:
              - {key: cut, kind: network-cut, title: Cut, targets: [orders-db], fault: {driver: manual, instruction: Cut.},
                 revert: {driver: manual, instruction: Mend.}, maxDuration: PT5M}
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, channels: [in-app], text: Welcome.}}
            """;

    private static final String LONG = "x".repeat(25_000);

    @Test
    void item_deferredOrSkippedWrongly_typedStays() {
        GameDay day = GameDay.running(DAY);
        FormClient carl = FormClient.of("carl");
        String to = "/exercises/" + day.id + "/timeline/later/transitions";
        for (String minutes : new String[] { "soon", "-5", "0", "", "999999", "99999999999" }) {
            Response back = carl.form().formParam("to", "deferred").formParam("minutes", minutes).post(to);
            refused(back, "minutes", minutes);
            assertThat(back.asString()).contains("Reason to skip it");
        }
        refused(carl.form().formParam("to", "skipped").formParam("reason", " ").post(to), "reason", " ");
        refused(carl.form().formParam("to", "skipped").formParam("reason", LONG).post(to), "reason", LONG);
        assertThat(day.item("later").get("state")).isEqualTo("pending");
        carl.form().formParam("to", "deferred").formParam("minutes", "30").post(to).then().statusCode(303);
        FormClient.of("pia").form().formParam("to", "skipped").formParam("reason", "x").post(to).then().statusCode(403);
        carl.form().formParam("to", "skipped").formParam("reason", "x").post(to.replace("later", "unknown")).then()
                .statusCode(404);
    }

    @Test
    void note_tooLong_typedStays() {
        GameDay day = GameDay.running(DAY);
        Response back = FormClient.of("carl").form().formParam("text", LONG).post("/exercises/" + day.id + "/notes");
        refused(back, "text", LONG);
        assertThat(back.asString()).contains("As it happens");
    }

    @Test
    void start_gateFails_reasonStaysAndSaysWhatToDo() {
        GameDay day = GameDay.scheduled(BROKEN);
        FormClient dana = FormClient.of("dana");
        String to = "/exercises/" + day.id + "/transitions";
        Response back = dana.form().formParam("to", "running").formParam("confirmed", "true").formParam("override", LONG)
                .post(to);
        refused(back, "override", LONG);
        Response gate = dana.form().formParam("to", "running").formParam("confirmed", "true").formParam("override", "")
                .post(to);
        assertThat(gate.statusCode()).isEqualTo(409);
        assertThat(gate.asString()).contains("The gate does not pass.", "Before the start");
        dana.form().formParam("to", "nowhere").post(to).then().statusCode(422);
    }

    @Test
    void roster_shiftUnreadable_typedStays() {
        GameDay day = GameDay.scheduled(DAY);
        FormClient dana = FormClient.of("dana");
        String to = "/exercises/" + day.id + "/roster";
        Response back = dana.form().formParam("person", "wim").formParam("role", "controller").formParam("from", "one hour")
                .formParam("until", "PT2H").post(to);
        refused(back, "from", "one hour");
        assertThat(back.asString()).contains("value=\"PT2H\"").containsPattern("name=\"person\" [^>]*value=\"wim\"")
                .containsPattern("<option +selected>controller");
        refused(dana.form().formParam("person", "wim").formParam("role", "player").formParam("from", "PT2H")
                .formParam("until", "PT1H").post(to), "until", "PT1H");
        FormClient.of("pia").form().formParam("person", "wim").formParam("role", "player").post(to).then().statusCode(403);
    }

    @Test
    void roster_oneself_asksForAReasonAndTakesIt() {
        GameDay day = GameDay.scheduled(DAY);
        FormClient dana = FormClient.of("dana");
        String to = "/exercises/" + day.id + "/roster";
        Response back = dana.form().formParam("person", "dana").formParam("role", "safety-officer").post(to);
        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(back.asString()).contains("Ask the director or another Master of Disaster", "name=\"seatReason\"");
        dana.form().formParam("person", "dana").formParam("role", "safety-officer").formParam("seatReason", "Sol is ill.")
                .post(to).then().statusCode(303);
    }

    @Test
    void date_inThePast_typedStays() {
        GameDay day = GameDay.scheduled(DAY);
        FormClient dana = FormClient.of("dana");
        String to = "/exercises/" + day.id + "/date";
        refused(dana.form().formParam("startsAt", "2020-01-01T10:00").formParam("zone", "Europe/Berlin").post(to), "startsAt",
                "2020-01-01T10:00");
        refused(dana.form().formParam("startsAt", "2031-01-01T10:00").formParam("zone", "Europe/Atlantis").post(to), "zone",
                "Europe/Atlantis");
        dana.form().formParam("startsAt", "2031-01-01T10:00").formParam("zone", "Europe/Berlin").post(to).then()
                .statusCode(303);
        FormClient.of("carl").form().formParam("startsAt", "2031-01-01T10:00").formParam("zone", "UTC").post(to).then()
                .statusCode(403);
        FormClient.of("wilma").form().formParam("startsAt", "2031-01-01T10:00").formParam("zone", "UTC").post(to).then()
                .statusCode(404);
    }

    private static void refused(Response back, String field, String typed) {
        String page = back.asString();
        assertThat(back.statusCode()).isEqualTo(422);
        assertThat(page).contains("id=\"f-" + field + "-error\"");
        assertThat(Pattern.compile("name=\"" + field + "\"[^>]* value=\"" + Pattern.quote(typed) + "\"").matcher(page).find())
                .as("what was typed into %s", field).isTrue();
    }
}

package dev.blackstart.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

/** What is asked before a start. */
@QuarkusTest
class StartTest {

    private static final String DAY = "timeline: [{key: open, at: PT0M, message: {to: everyone, channels: [in-app], text: Welcome.}}]\n";
    private static final String UNPREPARED = """
            preparation: [{key: check, team: storage, kind: runbook, title: Read the run book, due: -P1D, blocking: true}]
            """ + DAY;

    @Test
    void start_daysBeforeItsDate_asksBeforeAnybodyIsNotified() {
        GameDay day = GameDay.scheduled(DAY);
        FormClient dana = FormClient.of("dana");
        String move = "/exercises/" + day.id + "/transitions";
        assertThat(dana.browser().get("/exercises/" + day.id).then().extract().asString())
                .contains("29 days before the planned start", "notifies 8 people");
        String asked = dana.form().formParam("to", "running").post(move).then().statusCode(200).extract().asString();
        assertThat(asked).contains("Start the exercise?", "It is 29 days before the planned start",
                "8 people", "name=\"confirmed\"");
        day.get("dana", "").body("state", equalTo("scheduled"));
        dana.form().formParam("to", "running").formParam("confirmed", "true").post(move).then().statusCode(303);
        day.get("dana", "").body("state", equalTo("running"));
    }

    @Test
    void start_checkFails_reasonIsNeededAndTheQuestionNamesTheCheck() {
        GameDay day = GameDay.scheduled(UNPREPARED);
        FormClient dana = FormClient.of("dana");
        String move = "/exercises/" + day.id + "/transitions";
        assertThat(dana.browser().get("/exercises/" + day.id).then().extract().asString())
                .contains("Why it may start with failed checks</label>", "1 check", "Teams are prepared")
                .doesNotContain("(optional)</span></label>\n  <input id=\"f-override\"");
        dana.form().formParam("to", "running").formParam("override", "").post(move).then().statusCode(409);
        String asked = dana.form().formParam("to", "running").formParam("override", "A first try").post(move).then()
                .statusCode(200).extract().asString();
        assertThat(asked).contains("Teams are prepared: ", "“A first try”", "value=\"A first try\"");
        day.get("dana", "").body("state", equalTo("scheduled"));
    }

    @Test
    void start_nearItsDate_saysNothingOfIt() {
        String plan = GameDay.plan(DAY);
        GameDay day = GameDay.of(plan,
                Map.of("plan", plan, "startsAt", Instant.now().plus(Duration.ofMinutes(5)).toString()));
        assertThat(FormClient.of("dana").form().formParam("to", "running").post("/exercises/" + day.id + "/transitions").then()
                .statusCode(200).extract().asString()).contains("Start the exercise?").doesNotContain("the planned start");
    }
}

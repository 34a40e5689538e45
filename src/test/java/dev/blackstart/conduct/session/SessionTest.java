package dev.blackstart.conduct.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** The facilitator's page: steps with their time boxes, confirmed one after the other, and learnings for everybody. */
@QuarkusTest
class SessionTest {

    private static final String DAY = """
            timeline:
              - {key: case, at: PT0M, task: {of: carl, text: "Case study: Read it aloud."}}
              - {key: next, at: PT20M, decision: {text: "Next time: Again?", options: ["often", "never"]}}
              - {key: end, at: PT30M, endex: {}}
            """;

    private static ValidatableResponse post(GameDay day, String person, String path, Map<String, ?> fields) {
        return FormClient.of(person).form().formParams(fields).post("/exercises/" + day.id + "/session/" + path).then();
    }

    @Test
    void steps_confirmedInTheirOrder_withTimeBoxes() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("case", "released");
        PageClient.as("carl").get("/exercises/" + day.id + "/session").statusCode(200).body(containsString("Case study"))
                .body(containsString("20 m")).body(containsString("10 m")).body(containsString("aria-current=\"step\""))
                .body(containsString("Step done"));
        PageClient.as("eve").get("/exercises/" + day.id + "/session").statusCode(200).body(not(containsString("Step done")));
        post(day, "eve", "steps/case", Map.of("to", "completed")).statusCode(403);
        post(day, "carl", "steps/case", Map.of("to", "skipped")).statusCode(422);
        post(day, "carl", "steps/case", Map.of("to", "completed")).statusCode(303);
        day.awaitItem("case", "completed");
        day.post("carl", "/timeline/next/transitions", Map.of("to", "released")).statusCode(200);
        post(day, "carl", "steps/next", Map.of("to", "chosen", "option", "often")).statusCode(303);
        PageClient.as("dana").get("/exercises/" + day.id + "/session").statusCode(200).body(containsString("done: often"));
    }

    @Test
    void learnings_journaledForTheRoster_andInTheReport() {
        GameDay day = GameDay.running(DAY);
        post(day, "carl", "learnings", Map.of("text", " ")).statusCode(422).body(containsString("Write what was learned"));
        post(day, "carl", "learnings", Map.of("text", "Label the <switches>.")).statusCode(303);
        day.post("pia", "/session/learnings", Map.of("text", "Mine.")).statusCode(403);
        day.get("carl", "/session").statusCode(200).body("learnings", equalTo(List.of("Label the <switches>.")))
                .body("steps.key", equalTo(List.of("case", "next"))).body("steps[0].box", equalTo("PT20M"));
        PageClient.as("eve").get("/exercises/" + day.id + "/session").body(containsString("Label the &lt;switches&gt;."));
        assertThat(JournalProbe.of(day, LearningRecorded.TYPE)).singleElement()
                .satisfies(entry -> assertThat(entry.audience).isEqualTo("roster"));
        GameDay.as("dana").accept("text/markdown").get("/api/exercises/" + day.id + "/report").then().statusCode(200)
                .body(containsString("### Learnings of the session")).body(containsString("- Label the"));
        PageClient.as("dana").get("/exercises/" + day.id + "/report").statusCode(200)
                .body(containsString("Learnings of the session"));
    }

    @Test
    void session_ofAPlayer_likeUnknown_evenWhileItRuns() {
        GameDay day = GameDay.running(DAY);
        String unknown = "/exercises/" + UUID.randomUUID() + "/session";
        for (String person : List.of("pia", "wilma")) {
            int status = PageClient.as(person).get("/exercises/" + day.id + "/session").extract().statusCode();
            assertThat(status).isIn(403, 404);
        }
        PageClient.as("pia").get(unknown).statusCode(404);
        PageClient.as("pia").get("/exercises/" + day.id).body(not(containsString("/session")));
    }
}

package dev.blackstart.drills.lever;

import static dev.blackstart.testsupport.GameDay.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** One lever for the whole platform: it reverts what stands and lets no fault begin. */
@QuarkusTest
class LeverTest {

    private static final String DAY = """
            drills:
              - {key: cut, kind: network-cut, title: Cut it, owner: dana, targets: [orders-db], maxDuration: PT20M, hypothesis: It holds.,
                 fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
              - {key: cut2, kind: network-cut, title: Cut more, owner: dana, targets: [orders-db], maxDuration: PT20M, hypothesis: It holds.,
                 fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
            timeline:
              - {key: first, at: PT0M, drill: cut}
              - {key: second, manual: true, drill: cut2}
            """;

    private static ValidatableResponse move(String who, Object pulled, String reason) {
        return as(who).contentType("application/json").body(Map.of("pulled", pulled, "reason", reason))
                .post("/api/safety-lever").then();
    }

    @AfterEach
    void pushBack() {
        move("dana", false, "The test is over.").statusCode(200);
    }

    @Test
    void pull_revertsEverywhere_refusesNewFaults_untilPushedBack() {
        GameDay one = GameDay.running(DAY);
        GameDay other = GameDay.running(DAY);
        one.awaitItem("first", "released");
        other.awaitItem("first", "released");
        move("sol", true, "A real fire.").statusCode(200).body("pulled", is(true)).body("by", is("sol"));
        for (GameDay day : new GameDay[] { one, other }) {
            day.get("carl", "/drills").body("items.find { it.key == 'cut' }.state", is("reverting"));
            day.get("carl", "/journal?limit=1000").body("entries.type", hasItem("safety-lever-pulled"))
                    .body("entries.find { it.type == 'safety-lever-pulled' }.audience", is("control"));
            day.moveItem("carl", "second", "released").statusCode(409);
            day.get("carl", "/gate").body("checks.find { it.key == 'lever' }.advice", containsString("A real fire."));
            day.get("carl", "").body("state", is("running"));
            assertThat(PageClient.as("carl").get("/exercises/" + day.id + "/control-room").extract().asString())
                    .contains("The safety lever is pulled");
        }
        GameDay scheduled = GameDay.scheduled(DAY);
        scheduled.post("dana", "/transitions", Map.of("to", "running", "override", "I insist.")).statusCode(409);
        GameDay rehearsal = GameDay.rehearsing(DAY, 1);
        rehearsal.awaitItem("first", "completed");
        move("sol", false, "It is out.").statusCode(200).body("pulled", is(false));
        one.moveItem("carl", "second", "released").statusCode(200);
        one.get("carl", "/journal?limit=1000").body("entries.type", hasItem("safety-lever-released"));
    }

    @Test
    void pull_byOthers_refused_andNotThereToRead() {
        given().get("/api/safety-lever").then().statusCode(401);
        GameDay day = GameDay.running(DAY);
        as("carl").get("/api/safety-lever").then().statusCode(200).body("pulled", is(false));
        PageClient.as("carl").get("/safety-lever").statusCode(200).body(containsString("Not pulled"));
        move("carl", true, "x").statusCode(403);
        PageClient.as("carl").post("/safety-lever", Map.of("pulled", "true", "reason", "x")).statusCode(403);
        for (String other : new String[] { "pia", "wilma" }) {
            as(other).get("/api/safety-lever").then().statusCode(404);
            PageClient.as(other).get("/safety-lever").statusCode(404);
            move(other, true, "x").statusCode(403);
        }
        move("sol", true, " ").statusCode(422).body("field", is("reason"));
        move("sol", true, "x".repeat(2_001)).statusCode(422).body("field", is("reason"));
        move("sol", "perhaps", "x").statusCode(400);
        as("sol").contentType("application/json").body("{\"reason\": \"x\"}").post("/api/safety-lever").then().statusCode(422)
                .body("field", is("pulled"));
        day.move("dana", "ended").statusCode(200);
    }

    @Test
    void page_plainForm_keepsWhatWasTyped() {
        GameDay.running(DAY).awaitItem("first", "released");
        PageClient sol = PageClient.as("sol");
        assertThat(sol.get("/safety-lever").statusCode(200).extract().asString()).contains("Pull the lever", "Reverts ");
        sol.post("/safety-lever", Map.of("pulled", "true", "reason", "")).statusCode(422).body(containsString("Say why"));
        sol.post("/safety-lever", Map.of("reason", "Smoke.")).statusCode(422);
        sol.post("/safety-lever", Map.of("pulled", "true", "reason", "Smoke.")).statusCode(200)
                .body(containsString("Pull the safety lever?"));
        as("sol").get("/api/safety-lever").then().body("pulled", is(false));
        sol.post("/safety-lever", Map.of("pulled", "true", "reason", "Smoke.", "confirmed", "true")).statusCode(303);
        sol.get("/safety-lever").body(containsString("Smoke.")).body(containsString("Release the lever"))
                .body(containsString("Pulled by Sol Herrera"));
    }
}

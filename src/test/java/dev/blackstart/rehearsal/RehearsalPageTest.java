package dev.blackstart.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

@QuarkusTest
class RehearsalPageTest {

    private static final String DAY = """
            timeline:
              - {key: open, at: PT0M, message: {to: storage, channels: [in-app], text: Welcome.}}
              - {key: cabling, at: PT0.2S, expectation: {of: network, text: Says it.}}
              - {key: hint, after: {item: cabling, is: missed}, message: {to: network, channels: [in-app], text: Look.}}
              - {key: webs, at: PT0.3S, task: {of: web, text: Look.}}
              - {key: end, at: PT1S, endex: {}}
            """;

    private static String begin(PageClient by, String plan) {
        String to = by.post("/rehearsals", Map.of("plan", plan)).statusCode(303).extract().header("Location");
        assertThat(to).endsWith("/control-room");
        return to.replaceAll(".*/exercises/([^/]+)/.*", "$1");
    }

    private static JsonPath exercise(String id) {
        return GameDay.as("dana").get("/api/exercises/" + id).then().statusCode(200).extract().jsonPath();
    }

    @Test
    void rehearse_oneClick_playsItAndTellsWhatToMend() {
        PageClient dana = PageClient.as("dana");
        String id = begin(dana, GameDay.plan(DAY));
        assertThat(exercise(id).getString("mode")).isEqualTo("rehearsal");
        Awaitility.await().until(() -> exercise(id).getString("state"), "ended"::equals);

        dana.get("/exercises/" + id + "/rehearsal").statusCode(200)
                .body(containsString("Rehearsal results</h1>")).body(containsString("has no “within”, so it is never missed"))
                .body(containsString("no person of web is on the roster"))
                .body(containsString("/exercises/" + id + "/timeline/hint\""))
                .body(not(containsString("nothing to mend")));
    }

    @Test
    void rehearse_wellMadePlan_nothingToMend() {
        PageClient dana = PageClient.as("dana");
        String id = begin(dana, GameDay.plan("""
                timeline:
                  - {key: open, at: PT0M, expectation: {of: everyone, text: Somebody speaks., within: PT1S}}
                  - {key: end, at: PT2H, endex: {}}
                """));
        assertThat(exercise(id).getInt("speed")).isEqualTo(120);
        dana.get("/exercises/" + id + "/rehearsal").statusCode(200).body(containsString("Rehearsal results so far"))
                .body(containsString("No problems found"));
    }

    /** Who may make exercises and holds no role directs this one. */
    @Test
    void rehearse_masterWithoutARole_directs() {
        PageClient adam = PageClient.as("adam");
        String id = begin(adam, GameDay.plan(DAY));
        assertThat(GameDay.as("dana").get("/api/exercises/" + id + "/roster").jsonPath()
                .getString("items.find { it.person == 'adam' }.role")).isEqualTo("director");
    }

    @Test
    void rehearse_masterWhoPlays_refused() {
        String plan = GameDay.plan(DAY);
        GameDay.importPlan(GameDay.as("dana").accept("application/yaml").get("/api/plans/" + plan).asString()
                .replace(plan, "adams-" + plan).replace("person: noel, role: player", "person: adam, role: player")
                .replace("approvers: [adam, olga]", "approvers: [olga]"));
        PageClient.as("adam").post("/rehearsals", Map.of("plan", "adams-" + plan)).statusCode(403);
    }

    @Test
    void rehearse_memberOrUnknownPlan_refused() {
        String plan = GameDay.plan(DAY);
        PageClient.as("carl").post("/rehearsals", Map.of("plan", plan)).statusCode(403);
        PageClient.as("pia").post("/rehearsals", Map.of("plan", "no-such-plan")).statusCode(403);
        PageClient.as("dana").post("/rehearsals", Map.of("plan", "no-such-plan")).statusCode(422);
    }

    @Test
    void page_liveOrHidden_notThere() {
        GameDay live = GameDay.running(DAY);
        PageClient.as("dana").get("/exercises/" + live.id + "/rehearsal").statusCode(404);
        GameDay rehearsal = GameDay.rehearsing(DAY, 1);
        PageClient.as("pia").get("/exercises/" + rehearsal.id + "/rehearsal").statusCode(404);
        PageClient.as("carl").get("/exercises/" + rehearsal.id + "/rehearsal").statusCode(is(200))
                .body(not(containsString("Rehearse again")));
    }
}

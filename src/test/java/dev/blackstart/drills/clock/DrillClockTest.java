package dev.blackstart.drills.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class DrillClockTest {

    static final String PLAN = """
            drills:
              - key: kill-primary
                kind: database-failover
                title: Stop the primary
                owner: dana
                targets: [orders-db]
                hypothesis: The standby takes over.
                fault: {driver: manual, instruction: Stop it.}
                revert: {driver: manual, instruction: Start it.}
                maxDuration: PT20M
                recoveredWhen: Orders are accepted again.
                userExperience: Checkout shows a message.
                clockTargets: {detect: PT1H, acknowledge: PT2H, recover: PT3H}
            timeline:
              - {key: fault, at: PT0S, drill: kill-primary}
              - {key: end, manual: true, endex: {}}
            """;

    private static final String DRILL = "/drills/kill-primary";

    static GameDay injected() {
        GameDay day = GameDay.running(PLAN);
        day.awaitItem("fault", "released");
        day.post("carl", DRILL + "/transitions", Map.of("to", "injected")).statusCode(200);
        return day;
    }

    @Test
    void mark_fromInjectionOn_measuredAgainstTheTarget() {
        GameDay day = injected();
        day.get("eve", DRILL + "/clocks").statusCode(200).body("clocks.clock",
                equalTo(List.of("detected", "acknowledged", "mitigated", "recovered")))
                .body("clocks.state", equalTo(List.of("open", "open", "open", "open")))
                .body("recoveredWhen", equalTo("Orders are accepted again."));
        day.post("eve", DRILL + "/marks", Map.of("clock", "detected", "basis", "Graph dropped")).statusCode(201)
                .body("source", equalTo("person")).body("author", equalTo("eve"));
        day.post("eve", DRILL + "/marks",
                Map.of("clock", "recovered", "how", "manual", "path", "failover", "extent", "degraded")).statusCode(201);
        day.get("carl", DRILL + "/clocks").body("clocks.find { it.clock == 'detected' }.state", equalTo("marked"))
                .body("clocks.find { it.clock == 'detected' }.target", equalTo("PT1H"))
                .body("clocks.find { it.clock == 'detected' }.over", equalTo(false))
                .body("clocks.find { it.clock == 'recovered' }.marks[0].path", equalTo("failover"));
        day.get("eve", "/journal?limit=1000").body("entries.findAll { it.type == 'clock-marked' }.data.clock",
                equalTo(List.of("detected", "recovered")));
    }

    @Test
    void mark_byTwoWithDifferentTimes_bothKeptSideBySide() {
        GameDay day = injected();
        Instant injected = Instant.parse(day.get("eve", DRILL + "/clocks").extract().path("injectedAt"));
        day.post("eve", DRILL + "/marks", Map.of("clock", "detected", "at", injected.toString())).statusCode(201);
        day.post("eve", DRILL + "/marks", Map.of("clock", "detected", "at", injected.toString())).statusCode(200);
        day.post("carl", DRILL + "/marks", Map.of("clock", "detected", "at", injected.plusMillis(1).toString()))
                .statusCode(201);
        day.get("eve", DRILL + "/clocks").body("clocks[0].marks.author", equalTo(List.of("eve", "carl")))
                .body("clocks[0].differs", equalTo(false)).body("clocks[0].length", equalTo("PT0S"));
    }

    @Test
    void mark_whatMakesNoSense_refusedInASentence() {
        GameDay day = GameDay.running(PLAN);
        day.awaitItem("fault", "released");
        day.post("eve", DRILL + "/marks", Map.of("clock", "detected")).statusCode(409)
                .body("detail", containsString("was not injected"));
        day.post("carl", DRILL + "/transitions", Map.of("to", "injected")).statusCode(200);
        day.post("eve", DRILL + "/marks", Map.of("clock", "seen")).statusCode(422).body("field", equalTo("clock"));
        day.post("eve", DRILL + "/marks", Map.of()).statusCode(422).body("field", equalTo("clock"));
        day.post("eve", DRILL + "/marks", Map.of("clock", "detected", "path", "failover")).statusCode(422)
                .body("field", equalTo("path"));
        day.post("eve", DRILL + "/marks", Map.of("clock", "mitigated", "extent", "full")).statusCode(422)
                .body("field", equalTo("extent"));
        day.post("eve", DRILL + "/marks", Map.of("clock", "recovered", "path", "luck")).statusCode(422)
                .body("field", equalTo("path"));
        day.post("eve", DRILL + "/marks",
                Map.of("clock", "detected", "at", Instant.now().minus(Duration.ofDays(1)).toString())).statusCode(422)
                .body("field", equalTo("at"));
        day.post("eve", DRILL + "/marks",
                Map.of("clock", "detected", "at", Instant.now().plus(Duration.ofDays(1)).toString())).statusCode(422)
                .body("field", equalTo("at"));
        day.post("eve", "/drills/no-drill/marks", Map.of("clock", "detected")).statusCode(404);
        day.get("eve", "/drills/no-drill/clocks").statusCode(404);
    }

    @Test
    void clocks_ofPlayersAndStrangers_notThere() {
        GameDay day = injected();
        day.post("eve", DRILL + "/marks", Map.of("clock", "detected", "basis", "graph-secret")).statusCode(201);
        day.get("pia", DRILL + "/clocks").statusCode(404);
        day.get("wilma", DRILL + "/clocks").statusCode(404);
        day.post("pia", DRILL + "/marks", Map.of("clock", "detected")).statusCode(403);
        day.post("wilma", DRILL + "/marks", Map.of("clock", "detected")).statusCode(404);
        FormClient.of("pia").browser().get("/exercises/" + day.id + DRILL).then().statusCode(404);
        assertThat(day.get("pia", "/journal?limit=1000").extract().asString()).doesNotContain("graph-secret")
                .doesNotContain("clock-marked");
    }

    @Test
    void clocks_endedWithoutDetection_saysLongerThanAndNotDetected() {
        GameDay day = injected();
        day.move("dana", "ended").statusCode(200);
        day.get("eve", DRILL + "/clocks").body("clocks.state", equalTo(List.of("never", "never", "never", "never")))
                .body("clocks.over", equalTo(List.of(true, true, false, true)));
        FormClient.of("eve").browser().get("/exercises/" + day.id + DRILL).then().statusCode(200)
                .body(containsString(", not detected")).body(containsString(", not recovered"));
        day.post("eve", DRILL + "/marks", Map.of("clock", "mitigated", "how", "automatic")).statusCode(201);
        day.get("eve", DRILL + "/clocks").body("clocks[2].state", equalTo("marked"));
    }

    @Test
    void page_oneTap_marksAndShowsIt() {
        GameDay day = injected();
        String page = "/exercises/" + day.id + DRILL;
        FormClient eve = FormClient.of("eve");
        eve.browser().get("/exercises/" + day.id + "/evaluation").then().statusCode(200)
                .body(containsString("Detected now"));
        eve.form().formParam("clock", "detected").post(page + "/marks").then().statusCode(303);
        eve.browser().get(page).then().body(containsString("Target met")).body(containsString("Acknowledged now"));
        eve.form().formParam("clock", "recovered").formParam("when", "half past").formParam("basis", "orders came")
                .post(page + "/marks").then().statusCode(422).body(containsString("Write the time as 10:12"))
                .body(containsString("orders came"));
        eve.browser().get("/exercises/" + day.id + "/control-room").then().statusCode(200)
                .body(containsString("Clocks and alerts"));
    }

    @Test
    void plan_measurementsThatAreWrong_toldWithTheirPlace() {
        GameDay.as("dana").contentType("application/yaml").body("""
                key: measured-plan
                name: x
                type: functional
                intensity: 2
                environment: staging
                owner: dana
                team: storage
                systems: [{key: orders-db, name: Orders}]
                schedule: {duration: PT1H}
                scenario: {failureModes: [{key: a, text: One.}, {key: a, text: Two.}]}
                runbooks: [{key: promote, title: Promote, steps: [{key: fence, text: Fence.}, {key: fence, text: Again.}]}]
                roster: [{person: dana, role: director}]
                drills:
                  - key: kill
                    kind: custom
                    title: Kill
                    targets: [orders-db]
                    fault: {driver: manual, instruction: x}
                    recoveredWhen: write-path
                    clockTargets: {detect: PT0S, recover: PT1M}
                    expects: [{alert: Down}, {alert: Down}]
                timeline: [{key: f, manual: true, drill: kill}]
                """.getBytes(StandardCharsets.UTF_8)).queryParam("dryRun", "true").post("/api/plans").then().statusCode(422)
                .body("violations.pointer", hasItem("/drills/0/clockTargets/detect"))
                .body("violations.pointer", hasItem("/drills/0/expects/1/alert"))
                .body("violations.pointer", hasItem("/runbooks/0/steps/1/key"))
                .body("violations.pointer", hasItem("/scenario/failureModes/1/key")).body("violations", hasSize(4));
    }
}

package dev.blackstart.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Insight as its readers get it: what is counted, for whom, and how wrong questions are answered. */
@QuarkusTest
class InsightApiTest {

    private static final List<String> TOPICS = List.of("metrics", "coverage", "recovery", "actions", "severity", "detection",
            "participation", "culture", "assumptions");

    private static String plan(String system) {
        return """
                systems: [{key: %s, name: Ledger, recoveryTarget: PT15M}]
                drills:
                  - key: kill
                    kind: database-failover
                    title: Stop the ledger
                    owner: dana
                    targets: [%s]
                    hypothesis: The standby takes over.
                    fault: {driver: manual, instruction: Stop it.}
                    revert: {driver: manual, instruction: Start it.}
                    maxDuration: PT20M
                    clockTargets: {detect: PT5M}
                timeline:
                  - {key: fault, at: PT0S, drill: kill}
                """.formatted(system, system);
    }

    /** Injected, detected, recovered, ended and judged. */
    static GameDay drilled(String system) {
        GameDay day = GameDay.running(plan(system));
        day.awaitItem("fault", "released");
        day.post("carl", "/drills/kill/transitions", Map.of("to", "injected")).statusCode(200);
        day.post("eve", "/drills/kill/marks", Map.of("clock", "detected")).statusCode(201);
        day.post("eve", "/drills/kill/marks", Map.of("clock", "recovered")).statusCode(201);
        day.post("carl", "/drills/kill/transitions", Map.of("to", "reverted")).statusCode(200);
        day.move("dana", "ended").statusCode(200);
        day.post("eve", "/drills/kill/result", Map.of("result", "passed", "reason", "as seen")).statusCode(200);
        return day;
    }

    private static String system() {
        return "ledger-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static ValidatableResponse get(String person, String topic) {
        return GameDay.as(person).accept("application/json").get("/api/insight/" + topic).then();
    }

    @Test
    void everyTopic_jsonCsvAndPage_haveDefinitionsAndTables() {
        for (String topic : TOPICS) {
            get("dana", topic).statusCode(200).body("topic", is(topic)).body("figures[0].definition", notNullValue())
                    .body("figures[0].misleads", notNullValue());
            GameDay.as("dana").accept("text/csv").get("/api/insight/" + topic).then().statusCode(200)
                    .header("Content-Disposition", containsString(topic));
            PageClient.as("pia").get("/insight/" + topic).statusCode(200).body(containsString("Misleads when"));
        }
    }

    @Test
    void drill_overAndJudged_countsForControlStaffAndNobodyElse() {
        String system = system();
        GameDay day = drilled(system);
        for (String topic : List.of("metrics", "recovery", "detection")) {
            assertThat(get("carl", topic).statusCode(200).extract().asString()).contains(day.id);
            for (String player : List.of("pia", "noel", "olga", "wilma")) {
                assertThat(get(player, topic).statusCode(200).extract().asString()).as(player + " reads " + topic)
                        .doesNotContain(day.id).doesNotContain(system);
            }
        }
        String line = "figures[0].rows.find { it.system == '" + system + "' }";
        get("dana", "recovery").body(line + ".state", is("proved")).body(line + ".successes", equalTo(0.245f))
                .body(line + ".recoveryTarget", is("PT15M")).body(line + ".due", notNullValue());
        get("eve", "recovery").body(line + ".containsKey('due')", is(false));
    }

    @Test
    void filter_wrong_toldPerField_pageKeepsWhatWasTyped() {
        for (String wrong : List.of("from=yesterday", "to=2026-02-30", "from=2027-01-02&to=2027-01-01",
                "from=1990-01-01&to=2026-01-01", "team=no-such-team", "from=99999-01-01")) {
            GameDay.as("dana").get("/api/insight/metrics?" + wrong).then().statusCode(422).body("field", notNullValue());
        }
        PageClient.as("dana").get("/insight/metrics?from=2027-01-02&to=2027-01-01").statusCode(422)
                .body(containsString("lies before the first")).body(containsString("2027-01-02"));
        get("dana", "nothing").statusCode(404);
        GameDay.as("dana").accept("text/csv").get("/api/insight/metrics?figure=nothing").then().statusCode(404);
        GameDay.as("dana").get("/api/insight/metrics?from=2020-01-01&to=2020-12-31&team=storage").then().statusCode(200)
                .body("figures[0].rows", equalTo(List.of()));
    }

    @Test
    void systemChange_recordedByMasterOrOwner_decaysTheConfidence() {
        String system = system();
        drilled(system);
        json("dana", "/api/systems", Map.of("key", system, "name", system, "owner", "storage")).statusCode(201);
        String changes = "/api/systems/" + system + "/changes";
        json("wilma", changes, Map.of("kind", "release")).statusCode(403);
        json("pia", changes, Map.of("kind", "guess")).statusCode(422).body("field", is("kind"));
        json("pia", changes, Map.of("kind", "failover-path", "at", "2040-01-01T00:00:00Z")).statusCode(422)
                .body("field", is("at"));
        json("dana", "/api/systems/no-such-system/changes", Map.of("kind", "release")).statusCode(404);
        String at = Instant.now().toString();
        json("pia", changes, Map.of("kind", "failover-path", "at", at)).statusCode(201).body("by", is("pia"));
        json("pia", changes, Map.of("kind", "failover-path", "at", at)).statusCode(200);
        GameDay.as("wilma").get(changes).then().statusCode(200).body("items.kind", equalTo(List.of("failover-path")));
        String line = "figures[0].rows.find { it.system == '" + system + "' }";
        get("dana", "recovery").body(line + ".changed", is(1)).body(line + ".successes", equalTo(0.122f));
    }

    @Test
    void incident_withClocks_standsBesideExercisesNotAmongThem() {
        String title = "Ledger lost " + UUID.randomUUID();
        Instant began = Instant.now().minusSeconds(7_200);
        json("dana", "/api/incidents", Map.of("title", title, "startedAt", began.toString(), "detectedAt",
                began.plusSeconds(600).toString(), "recoveredAt", began.plusSeconds(3_600).toString(), "detectedBy",
                "customer", "severity", "sev1")).statusCode(201);
        get("pia", "metrics").body("figures[0].behind.find { it.what == '" + title + "' }.of", is("real incident"))
                .body("figures[0].behind.find { it.what == '" + title + "' }.length", is("PT10M"));
        get("pia", "detection").body("figures[1].behind.find { it.what == '" + title + "' }.by", is("customer"));
        get("pia", "severity").body("figures[1].behind.find { it.incident == '" + title + "' }.severity", is("sev1"));
    }

    private static ValidatableResponse json(String person, String path, Map<String, ?> body) {
        return GameDay.as(person).contentType(ContentType.JSON).body(body).post(path).then();
    }
}

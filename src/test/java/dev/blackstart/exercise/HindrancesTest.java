package dev.blackstart.exercise;

import static dev.blackstart.testsupport.GameDay.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What the directory says keeps exercises from touching systems: at the gate, and again before a fault. */
@QuarkusTest
class HindrancesTest {

    private String system;

    private GameDay scheduled() {
        GameDay day = GameDay.scheduled(
                """
                        drills:
                          - {key: cut, kind: network-cut, title: Cut it, owner: dana, targets: [orders-db], maxDuration: PT20M, hypothesis: It holds.,
                             fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
                        timeline:
                          - {key: tell, manual: true, message: {to: everyone, channels: [email], text: Hello.}}
                          - {key: cut-now, manual: true, drill: cut}
                        """);
        system = as("dana").get("/api/plans/" + day.plan).then().statusCode(200).extract().path("systems[0].key");
        as("dana").contentType("application/json").body(Map.of("key", system, "name", "A system")).post("/api/systems").then()
                .statusCode(201);
        return day;
    }

    private static void check(GameDay day, String key, String result) {
        day.get("dana", "/gate").statusCode(200).body("checks.find { it.key == '" + key + "' }.result", is(result));
    }

    private void change(Map<String, ?> what) {
        as("dana").contentType("application/json").body(what).patch("/api/systems/" + system).then().statusCode(200);
    }

    private static String post(String path, Map<String, ?> body) {
        return as("dana").contentType("application/json").body(body).post("/api/" + path).then().statusCode(201).extract()
                .path("id");
    }

    @Test
    void offLimits_byTheDirectory_noReasonIsGoodEnough() {
        GameDay day = scheduled();
        check(day, "off-limits", "pass");
        change(Map.of("offLimits", true));
        check(day, "off-limits", "fail");
        day.post("dana", "/transitions", Map.of("to", "running", "override", "I insist.")).statusCode(409);
        change(Map.of("offLimits", false));
        day.move("dana", "running").statusCode(200);
    }

    @Test
    void blackout_nowOrThen_fails_ofOthersOrPast_passes() {
        GameDay day = scheduled();
        Instant now = Instant.now();
        Instant then = now.plus(Duration.ofDays(30));
        String elsewhere = post("blackouts", blackout(then, "payments-ledger"));
        check(day, "blackout", "pass");
        String before = post("blackouts", blackout(now.plus(Duration.ofDays(10)), system));
        check(day, "blackout", "pass");
        String at = post("blackouts", blackout(then, system));
        day.get("dana", "/gate").body("checks.find { it.key == 'blackout' }.advice", containsString("Sale of the year"));
        as("dana").delete("/api/blackouts/" + at).then().statusCode(204);
        String here = post("blackouts", blackout(now, system));
        check(day, "blackout", "fail");
        day.move("dana", "running").statusCode(409);
        for (String id : List.of(elsewhere, before, here)) {
            as("dana").delete("/api/blackouts/" + id).then().statusCode(204);
        }
        day.move("dana", "running").statusCode(200);
    }

    private static Map<String, ?> blackout(Instant around, String system) {
        return Map.of("from", around.minus(Duration.ofHours(1)).toString(), "until",
                around.plus(Duration.ofHours(5)).toString(), "reason", "Sale of the year", "systems", List.of(system));
    }

    @Test
    void incident_open_holdsAFaultOfARunningExercise() {
        GameDay day = scheduled();
        day.move("dana", "running").statusCode(200);
        String id = post("incidents", Map.of("title", "A fire", "systems", List.of(system)));
        day.moveItem("carl", "cut-now", "released").statusCode(409);
        day.get("dana", "/gate").body("checks.find { it.key == 'incident' }.advice", containsString("A fire"));
        as("dana").contentType("application/json").body(Map.of("to", "closed")).post("/api/incidents/" + id + "/transitions")
                .then().statusCode(200);
        day.moveItem("carl", "cut-now", "released").statusCode(200);
    }

    @Test
    void fallback_carriesOurOwn_wantsAnotherWayAndTheSheetOnPaper() {
        GameDay day = scheduled();
        check(day, "fallback", "pass");
        change(Map.of("carries", List.of("sign-in", "mail")));
        fallback(day, containsString("Print"));
        fallback(day, containsString("tell"));
        change(Map.of("carries", List.of("mail")));
        fallback(day, not(containsString("tell")));
        day.move("dana", "running").statusCode(409);
        printed(day, "  ").statusCode(422).body("field", is("holder"));
        fallback(day, containsString("Print"));
        printed(day, "Carl's folder").statusCode(200).body("holder", is("Carl's folder")).body("by", is("sol"));
        check(day, "fallback", "pass");
        assertThat(JournalProbe.of(day, "sheet-printed")).singleElement()
                .satisfies(entry -> assertThat(entry.audience).isEqualTo("control"));
    }

    @Test
    void fallback_dateMovedAfterPrinting_wantsAnotherSheet() {
        GameDay day = scheduled();
        change(Map.of("carries", List.of("mail")));
        printed(day, "The drawer").statusCode(200);
        check(day, "fallback", "pass");
        as("dana").contentType("application/json").body(Map.of("startsAt", Instant.now().plus(Duration.ofDays(9)).toString()))
                .patch("/api/exercises/" + day.id).then().statusCode(200);
        fallback(day, containsString("again"));
        printed(day, "The drawer").statusCode(200);
        check(day, "fallback", "pass");
    }

    @Test
    void fallback_rosterOrZoneChangedBeforeTheStart_wantsAnotherSheet() {
        GameDay day = scheduled();
        change(Map.of("carries", List.of("mail")));
        printed(day, "The drawer").statusCode(200);
        day.post("dana", "/roster", Map.of("person", "tess", "role", "observer")).statusCode(200);
        fallback(day, containsString("again"));
        printed(day, "The drawer").statusCode(200);
        as("dana").contentType("application/json").body(Map.of("zone", "Asia/Tokyo")).patch("/api/exercises/" + day.id).then()
                .statusCode(200);
        fallback(day, containsString("again"));
        printed(day, "The drawer").statusCode(200);
        day.post("dana", "/transitions", Map.of("to", "running", "override", "Now.")).statusCode(200);
        day.post("dana", "/roster", Map.of("person", "nora", "role", "observer")).statusCode(200);
        check(day, "fallback", "pass");
    }

    private static ValidatableResponse printed(GameDay day, String holder) {
        return day.post("sol", "/sheet", Map.of("holder", holder));
    }

    private static void fallback(GameDay day, Matcher<String> advice) {
        check(day, "fallback", "fail");
        day.get("dana", "/gate").body("checks.find { it.key == 'fallback' }.advice", advice);
    }

    @Test
    void plan_offLimitsSystemOfTheDirectory_doesNotWarn() {
        scheduled();
        String plan = """
                key: %s
                name: A plan
                type: functional
                intensity: 1
                environment: staging
                owner: dana
                team: storage
                offLimits: [%s, no-such-system]
                schedule: {duration: PT2H}
                roster: [{person: dana, role: director}]
                timeline: [{key: one, at: PT1H, task: {of: carl, text: Look.}}]
                """.formatted("plan-" + UUID.randomUUID(), system);
        GameDay.importPlan(plan).body("warnings.pointer", hasItem("/offLimits/1"))
                .body("warnings.pointer", not(hasItem("/offLimits/0")));
    }
}

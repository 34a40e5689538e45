package dev.blackstart.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** Texts nobody means well with: too long for any column, or with a zero byte, which PostgreSQL refuses. */
@QuarkusTest
class HostileInputTest {

    private static final String LONG = "x".repeat(150_000);
    private static final String ZERO = "a\0b";

    private static final String DAY = """
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, channels: [in-app], text: Welcome.}}
              - {key: decide, at: PT0M, decision: {text: Go on?, options: [yes, no]}}
              - {key: later, manual: true, task: {of: carl, text: Later.}}
            """;

    @Test
    void text_tooLongOrWithZeroByte_refusedByField() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("decide", "released");
        for (String text : List.of(LONG, ZERO)) {
            refused(post(day, "carl", "/transitions", "to", "paused", "reason", text), "reason");
            refused(post(day, "dana", "/transitions", "to", "ended", "reason", text), "reason");
            refused(post(day, "dana", "/transitions", "to", "running", "override", text), "override");
            refused(post(day, "carl", "/timeline/later/transitions", "to", "skipped", "reason", text), "reason");
            refused(post(day, "carl", "/timeline/decide/transitions", "to", "chosen", "option", text), "option");
            refused(post(day, "pia", "/timeline/" + day.item("open").get("id") + "/replies", "text", text), "text");
            refused(post(day, "pia", "/notes", "text", text), "text");
            refused(post(day, "pia", "/findings", "text", text), "text");
            refused(post(day, "pia", "/findings", "text", "x", "kind", text), "kind");
            refused(post(day, "pia", "/findings", "text", "x", "severity", text), "severity");
            refused(post(day, "pia", "/findings", "text", "x", "item", text), "item");
            refused(post(day, "pia", "/findings", "text", "x", "drill", text), "drill");
            refused(post(day, "dana", "/roster", "person", text, "role", "player"), "person");
            refused(post(day, "dana", "/roster", "person", "wim", "role", text), "role");
            refused(post(day, "carl", "/timeline", "key", text, "task", Map.of("of", "carl", "text", "x")), "key");
            refused(post(day, "carl", "/timeline", "task", Map.of("of", "carl", "text", text)), "text");
            refused(post(day, "carl", "/timeline", "task", Map.of("of", text, "text", "x")), "of");
            refused(post(day, "carl", "/timeline", "message", Map.of("to", "pia", "text", "x", "subject", text)), "subject");
            refused(post(day, "carl", "/timeline", "message", Map.of("to", "pia", "text", "x", "from", text)), "from");
            refused(post(day, "carl", "/timeline", "decision", Map.of("text", "x", "options", List.of("a", text))), "options");
            refused(GameDay.as("dana").contentType("application/json").body(Map.of("plan", text)).post("/api/exercises"),
                    "plan");
            refused(GameDay.as("dana").contentType("application/json").body(Map.of("plan", day.plan, "zone", text))
                    .post("/api/exercises"), "zone");
            refused(GameDay.as("dana").contentType("application/json").body(Map.of("zone", text))
                    .patch("/api/exercises/" + day.id), "zone");
        }
        assertThat((String) day.get("dana", "").extract().path("state")).isEqualTo("running");
    }

    @Test
    void instant_atTheEdgeOfTime_refusedByField() {
        GameDay day = GameDay.running(DAY);
        for (String edge : List.of("+1000000000-12-31T23:59:59.999999999Z", "-1000000000-01-01T00:00:00Z")) {
            refused(post(day, "carl", "/timeline/later/transitions", "to", "deferred", "at", edge), "at");
            refused(GameDay.as("dana").contentType("application/json").body(Map.of("plan", day.plan, "startsAt", edge))
                    .post("/api/exercises"), "startsAt");
        }
        refused(post(day, "pia", "/findings", "text", "x", "observedAt", "-1000000000-01-01T00:00:00Z"), "observedAt");
        assertThat(post(day, "pia", "/findings", "text", "x", "observedAt", "+1000000000-12-31T23:59:59Z").statusCode())
                .isEqualTo(201);
        assertThat(post(day, "carl", "/timeline", "at", "PT" + "9".repeat(30) + "H", "task", Map.of("of", "carl", "text", "x"))
                .statusCode()).isEqualTo(422);
        assertThat(post(day, "dana", "/roster", "person", "wim", "role", "player", "from", "PT" + "9".repeat(30) + "H")
                .statusCode()).isEqualTo(400);
    }

    @Test
    void text_withHalfACharacter_refusedByField() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("open", "released");
        String json = "{\"%s\": \"a\\ud83db\", \"to\": \"paused\"}";
        refused(raw(day, "carl", "/transitions", json.formatted("reason")), "reason");
        String text = "{\"text\": \"a\\ud83db\"}";
        refused(raw(day, "pia", "/timeline/" + day.item("open").get("id") + "/replies", text), "text");
        refused(raw(day, "pia", "/notes", text), "text");
        refused(raw(day, "pia", "/findings", text), "text");
        refused(raw(day, "carl", "/timeline", "{\"task\": {\"of\": \"carl\", \"text\": \"a\\ud83db\"}}"), "text");
    }

    private static Response raw(GameDay day, String person, String path, String json) {
        return GameDay.as(person).contentType("application/json").body(json).post("/api/exercises/" + day.id + path);
    }

    @Test
    void address_withZeroByte_noFailure() {
        GameDay day = GameDay.running(DAY);
        for (String path : List.of("/api/plans/%00", "/api/plans?after=%00", "/api/exercises/%00",
                "/api/exercises/" + day.id + "/journal?after=%00", "/api/exercises?after=%00")) {
            assertThat(GameDay.as("dana").urlEncodingEnabled(false).get(path).statusCode()).as(path).isIn(200, 404, 422);
        }
        assertThat(GameDay.as("carl").urlEncodingEnabled(false).contentType("application/json").body("{\"to\": \"held\"}")
                .post("/api/exercises/" + day.id + "/timeline/%00/transitions").statusCode()).isIn(404, 422);
        assertThat(GameDay.as("carl").urlEncodingEnabled(false).contentType("application/json").body("{\"to\": \"injected\"}")
                .post("/api/exercises/" + day.id + "/drills/%00/transitions").statusCode()).isIn(404, 422);
    }

    @Test
    void plan_withZeroByte_refused() {
        String key = "zero-" + System.nanoTime();
        Response answer = GameDay.as("dana").contentType("application/yaml").body("""
                key: %s
                name: "Zero \\0 byte"
                type: tabletop
                intensity: 1
                environment: staging
                owner: dana
                team: storage
                schedule: {duration: PT1H}
                roster: [{person: dana, role: director}, {person: carl, role: controller}]
                timeline: [{key: open, at: PT0M, message: {to: everyone, channels: [in-app], text: "Zero \\0 byte"}}]
                """.formatted(key).getBytes(StandardCharsets.UTF_8)).post("/api/plans");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(422);
    }

    /** A real emergency is never refused, however broken it arrives. */
    @Test
    void noDuff_whateverIsSent_accepted() {
        GameDay day = GameDay.running(DAY);
        for (String body : List.of("{\"text\": \"a\\u0000b\"}", "{\"text\": ", "the kitchen is on fire", "[]", "",
                "{\"text\": 7}", "{\"text\": \"a\\ud83db\"}",
                "{\"text\": \"" + LONG + "\"}")) {
            GameDay.as("wim").contentType("application/json").body(body).post("/api/no-duff").then().statusCode(202);
        }
        assertThat((Boolean) day.get("dana", "").extract().path("noDuff")).isTrue();
    }

    private static Response post(GameDay day, String person, String path, Object... members) {
        Map<String, Object> body = new LinkedHashMap<>();
        for (int i = 0; i < members.length; i += 2) {
            body.put((String) members[i], members[i + 1]);
        }
        return GameDay.as(person).contentType("application/json").body(body).post("/api/exercises/" + day.id + path);
    }

    private static void refused(Response answer, String field) {
        assertThat(answer.statusCode()).as("%s: %s", field, shortened(answer)).isEqualTo(422);
        assertThat((String) answer.path("field")).isEqualTo(field);
    }

    private static String shortened(Response answer) {
        return answer.asString().substring(0, Math.min(300, answer.asString().length()));
    }
}

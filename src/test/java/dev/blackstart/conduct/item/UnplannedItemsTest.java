package dev.blackstart.conduct.item;

import static dev.blackstart.testsupport.GameDay.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** An item that is added during conduct meets the schema and the rules of plans. */
@QuarkusTest
class UnplannedItemsTest {

    private static final String DAY = """
            timeline: [{key: later, manual: true, task: {of: carl, text: Later.}}]
            """;

    @Test
    void item_againstTheRulesOfPlans_refusedByField() {
        GameDay day = GameDay.running(DAY);
        refused(day, "{\"message\": {\"to\": \"wilma\", \"text\": \"x\"}}", "to");
        refused(day, "{\"message\": {\"to\": \"web\", \"text\": \"x\"}}", "to");
        refused(day, "{\"message\": {\"to\": \"nobody\", \"text\": \"x\"}}", "to");
        refused(day, "{\"message\": {\"to\": [], \"text\": \"x\"}}", "to");
        refused(day, "{\"message\": {\"text\": \"x\"}}", "to");
        refused(day, "{\"message\": {\"to\": \"pia\", \"text\": \"x\", \"by\": [\"sms\"]}}", "by");
        refused(day, "{\"message\": {\"to\": \"pia\", \"text\": \"x\", \"by\": \"email\"}}", "by");
        refused(day, "{\"message\": {\"to\": \"pia\", \"text\": \"x\", \"urgent\": true}}", "urgent");
        refused(day, "{\"message\": {\"to\": \"pia\", \"text\": 5}}", "text");
        refused(day, "{\"message\": {\"to\": \"pia\", \"text\": {\"a\": 1}}}", "text");
        refused(day, "{\"decision\": {\"text\": \"x\", \"options\": [\"go\", \"go\"]}}", "options");
        refused(day, "{\"handover\": {\"from\": \"carl\", \"to\": \"carl\"}}", "to");
        refused(day, "{\"handover\": {\"from\": \"carl\", \"to\": \"wilma\"}}", "to");
        for (String points : List.of("\"ten\"", "-5", "99999999999", "1e400000000", "1.5")) {
            refused(day, "{\"expectation\": {\"of\": \"pia\", \"text\": \"x\", \"points\": %s}}".formatted(points), "points");
        }
        refused(day, "{\"task\": {\"of\": \"carl\", \"text\": \"x\"}, \"colour\": \"red\"}", "colour");
        refused(day, "{\"drill\": \"x\"}", "drill");
        refused(day, "{\"task\": {\"of\": \"carl\", \"text\": \"x\"}, \"message\": {\"to\": \"pia\", \"text\": \"x\"}}",
                "body");
        refused(day, "{\"task\": {\"of\": \"carl\", \"text\": \"x\"}, \"at\": \"soon\"}", "at");
        refused(day, "{\"task\": {\"of\": \"carl\", \"text\": \"x\"}, \"at\": 5}", "at");
        refused(day, "[]", "body");
        add(day, "{\"task\": " + "{\"a\": ".repeat(900) + "1" + "}".repeat(901)).statusCode(400);
        List<String> keys = day.get("dana", "/timeline").extract().path("items.key");
        assertThat(keys).containsExactly("later");
    }

    @Test
    void item_thatAPlanAllows_isAdded() {
        GameDay day = GameDay.running(DAY);
        add(day, "{\"message\": {\"to\": \"pia\", \"subject\": \"%s\"}}".formatted("\uD83D\uDD25".repeat(187))).statusCode(201);
        add(day, "{\"key\": \"mine\", \"at\": \"PT1H\", \"decision\": {\"text\": \"x\", \"options\": [\"a\", \"b\"]}}")
                .statusCode(201);
        Map<String, Object> warned = add(day, "{\"message\": {\"to\": [\"pia\", \"wilma\"], \"text\": \"x\"}}").statusCode(201)
                .extract().path("");
        assertThat(warned.get("key")).isEqualTo("unplanned-3");
        assertThat(warned.get("warnings").toString()).contains("wilma is not on the roster");
        as("carl").contentType("application/json").body("{\"message\": {\"to\": [\"pia\", \"wilma\"], \"text\": \"x\"}}")
                .post("/api/exercises/" + day.id + "/timeline?dryRun=true").then().statusCode(200)
                .body("warnings[0].message", containsString("wilma"));
        day.awaitItem("unplanned-1", "released");
        assertThat(JournalProbe.field(day, "message-received", "text")).contains("EXERCISE EXERCISE EXERCISE");
    }

    @Test
    void form_doubtful_saysSoBeforeItIsSent() {
        GameDay day = GameDay.running(DAY);
        PageClient carl = PageClient.as("carl");
        String path = "/exercises/" + day.id + "/timeline";
        Map<String, String> form = Map.of("kind", "message", "to", "pia, wilma", "text", "Hello.");
        carl.post(path, form).statusCode(422).body(containsString("wilma is not on the roster"))
                .body(containsString("Add anyway")).body(containsString("Hello."));
        assertThat(day.get("carl", "/timeline").extract().<List<String>> path("items.key")).hasSize(1);
        Map<String, String> confirmed = new HashMap<>(form);
        confirmed.put("confirmed", "true");
        carl.post(path, confirmed).statusCode(303);
        assertThat(day.get("carl", "/timeline").extract().<List<String>> path("items.key")).hasSize(2);
        carl.post(path, Map.of("kind", "message", "to", "wilma", "text", "x")).statusCode(422)
                .body(containsString("Nobody who takes part")).body(not(containsString("Add anyway")));
    }

    private static void refused(GameDay day, String item, String field) {
        ValidatableResponse answer = add(day, item);
        assertThat(answer.extract().statusCode()).as(item).isEqualTo(422);
        assertThat(answer.extract().<String> path("field")).as(item + answer.extract().asString()).isEqualTo(field);
    }

    private static ValidatableResponse add(GameDay day, String item) {
        return as("carl").contentType("application/json").body(item).post("/api/exercises/" + day.id + "/timeline").then();
    }

    @Test
    void unplanned_message_releasedAndReceived() {
        GameDay day = GameDay.running(DAY);
        add(day, Map.of("key", "extra", "message", Map.of("to", List.of("storage", "noel"), "text", "One more thing.")))
                .statusCode(201).body("unplanned", is(true));
        day.awaitItem("extra", "released");
        assertThat(JournalProbe.of(day, "message-received")).filteredOn(entry -> entry.data.contains("One more thing"))
                .extracting(entry -> entry.audience).containsExactlyInAnyOrder("team:storage", "person:noel");
        assertThat(JournalProbe.facts(day, "message-received")).allSatisfy(
                facts -> assertThat(facts.path("text").asText()).startsWith("EXERCISE EXERCISE EXERCISE"));
        add(day, Map.of("key", "extra", "task", Map.of("of", "carl", "text", "Look."))).statusCode(409);
    }

    @Test
    void unplanned_fault_neverWhateverItIsCalled() {
        GameDay day = GameDay.running(DAY);
        for (String kind : List.of("drill", "revert", "callTree", "endex")) {
            add(day, Map.of("key", "x", kind, "kill-primary")).statusCode(422);
            add(day, Map.of("key", "x", kind, Map.of("drill", "kill-primary"))).statusCode(422);
        }
        add(day, Map.of("key", "x", "task", Map.of("text", "Look."), "drill", "kill-primary")).statusCode(422);
        add(day, Map.of("key", "x")).statusCode(422);
    }

    @Test
    void unplanned_nonsense_refusedWithTheField() {
        GameDay day = GameDay.running(DAY);
        add(day, task("within", "soon")).statusCode(422).body("field", is("within"));
        add(day, task("within", "-PT5M")).statusCode(422).body("field", is("within"));
        add(day, Map.of("key", "Bad Key", "task", Map.of("text", "x"))).statusCode(422).body("field", is("key"));
        add(day, Map.of("at", "noon", "task", Map.of("text", "x"))).statusCode(422).body("field", is("at"));
        add(day, Map.of("message", Map.of("to", "nobody", "text", "x"))).statusCode(422).body("field", is("to"));
        add(day, Map.of("message", Map.of("text", "x"))).statusCode(422).body("field", is("to"));
        add(day, Map.of("message", Map.of("to", "everyone", "text", " "))).statusCode(422).body("field", is("text"));
        add(day, Map.of("decision", Map.of("text", "x", "options", List.of("one")))).statusCode(422);
        add(day, Map.of("decision", Map.of("text", "x", "options", List.of("a", "o".repeat(500))))).statusCode(422);
        add(day, Map.of("handover", Map.of("from", "carl", "to", "storage"))).statusCode(422);
        add(day, Map.of("message", Map.of("to", "everyone", "subject", "s".repeat(5_000), "text", "x"))).statusCode(422)
                .body("field", is("subject"));
        add(day, Map.of("message", Map.of("to", "everyone", "text", "zero \0 byte"))).statusCode(422);
        add(day, Map.of("message", Map.of("to", "everyone", "text", "t".repeat(200_000)))).statusCode(422);
        add(day, Map.of("key", "still-works", "task", Map.of("of", "carl", "text", "Look."))).statusCode(201);
        day.awaitItem("still-works", "released");
    }

    private static Map<String, Object> task(String field, Object value) {
        Map<String, Object> expectation = new HashMap<>(Map.of("of", "storage", "text", "Sees it."));
        expectation.put(field, value);
        return Map.of("expectation", expectation);
    }

    private static ValidatableResponse add(GameDay day, Map<String, ?> item) {
        return GameDay.as("carl").contentType(ContentType.JSON).body(item).post("/api/exercises/" + day.id + "/timeline")
                .then();
    }
}

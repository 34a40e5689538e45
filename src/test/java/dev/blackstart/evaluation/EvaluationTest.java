package dev.blackstart.evaluation;

import static dev.blackstart.testsupport.GameDay.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

@QuarkusTest
class EvaluationTest {

    private static final String DAY = """
            objectives: [{key: writes, text: Orders writes again, target: PT5M}, {key: told, text: Customers are told}]
            timeline:
              - {key: open, at: PT0M, message: {to: storage, channels: [in-app], text: Welcome.}}
              - {key: noticed, at: PT0M, expectation: {of: storage, text: Sees it, within: PT10M, points: 10}}
              - {key: quick, at: PT0M, expectation: {of: network, text: Says it, within: PT0.3S, points: 20}}
              - {key: then, after: {item: noticed, is: completed, delay: PT20M}, task: {of: carl, text: Goes on}}
              - {key: later, manual: true, expectation: {of: storage, text: Not asked yet, points: 40}}
            """;

    private static final String SAID = "The standby was promoted by hand.";

    private static Map<String, String> rating(String rating, String sentence) {
        Map<String, String> body = new HashMap<>(Map.of("rating", rating));
        if (sentence != null) {
            body.put("sentence", sentence);
        }
        return body;
    }

    private static GameDay asked() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("noticed", "released");
        return day;
    }

    @Test
    void rate_evaluator_newestStandsAndEarlierOnesStay() {
        GameDay day = asked();
        day.post("eve", "/objectives/writes/ratings", rating("P", null)).statusCode(201).body("rating", is("P"))
                .body("by", is("eve")).body("clock", startsWith("PT"));
        day.post("carl", "/objectives/writes/ratings", rating("M", SAID)).statusCode(201);

        day.get("dana", "/objectives").statusCode(200).body("items[0].key", is("writes"))
                .body("items[0].target", is("PT5M")).body("items[0].rating", is("M")).body("items[0].sentence", is(SAID))
                .body("items[0].ratings.rating", is(java.util.List.of("M", "P"))).body("items[1].rating", nullValue())
                .body("items[1].ratings", empty());
        assertThat(JournalProbe.field(day, "objective-rated", "rating")).containsExactly("P", "M");
        assertThat(JournalProbe.of(day, "objective-rated")).extracting(entry -> entry.audience).containsOnly("control");
        assertThat(JournalProbe.of(day, "objective-rated")).extracting(entry -> entry.actor).containsExactly("eve", "carl");
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void rate_sameAgainByTheSame_journaledOnce() {
        GameDay day = asked();
        day.post("eve", "/objectives/writes/ratings", rating("U", SAID)).statusCode(201);
        day.post("eve", "/objectives/writes/ratings", rating("U", " " + SAID + "\n")).statusCode(200);
        day.post("carl", "/objectives/writes/ratings", rating("U", SAID)).statusCode(201);
        assertThat(JournalProbe.of(day, "objective-rated")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = { "M", "U" })
    void rate_badWithoutASentence_refused(String bad) {
        GameDay day = asked();
        day.post("eve", "/objectives/writes/ratings", rating(bad, null)).statusCode(422).body("field", is("sentence"));
        day.post("eve", "/objectives/writes/ratings", rating(bad, "  ")).statusCode(422);
        day.post("eve", "/objectives/writes/ratings", rating(bad, "x".repeat(2_001))).statusCode(422)
                .body("field", is("sentence"));
    }

    @Test
    void rate_unknownWordOrObjective_refused() {
        GameDay day = asked();
        day.post("eve", "/objectives/writes/ratings", rating("A", null)).statusCode(422).body("field", is("rating"));
        day.post("eve", "/objectives/writes/ratings", Map.of()).statusCode(422).body("field", is("rating"));
        day.post("eve", "/objectives/none/ratings", rating("P", null)).statusCode(404);
    }

    @Test
    void rate_beforeStartexOrAfterClosing_conflict() {
        GameDay early = GameDay.scheduled(DAY);
        early.post("eve", "/objectives/writes/ratings", rating("P", null)).statusCode(409);
        GameDay day = asked();
        day.move("dana", "ended").statusCode(200);
        day.post("eve", "/objectives/writes/ratings", rating("P", null)).statusCode(201);
        day.judged().move("dana", "closed").statusCode(200);
        day.post("eve", "/objectives/writes/ratings", rating("S", null)).statusCode(409);
    }

    @Test
    void objectives_othersThanControl_likeUnknown() {
        GameDay day = asked();
        for (String person : new String[] { "pia", "olga", "wilma" }) {
            day.get(person, "/objectives").statusCode(404);
        }
        day.post("pia", "/objectives/writes/ratings", rating("P", null)).statusCode(403);
        day.post("pia", "/objectives/none/ratings", rating("P", null)).statusCode(403);
        day.post("sol", "/objectives/writes/ratings", rating("P", null)).statusCode(403);
        day.post("wilma", "/objectives/writes/ratings", rating("P", null)).statusCode(404);
        RestAssured.given().get("/api/exercises/" + day.id + "/objectives").then().statusCode(401);
        as("eve").get("/api/exercises/" + UUID.randomUUID() + "/objectives").then().statusCode(404);
    }

    @Test
    void tick_metBeforeItsDeadlineAfterItWasMissed_inTime() {
        GameDay day = asked();
        day.awaitItem("quick", "missed");
        Instant start = Instant.parse(day.get("eve", "").extract().path("startedAt"));

        day.post("eve", "/timeline/quick/transitions", Map.of("to", "completed", "at", start.plusMillis(100).toString()))
                .statusCode(200).body("state", is("completed")).body("completedAt", is(startsWith(
                        start.plusMillis(100).toString().substring(0, 22))));

        assertThat(JournalProbe.facts(day, "item-completed")).singleElement().satisfies(facts -> {
            assertThat(Duration.parse(facts.path("observedClock").asText())).isEqualTo(Duration.ofMillis(100));
            assertThat(facts.path("observedAt").asText()).endsWith("Z");
        });
        day.get("eve", "/report").body("expectations.find { it.item == 'quick' }.result", is("met"))
                .body("expectations.find { it.item == 'quick' }.settled", is("PT0.1S"));
        day.get("eve", "/scoreboard").body("items.find { it.team == 'network' }.points", is(20));
    }

    @Test
    void tick_byTheExerciseClock_whatWaitsCountsFromNow() {
        GameDay day = asked();
        day.awaitItem("quick", "missed");
        day.post("eve", "/timeline/noticed/transitions", Map.of("to", "completed", "clock", "PT0.05S")).statusCode(200);

        assertThat(JournalProbe.field(day, "item-completed", "observedClock")).containsExactly("PT0.05S");
        assertThat(Duration.parse((String) day.item("then").get("due"))).isGreaterThan(Duration.ofMinutes(20).plusMillis(300));
        day.get("dana", "").body("state", is("running"));
    }

    @Test
    void tick_atATimeThatCannotBe_refused() {
        GameDay day = asked();
        for (Map<String, String> wrong : java.util.List.of(Map.of("at", Instant.now().plusSeconds(600).toString()),
                Map.of("at", Instant.now().minusSeconds(86_400).toString()), Map.of("clock", "PT5H"),
                Map.of("clock", "-PT1S"))) {
            Map<String, String> body = new HashMap<>(wrong);
            body.put("to", "completed");
            day.post("eve", "/timeline/noticed/transitions", body).statusCode(422);
        }
        assertThat(day.item("noticed").get("state")).isEqualTo("released");
    }

    @Test
    void scoreboard_functional_controlOnly() {
        GameDay day = asked();
        day.get("eve", "/scoreboard").statusCode(200).body("items.find { it.team == 'storage' }.open", is(10))
                .body("items.find { it.team == 'storage' }.possible", is(10));
        day.move("dana", "ended").statusCode(200);
        day.get("pia", "/scoreboard").statusCode(404);
    }

    @Test
    void scoreboard_game_rosterAfterEndexWithoutKeysOrWhatWasNeverAsked() {
        String key = GameDay.plan(DAY);
        GameDay.importPlan(as("dana").accept("application/yaml").get("/api/plans/" + key).asString()
                .replace("type: functional", "type: game").replace(key, "game-" + key));
        GameDay.approve("game-" + key, "adam");
        String id = as("dana").contentType("application/json")
                .body(Map.of("plan", "game-" + key, "startsAt", Instant.now().plusSeconds(86_400).toString()))
                .post("/api/exercises").then().statusCode(201).extract().path("id");
        String board = "/api/exercises/" + id + "/scoreboard";
        as("dana").contentType("application/json").body(Map.of("to", "running")).post("/api/exercises/" + id + "/transitions")
                .then().statusCode(200);
        Awaitility.await().until(() -> as("eve").get(board).jsonPath().getInt("items[0].possible") > 0);
        as("pia").get(board).then().statusCode(404);
        as("dana").contentType("application/json").body(Map.of("to", "ended")).post("/api/exercises/" + id + "/transitions")
                .then().statusCode(200);

        as("pia").get(board).then().statusCode(200).body("items.team", hasItem("storage"))
                .body("items.find { it.team == 'storage' }.possible", is(10))
                .body("items.find { it.team == 'storage' }.lines.find { it.item == 'noticed' }", nullValue());
        as("wilma").get(board).then().statusCode(404);
    }

    @Test
    void report_ratings_onItsFirstPage() {
        GameDay day = asked();
        day.post("eve", "/objectives/writes/ratings", rating("M", SAID)).statusCode(201);
        day.get("eve", "/report").body("objectives[0].rating", is("M")).body("objectives[0].sentence", is(SAID))
                .body("objectives[0].ratedBy", is("eve"));
        as("eve").accept("text/markdown").get("/api/exercises/" + day.id + "/report").then()
                .body(containsString("M, performed with major challenges"));
    }
}

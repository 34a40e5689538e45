package dev.blackstart.hotwash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** What is said right after ENDEX; without a name it is tied to nobody. */
@QuarkusTest
class HotWashTest {

    private static final String DAY = "timeline: [{key: later, at: PT1H, task: {of: carl, text: Look.}}]";
    private static final List<String> PEOPLE = List.of("pia", "pete", "carl", "eve", "sol");

    private static GameDay ended() {
        GameDay day = GameDay.running(DAY);
        day.move("dana", "ended").statusCode(200);
        return day;
    }

    private static void anonymous(GameDay day, String person, String text) {
        day.post(person, "/hot-wash", Map.of("wentBadly", text, "anonymous", true)).statusCode(201)
                .body("anonymous", is(true)).body("id", nullValue());
    }

    @Test
    void named_readAtOnceByTheRoster_andJournaled() {
        GameDay day = ended();
        day.post("pia", "/hot-wash", Map.of("wentWell", " The call tree worked. ", "lucky", "It was noon.")).statusCode(201);
        day.get("pete", "/hot-wash").body("answers.by", equalTo(List.of("pia")))
                .body("answers[0].wentWell", equalTo("The call tree worked.")).body("open", is(true));
        assertThat(JournalProbe.of(day, "hot-wash-answered")).singleElement()
                .satisfies(entry -> assertThat(entry.audience).isEqualTo("roster"));
        PageClient.as("pete").get("/exercises/" + day.id + "/hot-wash").statusCode(200)
                .body(containsString("The call tree worked."));
        GameDay.as("dana").accept("text/markdown").get("/api/exercises/" + day.id + "/report").then().statusCode(200)
                .body(containsString("## Hot wash")).body(containsString("- The call tree worked. (Pia"));
        PageClient.as("dana").get("/exercises/" + day.id + "/report").statusCode(200)
                .body(containsString("Where were we lucky?"));
    }

    @Test
    void anonymous_shownFiveAtATime_andNothingTiesThemToAnybody() {
        GameDay day = ended();
        for (int i = 0; i < 4; i++) {
            anonymous(day, PEOPLE.get(i), "unnamed " + i);
        }
        day.get("dana", "/hot-wash").body("anonymous.keySet()", empty()).body("answers", empty());
        anonymous(day, PEOPLE.get(4), "unnamed 4");
        day.get("pete", "/hot-wash").body("anonymous.wentBadly", containsInAnyOrder("unnamed 0", "unnamed 1", "unnamed 2",
                "unnamed 3", "unnamed 4"));
        anonymous(day, "noel", "unnamed 5");
        day.get("pete", "/hot-wash").body("anonymous.wentBadly.size()", is(5));
        assertThat(JournalProbe.of(day, "hot-wash-answered")).isEmpty();
        QuarkusTransaction.requiringNew().run(() -> assertThat(HotWashAnswer.of(UUID.fromString(day.id))).hasSize(6)
                .allSatisfy(answer -> assertThat(answer.author).isNull()).extracting(answer -> answer.createdAt).containsOnly(
                        Exercise.<Exercise> findById(UUID.fromString(day.id)).endedAt));
        FormClient.of("dana").form().formParam("to", "closed").post("/exercises/" + day.id + "/hot-wash/transitions").then()
                .statusCode(303);
        day.get("pete", "/hot-wash").body("anonymous.wentBadly.size()", is(6)).body("open", is(false));
        assertThat(JournalProbe.field(day, "hot-wash-closed", "anonymous")).containsExactly("6");
        day.post("pia", "/hot-wash", Map.of("lucky", "Late.")).statusCode(409);
    }

    @Test
    void anonymous_fewerThanFiveAtTheEnd_shownToNobody() {
        GameDay day = ended();
        anonymous(day, "pia", "only me");
        day.post("pete", "/hot-wash", Map.of("wentBadly", "And I.", "culture", List.of(1, 2, 3, 4, 5, 6, 7))).statusCode(201);
        FormClient.of("dana").form().formParam("to", "closed").post("/exercises/" + day.id + "/hot-wash/transitions").then()
                .statusCode(303);
        day.get("dana", "/hot-wash").body("anonymous.keySet()", empty()).body("culture", empty());
        PageClient.as("dana").get("/exercises/" + day.id + "/hot-wash").statusCode(200).body(not(containsString("only me")));
        String journal = GameDay.as("dana").get("/api/exercises/" + day.id + "/journal?limit=1000").asString();
        assertThat(journal).doesNotContain("only me");
    }

    @Test
    void culture_fiveAnswers_mediansAndCounts() {
        GameDay day = ended();
        for (int i = 0; i < PEOPLE.size(); i++) {
            day.post(PEOPLE.get(i), "/hot-wash", Map.of("culture", List.of(i + 1, 7, 7, 7, 1, 1, 1))).statusCode(201);
        }
        day.get("eve", "/hot-wash").body("culture.size()", is(7)).body("culture[0].answers", is(5))
                .body("culture[0].median", is(3.0f)).body("culture[0].counts", equalTo(List.of(1, 1, 1, 1, 1, 0, 0)))
                .body("culture[1].median", is(7.0f)).body("answers.culture.findAll { it != null }", empty());
    }

    @Test
    void answer_badInput_refusedByField() {
        GameDay day = ended();
        day.post("pia", "/hot-wash", Map.of()).statusCode(422).body("field", equalTo("wentWell"));
        day.post("pia", "/hot-wash", Map.of("lucky", "x".repeat(2_001))).statusCode(422).body("field", equalTo("lucky"));
        day.post("pia", "/hot-wash", Map.of("culture", List.of(1, 2))).statusCode(422).body("field", equalTo("culture"));
        day.post("pia", "/hot-wash", Map.of("culture", List.of(0, 1, 1, 1, 1, 1, 8))).statusCode(422)
                .body("field", equalTo("culture"));
        FormClient.of("pia").form().formParam("wentWell", "typed words").formParam("culture", "1", "2", "", "", "", "", "")
                .post("/exercises/" + day.id + "/hot-wash").then().statusCode(422).body(containsString("typed words"))
                .body(containsString("Answer all seven statements"));
        day.get("pia", "/hot-wash").body("answers", empty());
    }

    @Test
    void answer_sentTwice_storedOnce_andAnotherWithItsIdRefused() {
        GameDay day = ended();
        Map<String, Object> answer = Map.of("id", UUID.randomUUID().toString(), "confusing", "The second alarm.");
        day.post("pia", "/hot-wash", answer).statusCode(201);
        day.post("pia", "/hot-wash", answer).statusCode(200);
        day.post("pete", "/hot-wash", answer).statusCode(409);
        Map<String, Object> rated = new HashMap<>(answer);
        rated.put("culture", List.of(7, 7, 7, 7, 7, 7, 7));
        day.post("pia", "/hot-wash", rated).statusCode(409);
        day.get("pia", "/hot-wash").body("answers.size()", is(1));
    }

    @Test
    void beforeEndexAndForOthers_notThere() {
        GameDay day = GameDay.running(DAY);
        day.get("pia", "/hot-wash").statusCode(409);
        day.post("pia", "/hot-wash", Map.of("lucky", "Now.")).statusCode(409);
        PageClient.as("pia").get("/exercises/" + day.id + "/hot-wash").statusCode(200)
                .body(containsString("The hot wash opens at ENDEX."));
        day.move("dana", "ended").statusCode(200);
        day.get("wilma", "/hot-wash").statusCode(404);
        day.post("wilma", "/hot-wash", Map.of("lucky", "Me.")).statusCode(404);
        FormClient.of("pia").form().formParam("to", "closed").post("/exercises/" + day.id + "/hot-wash/transitions").then()
                .statusCode(403);
    }

    @Test
    void exerciseClosed_hotWashIsClosedWithIt() {
        GameDay day = ended();
        day.post("pia", "/hot-wash", Map.of("lucky", "It was noon.")).statusCode(201);
        day.judged();
        day.move("dana", "closed").statusCode(200);
        assertThat(JournalProbe.field(day, "hot-wash-closed", "named")).containsExactly("1");
        day.get("pia", "/hot-wash").body("open", is(false));
    }

    @Test
    void shortAddress_leadsToTheNewestOpenOne_othersNowhere() {
        ended();
        GameDay day = ended();
        PageClient.as("pia").get("/hot-wash").statusCode(303).header("Location", containsString(day.id + "/hot-wash"));
        assertThat(PageClient.as("wilma").get("/hot-wash").extract().header("Location")).satisfiesAnyOf(
                location -> assertThat(location).isNull(), location -> assertThat(location).doesNotContain(day.id));
    }

    @Test
    void code_leadsToThePage() {
        GameDay day = ended();
        PageClient.as("pia").get("/exercises/" + day.id + "/hot-wash/code.svg").statusCode(200).contentType("image/svg+xml")
                .body(containsString("<path d=\"M"));
    }
}

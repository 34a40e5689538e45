package dev.blackstart.conduct.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;

/** Who directs, and seats that change while an exercise runs. */
@QuarkusTest
class SeatsTest extends TransitionCalls {

    @Test
    void takeOver_controller_directsFromThenOn() {
        GameDay day = GameDay.scheduled(TIMELINE);
        day.post("eve", "/roster", Map.of("person", "eve", "role", "director")).statusCode(403);
        day.post("pia", "/roster", Map.of("person", "pia", "role", "director")).statusCode(403);
        day.post("carl", "/roster", Map.of("person", "tess", "role", "player")).statusCode(403);
        day.post("carl", "/roster", Map.of("person", "carl", "role", "director")).statusCode(200);
        day.move("carl", "running").statusCode(200);
        assertThat(JournalProbe.of(day, "direction-taken-over")).singleElement()
                .satisfies(entry -> assertThat(entry.actor).isEqualTo("carl"));
    }

    @Test
    void takeOver_directorStays_bothAreTold_andTheOldSeatCanBeEnded() {
        GameDay day = GameDay.scheduled(TIMELINE);
        String page = "/exercises/" + day.id;
        PageClient carl = PageClient.as("carl");
        assertThat(carl.post(page + "/roster", Map.of("person", "carl", "role", "director")).statusCode(303).extract()
                .header("Location")).endsWith(page + "?seated=carl#roster");
        Element notice = directors(carl, day);
        assertThat(notice.text()).contains(name("carl") + " directs now.", name("dana") + " is still director.",
                "End the seat of " + name("dana"));
        assertThat(notice.select("form[data-confirm]")).hasSize(1);
        assertThat(notice.previousElementSiblings()).as("it is seen without scrolling past the roster")
                .noneMatch(before -> before.is(".table-wrap"));
        assertThat(directors(PageClient.as("dana"), day).select("form").attr("data-confirm"))
                .startsWith("You no longer direct this exercise");
        assertThat(directors(PageClient.as("pia"), day)).as("a player").isNull();
        assertThat(GameDay.as("dana").get("/api/outbox").jsonPath().getList(
                "items.findAll { it.text.contains('" + day.id + "') && it.text.contains('stay director') }.subject"))
                .containsExactly(name("carl") + " directs now, too");
        assertThat(GameDay.as("carl").get("/api/outbox").asString()).doesNotContain(day.id + "?seated");

        String seat = notice.select("form").attr("action");
        PageClient.as("pia").post(seat, Map.of("to", "ended")).statusCode(403);
        carl.post(seat, Map.of("to", "gone")).statusCode(422);
        carl.post(seat.replaceFirst("roster/[^/]+", "roster/" + UUID.randomUUID()), Map.of("to", "ended")).statusCode(404);
        carl.post(seat, Map.of("to", "ended")).statusCode(303);
        carl.post(seat, Map.of("to", "ended")).statusCode(303);
        assertThat(JournalProbe.of(day, "seat-ended")).singleElement()
                .satisfies(entry -> assertThat(entry.actor).isEqualTo("carl"));
        assertThat(directors(carl, day)).as("carl is the only director").isNull();
        day.move("dana", "running").statusCode(403);
        day.move("carl", "running").statusCode(200);
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void seat_ofTheOnlyDirector_doesNotEnd() {
        GameDay day = GameDay.scheduled(TIMELINE);
        day.post("dana", "/roster", Map.of("person", "nora", "role", "director")).statusCode(200)
                .body("keySet()", containsInAnyOrder("person", "role", "from", "until"));
        PageClient dana = PageClient.as("dana");
        String nora = Jsoup.parse(dana.get("/exercises/" + day.id + "?seated=dana").extract().asString())
                .select("form[action*='/roster/']").attr("action");
        String own = Jsoup.parse(dana.get("/exercises/" + day.id + "?seated=nora").extract().asString())
                .select("form[action*='/roster/']").attr("action");
        dana.post(nora, Map.of("to", "ended")).statusCode(303);
        dana.post(own, Map.of("to", "ended")).statusCode(409).body(containsString("seat another director first"));
        day.move("dana", "running").statusCode(200);
    }

    private static Element directors(PageClient reader, GameDay day) {
        return Jsoup.parse(reader.get("/exercises/" + day.id + "?seated=carl").statusCode(200).extract().asString())
                .select(".notice:has(form[action*='/roster/'])").first();
    }

    private static String name(String key) {
        return GameDay.as("dana").get("/api/people/" + key).jsonPath().getString("name");
    }

    /** A master who may not conduct does not make themselves a director unseen, nor a director a second role. */
    @Test
    void seat_oneselfAsControlStaff_needsAReasonThatTheReportShows() {
        GameDay day = GameDay.scheduled(TIMELINE);
        day.post("adam", "/roster", Map.of("person", "adam", "role", "director")).statusCode(422).body("field", is("override"));
        day.post("dana", "/roster", Map.of("person", "dana", "role", "safety-officer")).statusCode(422);
        day.post("dana", "/roster", Map.of("person", "tess", "role", "safety-officer")).statusCode(200);
        day.post("adam", "/roster", Map.of("person", "adam", "role", "director", "override", "Dana is ill.")).statusCode(200);
        day.move("adam", "running").statusCode(200);
        day.get("dana", "/report").statusCode(200).body("overrides.by", hasItem("adam")).body("overrides.reason",
                hasItem("seated themselves as director. Dana is ill."));
    }

    @Test
    void player_everyControlRoute_forbiddenBeforeTheInputIsRead() {
        GameDay day = GameDay.running(TIMELINE);
        for (String path : List.of("/transitions", "/timeline", "/timeline/open/transitions", "/drills/x/transitions",
                "/roster")) {
            for (String body : List.of("{}", "not json", "{\"to\":\"nonsense\"}", "[]", "")) {
                GameDay.as("pia").contentType(ContentType.JSON).body(body).post("/api/exercises/" + day.id + path).then()
                        .statusCode(403);
            }
        }
        GameDay.as("pia").contentType(ContentType.JSON).body("not json").patch("/api/exercises/" + day.id).then()
                .statusCode(403);
        GameDay.as("wilma").contentType(ContentType.JSON).body("not json").post("/api/exercises/" + day.id + "/transitions")
                .then().statusCode(404);
        day.get("pia", "/gate").statusCode(404);
    }

    @Test
    void evaluator_whoMayNotResume_forbiddenBeforeTheWordsAreRead() {
        GameDay day = GameDay.running(TIMELINE);
        day.move("eve", "paused").statusCode(200);
        day.post("eve", "/transitions", Map.of("to", "running", "catchUp", "nonsense")).statusCode(403);
    }

    @Test
    void anonymous_unauthorizedNotRedirected() {
        GameDay day = GameDay.running(TIMELINE);
        RestAssured.given().contentType(ContentType.JSON).body(Map.of("to", "ended"))
                .post("/api/exercises/" + day.id + "/transitions").then().statusCode(401);
    }
}

package dev.blackstart.conduct.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** The life of an exercise over HTTP: who moves it where. */
@QuarkusTest
public class ExerciseTransitionsTest {

    private static final String TIMELINE = """
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, channels: [in-app], text: Welcome.}}
              - {key: soon, at: PT2S, task: {of: carl, text: Look.}}
              - {key: end, at: PT1H, endex: {}}
            """;

    @Test
    void illegalMoves_conflictWithWhatIsAllowed() {
        GameDay day = GameDay.scheduled(TIMELINE);
        day.move("dana", "paused").statusCode(409).body("allowed", containsInAnyOrder("running", "cancelled"));
        day.move("dana", "ended").statusCode(409).body("state", is("scheduled"));
        day.move("dana", "closed").statusCode(409);
        day.move("dana", "running").statusCode(200).body("state", is("running"));
        day.move("dana", "scheduled").statusCode(409).body("allowed", containsInAnyOrder("paused", "ended"));
        day.move("dana", "cancelled").statusCode(409);
        day.move("dana", "draft").statusCode(409);
        day.move("dana", "ended").statusCode(200).body("outcome", is("completed"));
        day.move("dana", "running").statusCode(409).body("allowed", is(List.of("closed")));
        day.judged().move("dana", "closed").statusCode(200);
        day.move("dana", "ended").statusCode(409).body("allowed", is(List.of()));
        day.move("dana", "nonsense").statusCode(422).body("field", is("to"));
        day.post("dana", "/transitions", Map.of()).statusCode(422);
    }

    @Test
    void sameState_okAndJournaledOnce() {
        GameDay day = GameDay.scheduled(TIMELINE);
        day.move("dana", "scheduled").statusCode(200);
        for (String state : List.of("running", "paused", "running", "ended", "closed")) {
            day.move("dana", state).statusCode(200).body("state", is(state));
            day.move("dana", state).statusCode(200).body("state", is(state));
        }
        for (String type : List.of("exercise-scheduled", "startex", "pausex", "resumed", "endex", "closed")) {
            assertThat(JournalProbe.of(day, type)).as(type).hasSize(1);
        }
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void pause_byManyAtOnce_journaledOnce() throws Exception {
        GameDay day = GameDay.running(TIMELINE);
        List<Integer> statuses = atOnce(6, i -> day.move(List.of("dana", "carl", "sol").get(i % 3), "paused").extract()
                .statusCode());
        assertThat(statuses).containsOnly(200);
        assertThat(JournalProbe.of(day, "pausex")).hasSize(1);
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void pauseAndEnd_atOnce_onlyOneOrderOfTheTwo() throws Exception {
        GameDay day = GameDay.running(TIMELINE);
        List<Integer> statuses = atOnce(8, i -> day.move("dana", i % 2 == 0 ? "paused" : "ended").extract().statusCode());
        assertThat(statuses).isSubsetOf(200, 409);
        assertThat(JournalProbe.of(day, "endex")).hasSize(1);
        assertThat(JournalProbe.of(day, "pausex")).hasSizeLessThanOrEqualTo(1);
        day.get("dana", "").body("state", is("ended"));
    }

    @Test
    void paused_nothingReleasedAndNothingOverdueOnResume() {
        GameDay day = GameDay.running(TIMELINE);
        day.awaitItem("open", "released");
        day.move("carl", "paused").statusCode(200).body("clock", notNullValue());
        String stood = day.get("dana", "").extract().path("clock");
        Instant past = Instant.parse(day.get("dana", "").extract().path("startedAt")).plusMillis(2_300);
        Awaitility.await().until(() -> Instant.now().isAfter(past));
        assertThat(day.item("soon").get("state")).isEqualTo("pending");
        day.get("dana", "").body("clock", is(stood));
        day.move("carl", "running").statusCode(200).body("pauseReason", is((Object) null));
        day.awaitItem("soon", "released");
        assertThat(JournalProbe.field(day, "pausex", "cause")).containsExactly("asked");
        assertThat(Duration.parse(JournalProbe.of(day, "item-released").get(1).clock)).isLessThan(Duration.ofMillis(3_500));
    }

    @ParameterizedTest
    @CsvSource({ "eve,200", "sol,200", "carl,200", "dana,200", "pia,403", "olga,403", "wilma,404" })
    void pause_anyControlStaff(String person, int status) {
        GameDay day = GameDay.running(TIMELINE);
        day.move(person, "paused").statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({ "carl,200", "dana,200", "sol,403", "eve,403", "pia,403", "wilma,404" })
    void resume_controllerOrDirector(String person, int status) {
        GameDay day = GameDay.running(TIMELINE);
        day.move("sol", "paused").statusCode(200);
        day.move(person, "running").statusCode(status);
    }

    @ParameterizedTest
    @CsvSource({ "dana,completed,200", "carl,completed,403", "sol,completed,403", "sol,aborted,200", "eve,aborted,403",
            "pia,aborted,403" })
    void end_directorAndAbort_directorOrSafetyOfficer(String person, String outcome, int status) {
        GameDay day = GameDay.running(TIMELINE);
        day.post(person, "/transitions", Map.of("to", "ended", "outcome", outcome)).statusCode(status);
    }

    @Test
    void start_notTheDirector_refused() {
        GameDay day = GameDay.scheduled(TIMELINE);
        Stream.of("carl", "sol", "eve", "pia").forEach(person -> day.move(person, "running").statusCode(403));
    }

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

    @Test
    void create_speedInLive_refused() {
        String plan = GameDay.plan(TIMELINE);
        String at = Instant.now().plus(Duration.ofDays(1)).toString();
        create(Map.of("plan", plan, "startsAt", at, "speed", 60)).statusCode(422).body("field", is("speed"));
        create(Map.of("plan", plan, "mode", "rehearsal", "speed", 0)).statusCode(422);
        create(Map.of("plan", plan, "mode", "rehearsal", "speed", 3_601)).statusCode(422);
        create(Map.of("plan", plan, "mode", "rehearsal", "speed", 3_600)).statusCode(201);
    }

    @Test
    void create_inThePastOrFarAhead_refused() {
        String plan = GameDay.plan(TIMELINE);
        for (String at : List.of("2001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "+1000000-01-01T00:00:00Z")) {
            create(Map.of("plan", plan, "startsAt", at)).statusCode(422).body("field", is("startsAt"));
        }
        create(Map.of("plan", plan, "zone", "Europe/Atlantis")).statusCode(422).body("field", is("zone"));
        create(Map.of("plan", "unknown-plan")).statusCode(422).body("field", is("plan"));
    }

    @Test
    void patch_begun_conflict() {
        GameDay day = GameDay.scheduled(TIMELINE);
        String later = Instant.now().plus(Duration.ofDays(40)).toString();
        patch(day, "dana", Map.of("startsAt", later, "zone", "America/New_York")).statusCode(200)
                .body("zone", is("America/New_York"));
        patch(day, "dana", Map.of("startsAt", "2001-01-01T00:00:00Z")).statusCode(422);
        patch(day, "dana", Map.of("revision", 99)).statusCode(422).body("field", is("revision"));
        patch(day, "carl", Map.of("startsAt", later)).statusCode(403);
        day.move("dana", "running").statusCode(200);
        patch(day, "dana", Map.of("startsAt", later)).statusCode(409).body("allowed", hasItem("paused"));
    }

    @Test
    void draft_withoutADate_scheduledOnlyWithOne() {
        String id = create(Map.of("plan", GameDay.plan(TIMELINE))).statusCode(201).body("state", is("draft")).extract()
                .path("id");
        post(id, Map.of("to", "scheduled")).statusCode(422).body("field", is("startsAt"));
        post(id, Map.of("to", "running")).statusCode(409);
        post(id, Map.of("to", "cancelled")).statusCode(200);
        post(id, Map.of("to", "scheduled")).statusCode(409).body("allowed", is(List.of()));
    }

    @Test
    void endex_ofTheTimeline_completesAndEnds() {
        GameDay day = GameDay.running(TIMELINE);
        day.moveItem("carl", "end", "released").statusCode(200).body("state", is("completed"));
        day.get("dana", "").body("state", is("ended")).body("outcome", is("completed"));
        assertThat(JournalProbe.field(day, "item-released", "item")).containsOnlyOnce("end");
    }

    private static ValidatableResponse create(Map<String, ?> order) {
        return GameDay.as("dana").contentType(ContentType.JSON).body(order).post("/api/exercises").then();
    }

    private static ValidatableResponse post(String id, Map<String, ?> move) {
        return GameDay.as("dana").contentType(ContentType.JSON).body(move).post("/api/exercises/" + id + "/transitions").then();
    }

    private static ValidatableResponse patch(GameDay day, String person, Map<String, ?> move) {
        return GameDay.as(person).contentType(ContentType.JSON).body(move).patch("/api/exercises/" + day.id).then();
    }

    public interface Numbered<T> {
        T call(int i) throws Exception;
    }

    /** Runs it on that many threads that leave together. */
    public static <T> List<T> atOnce(int threads, Numbered<T> act) throws Exception {
        ExecutorService hands = Executors.newFixedThreadPool(threads);
        try {
            CyclicBarrier together = new CyclicBarrier(threads);
            List<Callable<T>> acts = IntStream.range(0, threads).<Callable<T>> mapToObj(i -> () -> {
                together.await();
                return act.call(i);
            }).toList();
            List<T> results = new ArrayList<>();
            for (Future<T> future : hands.invokeAll(acts)) {
                results.add(future.get());
            }
            return results;
        } finally {
            hands.shutdown();
        }
    }
}

package dev.blackstart.conduct.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** The life of an exercise over HTTP: who moves it where. */
@QuarkusTest
public class ExerciseTransitionsTest extends TransitionCalls {

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

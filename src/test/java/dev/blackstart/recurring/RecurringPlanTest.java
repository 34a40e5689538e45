package dev.blackstart.recurring;

import static dev.blackstart.testsupport.GameDay.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.is;
import static org.hamcrest.CoreMatchers.not;
import static org.hamcrest.CoreMatchers.notNullValue;
import static org.hamcrest.CoreMatchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.notify.Delivery;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

@QuarkusTest
class RecurringPlanTest {

    private static final String WHOLE = "{person: dana, role: director}, {person: carl, role: controller}, "
            + "{person: pia, role: player}";
    private static final String WEEKLY = "repeat: {every: P7D, hours: \"00:00-24:00\", random: true}";

    private static final String SHORT = "timeline: [{key: end, manual: true, endex: {}}]";
    private static final String WITH_A_FAULT = """
            systems: [{key: SYSTEM, name: Orders database, site: fra1, kind: database}]
            drills:
              - {key: cut, kind: network-cut, title: Cut it, owner: dana, targets: [SYSTEM], maxDuration: PT20M,
                 fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
            timeline: [{key: fault, manual: true, drill: cut}]
            """;

    @Inject
    OccurrenceScheduler runs;

    private static String plan(String schedule, String roster) {
        return plan(schedule, roster, SHORT);
    }

    private static String plan(String schedule, String roster, String rest) {
        String key = "recurring-" + UUID.randomUUID();
        GameDay.importPlan("""
                key: %s
                name: The small reboot
                type: tabletop
                intensity: 1
                environment: development
                owner: tess
                approvers: [adam]
                team: storage
                schedule: {duration: PT1H, zone: Europe/Berlin, %s}
                roster: [%s]
                """.formatted(key, schedule, roster) + rest.replace("SYSTEM", "system-" + UUID.randomUUID()));
        GameDay.approve(key, "adam");
        return key;
    }

    private static ValidatableResponse move(String person, String plan, String to) {
        return as(person).contentType(ContentType.JSON).body(Map.of("to", to)).post("/api/recurring/" + plan + "/transitions")
                .then();
    }

    private static List<Exercise> drawn(String plan) {
        return QuarkusTransaction.requiringNew().call(() -> Exercise.<Exercise> list("planKey = ?1 order by createdAt", plan));
    }

    @Test
    void on_drawsTheNextOne_andTellsThoseWhoMayKnow() {
        String plan = plan(WEEKLY + ", start: automatic, notice: unannounced", WHOLE);
        as("dana").get("/api/recurring/" + plan).then().statusCode(200).body("on", is(false)).body("next", nullValue());
        move("dana", plan, "on").statusCode(200).body("on", is(true)).body("next.startsAt", notNullValue());
        move("dana", plan, "on").statusCode(200);
        assertThat(drawn(plan)).hasSize(1).allMatch(one -> one.state == ExerciseState.SCHEDULED
                && one.startsAt.isBefore(Instant.now().plus(Duration.ofDays(8))));
        as("carl").get("/api/recurring").then().statusCode(200).body(containsString(plan));
        for (String stranger : List.of("pia", "wilma")) {
            as(stranger).get("/api/recurring").then().statusCode(200).body(not(containsString(plan)));
            as(stranger).get("/api/recurring/" + plan).then().statusCode(404);
            move(stranger, plan, "off").statusCode(404);
            as(stranger).get("/api/exercises/" + drawn(plan).get(0).id).then().statusCode(404);
        }
        move("carl", plan, "off").statusCode(403);
        given().get("/api/recurring").then().statusCode(401);
    }

    @Test
    void on_timeKnownToOne_keptFromTheOthers() {
        String plan = plan(WEEKLY + ", timeKnownTo: [dana]", WHOLE);
        move("dana", plan, "on").statusCode(200).body("next.startsAt", notNullValue());
        as("carl").get("/api/recurring/" + plan).then().statusCode(200).body("next.exercise", notNullValue())
                .body("next.startsAt", nullValue());
    }

    @Test
    void wish_thatMakesNoSense_refused() {
        String never = plan("notice: announced", WHOLE);
        move("dana", never, "on").statusCode(422);
        String plan = plan(WEEKLY, WHOLE);
        move("dana", plan, "sideways").statusCode(422).body("field", is("to"));
        move("dana", "no-such-plan", "on").statusCode(404);
        move("dana", plan("repeat: {every: PT10M}", WHOLE), "on").statusCode(422);
    }

    @Test
    void draw_manyAtOnce_one() {
        String plan = plan(WEEKLY, WHOLE);
        move("dana", plan, "on").statusCode(200);
        String first = drawn(plan).get(0).id.toString();
        as("dana").contentType(ContentType.JSON).body(Map.of("to", "cancelled", "reason", "not now"))
                .post("/api/exercises/" + first + "/transitions").then().statusCode(200);
        List<CompletableFuture<Void>> all = IntStream.range(0, 6)
                .mapToObj(i -> CompletableFuture
                        .runAsync(() -> QuarkusTransaction.requiringNew().run(() -> runs.draw(plan))))
                .toList();
        all.forEach(CompletableFuture::join);
        assertThat(drawn(plan)).hasSize(2);
        assertThat(drawn(plan).get(1).startsAt).as("once in each week").isAfter(Instant.now().plus(Duration.ofHours(1)));
    }

    @Test
    void off_cancelsTheOneThatWasDrawn() {
        String plan = plan(WEEKLY, WHOLE);
        PageClient dana = PageClient.as("dana");
        dana.post("/recurring/" + plan, Map.of("to", "on")).statusCode(303);
        dana.get("/recurring").statusCode(200).body(containsString("Switch off"));
        dana.post("/recurring/" + plan, Map.of("to", "off")).statusCode(303);
        runs.tend();
        assertThat(drawn(plan)).hasSize(1).allMatch(one -> one.state == ExerciseState.CANCELLED);
    }

    @Test
    void automatic_gatePasses_startsWithinASecond() {
        GameDay day = soon(plan("start: automatic", WHOLE));
        day.awaitState("running");
        Exercise exercise = QuarkusTransaction.requiringNew().call(() -> Exercise.findById(UUID.fromString(day.id)));
        assertThat(Duration.between(exercise.startsAt, exercise.clock.startedAt)).isBetween(Duration.ZERO,
                Duration.ofSeconds(1));
        assertThat(JournalProbe.facts(day, "startex")).hasSize(1);
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void automatic_gateFails_staysScheduledAndItsPeopleAreTold() {
        GameDay day = soon(plan("start: automatic", "{person: dana, role: director}"));
        Awaitility.await().until(() -> !JournalProbe.facts(day, "start-refused").isEmpty());
        day.get("dana", "").body("state", is("scheduled"));
        assertThat(JournalProbe.facts(day, "start-refused")).singleElement()
                .satisfies(facts -> assertThat(facts.path("checks").toString()).contains("roles"));
        assertThat(QuarkusTransaction.requiringNew().call(() -> Delivery.count("exerciseId", UUID.fromString(day.id))))
                .as("director and owner").isEqualTo(2);
    }

    @Test
    void manual_atItsTime_doesNotStart() {
        GameDay day = soon(plan("start: manual", WHOLE));
        assertThat(QuarkusTransaction.requiringNew()
                .call(() -> Exercise.<Exercise> findById(UUID.fromString(day.id)).nextDueAt)).isNull();
    }

    @Test
    void recurring_gateFails_skippedAndTheNextOneDrawn() {
        String plan = plan(WEEKLY + ", start: automatic", "{person: dana, role: director}");
        move("dana", plan, "on").statusCode(200);
        UUID first = drawn(plan).get(0).id;
        as("dana").contentType(ContentType.JSON).body(Map.of("startsAt", Instant.now().plusSeconds(1).toString()))
                .patch("/api/exercises/" + first).then().statusCode(200);
        Awaitility.await().until(() -> drawn(plan).size() == 2);
        assertThat(drawn(plan)).extracting(one -> one.state).containsExactly(ExerciseState.CANCELLED, ExerciseState.SCHEDULED);
    }

    @Test
    void ended_nobodyFoundAnything_closesItselfOnce_andIsNotLookedAtForEver() {
        GameDay quiet = started(plan(WEEKLY, WHOLE));
        GameDay found = started(plan(WEEKLY, WHOLE));
        GameDay broken = started(plan(WEEKLY, WHOLE, WITH_A_FAULT));
        found.post("pia", "/findings", Map.of("text", "The runbook names a host that is gone.")).statusCode(201);
        broken.moveItem("carl", "fault", "released").statusCode(200);
        for (GameDay day : List.of(quiet, found, broken)) {
            day.move("dana", "ended").statusCode(200);
        }
        assertThat(candidates(Instant.now().minusSeconds(60))).as("a moment is left for what comes late")
                .doesNotContain(id(quiet), id(broken));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> state(quiet), "closed"::equals);
        assertThat(JournalProbe.of(quiet, "closed")).singleElement()
                .satisfies(entry -> assertThat(entry.actor).isEqualTo("blackstart"));
        assertThat(JournalProbe.verified(quiet).valid()).isTrue();

        Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> !candidates(Instant.now()).contains(id(broken)));
        assertThat(List.of(state(found), state(broken))).containsOnly("ended");
        assertThat(candidates(Instant.now())).as("nobody looks again while nothing happens").doesNotContain(id(found),
                id(quiet));
        assertThat(QuarkusTransaction.requiringNew()
                .call(() -> PendingClosure.candidates(Instant.now(), Instant.now().plus(Duration.ofHours(2)))))
                .as("but now and then: a retest elsewhere may have answered it").contains(id(broken))
                .doesNotContain(id(found));
        broken.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
        IntStream.range(0, 4).mapToObj(i -> CompletableFuture.runAsync(runs::tend)).toList().forEach(CompletableFuture::join);
        assertThat(state(broken)).as("until something does").isEqualTo("closed");
        assertThat(JournalProbe.of(broken, "closed")).hasSize(1);
        assertThat(state(found)).as("somebody has to say what the finding is").isEqualTo("ended");
    }

    private static List<UUID> candidates(Instant endedBefore) {
        return QuarkusTransaction.requiringNew().call(() -> PendingClosure.candidates(endedBefore, Instant.now()));
    }

    private static UUID id(GameDay day) {
        return UUID.fromString(day.id);
    }

    private static String state(GameDay day) {
        return day.get("dana", "").extract().path("state");
    }

    /** The run that was drawn, begun by hand. */
    private static GameDay started(String plan) {
        move("dana", plan, "on").statusCode(200);
        GameDay day = GameDay.known(plan, drawn(plan).get(0).id.toString());
        day.move("dana", "running").statusCode(200);
        return day;
    }

    private static GameDay soon(String plan) {
        return GameDay.of(plan, Map.of("plan", plan, "startsAt", Instant.now().plusMillis(1_500).toString()));
    }
}

package dev.blackstart.conduct.noduff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.conduct.transition.ExerciseTransitionsTest;
import dev.blackstart.database.Database;
import dev.blackstart.notify.Delivery;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import javax.sql.DataSource;

/** A real emergency: always accepted, whatever state things are in and whatever was sent. */
@QuarkusTest
public class NoDuffTest {

    private static final String DAY = """
            drills:
              - key: cut
                kind: network-cut
                title: Cut it
                owner: dana
                targets: [orders-db]
                fault: {driver: manual, instruction: Cut.}
                revert: {driver: manual, instruction: Mend.}
                maxDuration: PT20M
            timeline:
              - {key: fault, at: PT0M, drill: cut}
              - {key: later, at: PT1H, task: {of: carl, text: Look.}}
            """;

    @Inject
    DataSource database;

    @Test
    void call_byAPlayer_standsRevertsAndTellsEverybody() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("fault", "released");
        day.post("carl", "/drills/cut/transitions", Map.of("to", "injected")).statusCode(200);
        call("pia", "{\"text\":\"Smoke in fra1\"}");
        day.get("pia", "").body("state", is("paused")).body("noDuff", is(true));
        day.get("carl", "/drills").body("items[0].state", is("reverting"));
        assertThat(JournalProbe.of(day, "no-duff")).singleElement().satisfies(entry -> {
            assertThat(entry.actor).isEqualTo("pia");
            assertThat(entry.audience).isEqualTo("roster");
            assertThat(entry.data).contains("Smoke in fra1");
        });
        assertThat(told(day)).containsExactlyInAnyOrder("dana", "carl", "sol", "eve", "pia", "pete", "noel", "olga");
    }

    /** Two faults, one of which the plan wants to stay. */
    private static final String HOLDING = """
            drills:
              - {key: cut, kind: network-cut, title: Cut it, owner: dana, targets: [orders-db], maxDuration: PT20M,
                 fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
              - {key: stay, kind: network-cut, title: Leave it, owner: dana, targets: [orders-db], maxDuration: PT20M, onNoDuff: hold,
                 fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
            timeline:
              - {key: one, at: PT0M, drill: cut}
              - {key: two, at: PT0M, drill: stay}
            """;

    @Test
    void call_faultApprovedToHold_staysAndTheOthersAreReverted() {
        GameDay day = GameDay.running(HOLDING);
        day.awaitItem("two", "released");
        day.post("carl", "/drills/cut/transitions", Map.of("to", "injected")).statusCode(200);
        day.post("carl", "/drills/stay/transitions", Map.of("to", "injected")).statusCode(200);
        call("pia", "{}");
        call("pia", "{}");
        day.get("carl", "/drills").body("items.find { it.key == 'cut' }.state", is("reverting"))
                .body("items.find { it.key == 'stay' }.state", is("injected"));
        assertThat(JournalProbe.field(day, "fault-held", "drill")).containsExactly("stay", "stay");
        day.post("carl", "/drills/stay/transitions", Map.of("to", "reverted")).statusCode(200);
        day.move("dana", "ended").statusCode(200);
    }

    @Test
    void call_faultToHoldInAPlanNobodyApproved_reverted() {
        GameDay day = GameDay.ofPlan(GameDay.unapproved(HOLDING, 2, "staging"));
        day.post("dana", "/transitions", Map.of("to", "running", "override", "We must.")).statusCode(200);
        day.awaitItem("two", "released");
        call("pia", "{}");
        day.get("carl", "/drills").body("items.state", everyItem(is("reverting")));
        assertThat(JournalProbe.of(day, "fault-held")).isEmpty();
    }

    @Test
    void call_rejectedAfterStartex_whatWasApprovedStillHolds() {
        GameDay day = GameDay.running(HOLDING);
        GameDay.as("adam").contentType(ContentType.JSON).body(Map.of("decision", "rejected", "comment", "Too late."))
                .post("/api/plans/" + day.plan + "/approvals").then().statusCode(201);
        day.awaitItem("two", "released");
        day.post("carl", "/drills/stay/transitions", Map.of("to", "injected")).statusCode(200);
        call("pia", "{}");
        day.get("carl", "/drills").body("items.find { it.key == 'stay' }.state", is("injected"));
    }

    @Test
    void resume_afterIt_onlyDirectorOrSafetyOfficerAndASecondPerson() {
        GameDay day = GameDay.running(DAY);
        call("carl", "");
        day.move("carl", "running").statusCode(403);
        day.move("eve", "running").statusCode(403);
        day.move("pia", "running").statusCode(403);
        day.move("sol", "running").statusCode(409).body("confirmation.of", is("resume"));
        day.get("carl", "").body("state", is("paused"));
        day.confirm("carl", "resume").statusCode(200).body("state", is("done"));
        day.get("carl", "").body("state", is("running"));
        call("noel", "");
        day.confirm("eve", "resume").statusCode(202).body("state", is("waiting"));
        day.move("dana", "running").statusCode(200).body("state", is("running"));
    }

    @Test
    void call_twice_pausedOnceJournaledTwice() {
        GameDay day = GameDay.running(DAY);
        call("pia", "");
        call("pia", "");
        assertThat(JournalProbe.of(day, "pausex")).hasSize(1);
        assertThat(JournalProbe.of(day, "no-duff")).hasSize(2);
    }

    @Test
    void call_thirtyTimesByOne_toldAtOnceAndThenInOneLetterThatCounts() throws Exception {
        GameDay day = GameDay.running(DAY);
        call("pia", "");
        ExerciseTransitionsTest.atOnce(29, i -> {
            call("pia", "{\"text\":\"Fire on floor 2\"}");
            return null;
        });
        assertThat(JournalProbe.of(day, "no-duff")).hasSize(30);
        assertThat(told(day)).as("one letter each").doesNotHaveDuplicates().contains("sol", "eve");
        QuarkusTransaction.requiringNew().run(() -> NoDuffRepeat.update("toldAt = ?1 where exerciseId = ?2",
                Instant.now().minusSeconds(61), UUID.fromString(day.id)));
        Awaitility.await().until(() -> letters(day, "sol").size() == 2);
        assertThat(letters(day, "sol")).anySatisfy(
                text -> assertThat(text).contains("Pia Rossi said it 30 times", "Fire on floor 2"));
        call("pia", "");
        assertThat(letters(day, "sol")).as("within the next minute").hasSize(2);
    }

    @Test
    void call_againAfterItWasResumed_toldAgainAtOnce() {
        GameDay day = GameDay.running(DAY);
        call("pia", "");
        day.confirm("dana", "resume").statusCode(202);
        day.move("sol", "running").statusCode(200);
        call("pia", "");
        assertThat(letters(day, "eve")).filteredOn(text -> text.startsWith("NO DUFF: a real emergency")).hasSize(2);
    }

    @Test
    void call_byTwoPeopleInAMinute_eachIsHeard() {
        GameDay day = GameDay.running(DAY);
        call("pia", "");
        call("noel", "{\"text\":\"Gas in ams1\"}");
        assertThat(letters(day, "eve")).hasSize(2).anySatisfy(text -> assertThat(text).contains("Gas in ams1"));
    }

    private static List<String> letters(GameDay day, String person) {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.<Delivery> list(
                "exerciseId = ?1 and aboutId is null and person = ?2 and subject = 'NO DUFF'", UUID.fromString(day.id), person))
                .stream().map(delivery -> delivery.text).toList();
    }

    @Test
    void call_byManyAtOnce_pausedOnceEachJournaled() throws Exception {
        GameDay day = GameDay.running(DAY);
        ExerciseTransitionsTest.atOnce(6, i -> {
            call(List.of("pia", "pete", "noel").get(i % 3), "");
            return null;
        });
        assertThat(JournalProbe.of(day, "pausex")).hasSize(1);
        assertThat(JournalProbe.of(day, "no-duff")).hasSize(6);
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    /** The database refuses the first transaction that waits: H2 after the ten seconds of its URL, PostgreSQL after our two. */
    @Test
    void call_exerciseHeldForTooLong_standsOnceItIsFree_othersAtOnceAndEverybodyToldOnce() throws Exception {
        GameDay held = GameDay.running(DAY);
        GameDay free = GameDay.running(DAY);
        Duration refused = Database.isPostgresql() ? Duration.ofSeconds(3) : Duration.ofSeconds(11);
        CompletableFuture<Void> call;
        try (Connection other = database.getConnection();
                PreparedStatement row = other.prepareStatement("select id from exercise where id = ? for update")) {
            other.setAutoCommit(false);
            row.setObject(1, UUID.fromString(held.id));
            row.executeQuery();
            Instant since = Instant.now();
            call = CompletableFuture.runAsync(() -> call("pia", "{\"text\":\"Smoke in fra1\"}"));
            Awaitility.await().atMost(Duration.ofSeconds(5)).until(() -> state(free), "paused"::equals);
            Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> Instant.now().isAfter(since.plus(refused)));
            assertThat(state(held)).isEqualTo("running");
            assertThat(call).isNotDone();
            other.rollback();
        }
        call.get(20, TimeUnit.SECONDS);
        for (GameDay day : List.of(held, free)) {
            day.get("pia", "").body("state", is("paused")).body("noDuff", is(true));
            assertThat(JournalProbe.of(day, "no-duff")).hasSize(1);
            assertThat(JournalProbe.of(day, "pausex")).hasSize(1);
            assertThat(told(day)).containsExactlyInAnyOrder("dana", "carl", "sol", "eve", "pia", "pete", "noel", "olga");
            assertThat(JournalProbe.verified(day).valid()).isTrue();
        }
    }

    private static List<String> told(GameDay day) {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.<Delivery> list("exerciseId = ?1 and aboutId is null",
                UUID.fromString(day.id))).stream().map(delivery -> delivery.person).toList();
    }

    private static String state(GameDay day) {
        return day.get("dana", "").extract().path("state");
    }

    @Test
    void call_whilePaused_controllerMayNoLongerResume() {
        GameDay day = GameDay.running(DAY);
        day.move("carl", "paused").statusCode(200);
        call("pia", "");
        day.move("carl", "running").statusCode(403);
        day.confirm("carl", "resume").statusCode(202);
        day.move("sol", "running").statusCode(200);
    }

    @Test
    void call_bySomebodyWithoutAnExercise_pausesAllRunning() {
        GameDay one = GameDay.running(DAY);
        GameDay other = GameDay.running(DAY);
        call("wilma", "");
        one.get("dana", "").body("state", is("paused")).body("noDuff", is(true));
        other.get("dana", "").body("state", is("paused"));
        assertThat(JournalProbe.of(other, "no-duff")).singleElement()
                .satisfies(entry -> assertThat(entry.actor).isEqualTo("wilma"));
    }

    @Test
    void call_paused_itemsAreNotReleased() {
        GameDay day = GameDay.running(DAY);
        call("pia", "");
        day.moveItem("carl", "later", "released").statusCode(409);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "null", "{\"text\":null}", "not json", "{\"text\":\"zero \\u0000 byte\"}",
            "{\"text\":\"half \\ud83d a character\"}", "{\"unknown\":1}", "[1]", "{\"text\":{\"a\":1}}" })
    void call_whateverWasSent_accepted(String body) {
        GameDay day = GameDay.running(DAY);
        call("pia", body);
        day.get("dana", "").body("state", is("paused")).body("noDuff", is(true));
        assertThat(JournalProbe.of(day, "no-duff")).hasSize(1);
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void call_longText_cutBetweenCharacters() {
        GameDay day = GameDay.running(DAY);
        Map<String, Object> body = new HashMap<>();
        body.put("text", "a" + "😀".repeat(5_000));
        GameDay.as("pia").contentType(ContentType.JSON).body(body).post("/api/no-duff").then().statusCode(202);
        day.get("dana", "").body("state", is("paused"));
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void call_anonymous_unauthorized() {
        io.restassured.RestAssured.given().post("/api/no-duff").then().statusCode(401);
    }

    private static void call(String person, String body) {
        var request = GameDay.as(person);
        if (!body.isEmpty()) {
            request = request.contentType(ContentType.JSON).body(body);
        }
        request.post("/api/no-duff").then().statusCode(202);
    }
}

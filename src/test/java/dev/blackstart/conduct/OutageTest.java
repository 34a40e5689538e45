package dev.blackstart.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.Outage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/**
 * Time in which nothing was conducted. The running engine cannot be stopped inside the test, so its absence is acted: one
 * transaction moves the exercise's instants back, which is what its rows look like to an engine that comes back that much
 * later. (Killing the process for real is the crash harness's work.)
 */
@QuarkusTest
class OutageTest {

    private static final String TIMELINE = """
            drills:
              - key: cut
                kind: network-cut
                title: Cut it
                owner: dana
                targets: [orders-db]
                fault: {driver: manual, instruction: Cut.}
                revert: {driver: manual, instruction: Mend.}
                maxDuration: PT2H
            timeline:
              - {key: noticed, at: PT0M, expectation: {of: storage, text: Sees it., within: PT60S}}
              - {key: fault, manual: true, drill: cut}
              - {key: one, at: PT30S, task: {of: carl, text: Look.}}
              - {key: two, at: PT40S, message: {to: everyone, channels: [in-app], text: Two.}}
              - {key: back, at: PT50S, revert: cut}
              - {key: three, at: PT10M, task: {of: carl, text: Look.}}
            """;

    @Test
    void outage_longerThanTheGrace_standsSinceTheOldestOverdueInstant() {
        GameDay day = outOfOrder();
        day.get("carl", "").body("clock", is("PT30S")).body("pauseReason", is("outage"));
        assertThat(JournalProbe.field(day, "pausex", "cause")).containsExactly("outage");
        assertThat(JournalProbe.field(day, "item-released", "item")).containsExactly("noticed");
    }

    @Test
    void resume_withoutCatchUp_refused() {
        GameDay day = outOfOrder();
        day.move("carl", "running").statusCode(422).body("field", is("catchUp"));
        catchUp(day, "carl", "later").statusCode(422).body("field", is("catchUp"));
        catchUp(day, "eve", "shift").statusCode(403);
        catchUp(day, "pia", "shift").statusCode(403);
        day.get("carl", "").body("state", is("paused"));
    }

    @Test
    void shift_clockResumesWhereItStood() {
        GameDay day = outOfOrder();
        catchUp(day, "carl", "shift").statusCode(200).body("state", is("running"));
        day.awaitItem("one", "released");
        assertThat(day.item("two").get("state")).isEqualTo("pending");
        assertThat(day.item("noticed").get("state")).isEqualTo("released");
        assertThat(position(day)).isLessThan(Duration.ofSeconds(38));
        assertThat(JournalProbe.field(day, "caught-up", "catchUp")).containsExactly("shift");
        assertThat(JournalProbe.of(day, "resumed")).hasSize(1);
    }

    @Test
    void release_clockCountsTheOutageAndWhatIsOverdueComesInOrder() {
        GameDay day = outOfOrder();
        catchUp(day, "carl", "release").statusCode(200);
        day.awaitItem("back", "completed");
        assertThat(JournalProbe.field(day, "item-released", "item")).containsExactly("noticed", "one", "two", "back");
        assertThat(position(day)).isBetween(Duration.ofSeconds(100), Duration.ofSeconds(130));
        assertThat(day.item("three").get("state")).isEqualTo("pending");
        assertThat(JournalProbe.of(day, "message-received")).hasSize(1);
    }

    @Test
    void skip_overdueItemsSkippedExceptReverts() {
        GameDay day = outOfOrder();
        catchUp(day, "dana", "skip").statusCode(200);
        day.awaitItem("back", "completed");
        assertThat(JournalProbe.field(day, "item-released", "item")).containsExactly("noticed", "back");
        assertThat(JournalProbe.field(day, "item-skipped", "item")).containsExactly("one", "two");
        assertThat(day.item("three").get("state")).isEqualTo("pending");
    }

    @Test
    void skip_overdueEndex_stillEnds() {
        GameDay day = GameDay.running("""
                timeline:
                  - {key: one, at: PT30S, task: {of: carl, text: Look.}}
                  - {key: end, at: PT60S, endex: {}}
                """);
        Outage.of(day, 100);
        day.awaitState("paused");
        catchUp(day, "carl", "skip").statusCode(200);
        day.awaitState("ended");
    }

    @ParameterizedTest
    @ValueSource(strings = { "release", "skip" })
    void deadline_inTheOutage_unjudgedUntilSomebodyKnows(String how) {
        GameDay day = outOfOrder();
        catchUp(day, "carl", how).statusCode(200);
        day.awaitItem("noticed", "unjudged");
        assertThat(JournalProbe.of(day, "item-missed")).isEmpty();
        day.moveItem("eve", "noticed", "completed").statusCode(200).body("state", is("completed"));
    }

    @Test
    void shorterThanTheGrace_releasedInOrderWithoutAsking() {
        GameDay day = GameDay.running("""
                timeline:
                  - {key: one, at: PT5S, task: {of: carl, text: Look.}}
                  - {key: two, at: PT10S, task: {of: carl, text: Look.}}
                  - {key: three, at: PT10M, task: {of: carl, text: Look.}}
                """);
        Outage.of(day, 20);
        day.awaitItem("two", "released");
        assertThat(JournalProbe.field(day, "item-released", "item")).containsExactly("one", "two");
        day.get("carl", "").body("state", is("running"));
    }

    @Test
    void nothingOverdue_nothingPaused() {
        GameDay day = GameDay.running("""
                timeline:
                  - {key: one, at: PT0M, task: {of: carl, text: Look.}}
                  - {key: soon, at: PT101S, task: {of: carl, text: Look.}}
                """);
        day.awaitItem("one", "released");
        Outage.of(day, 100);
        day.awaitItem("soon", "released");
        day.get("carl", "").body("state", is("running"));
        assertThat(JournalProbe.of(day, "pausex")).isEmpty();
    }

    @Test
    void noDuff_whileItStoodAfterAnOutage_onlyDirectorOrSafetyOfficerChoose() {
        GameDay day = outOfOrder();
        GameDay.as("pia").post("/api/no-duff").then().statusCode(202);
        catchUp(day, "carl", "shift").statusCode(403);
        day.move("sol", "running").statusCode(422).body("field", is("catchUp"));
        catchUp(day, "sol", "shift").statusCode(409).body("confirmation.of", is("resume"));
        day.confirm("carl", "resume").statusCode(200);
        day.get("carl", "").body("state", is("running"));
    }

    @Test
    void end_whileItStands_allowed() {
        GameDay day = outOfOrder();
        day.move("dana", "ended").statusCode(200).body("clock", is("PT30S"));
    }

    /** An exercise whose platform was away from its third second on, for a hundred. */
    private static GameDay outOfOrder() {
        GameDay day = GameDay.running(TIMELINE);
        day.awaitItem("noticed", "released");
        Outage.of(day, 100);
        day.awaitState("paused");
        return day;
    }

    private static Duration position(GameDay day) {
        return Duration.parse(day.get("carl", "").extract().path("clock"));
    }

    private static ValidatableResponse catchUp(GameDay day, String person, String how) {
        return day.post(person, "/transitions", Map.of("to", "running", "catchUp", how));
    }

}

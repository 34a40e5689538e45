package dev.blackstart.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.notNullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** From the intent to the revert: what an exercise breaks it takes back. */
@QuarkusTest
class FaultsTest {

    private static final String DRILL = """
              - key: %s
                kind: network-cut
                title: Title of %1$s
                owner: dana
                targets: [%2$s]
                fault: {driver: manual, instruction: Break %1$s.}
                revert: {driver: manual, instruction: Mend %1$s.}
                maxDuration: %3$s
            """;

    private static final String ONE = "drills:\n" + DRILL.formatted("cut", "orders-db", "PT20M") + """
            timeline:
              - {key: fault, at: PT0M, drill: cut}
              - {key: then, after: {item: fault, is: completed}, task: {of: carl, text: Look.}}
              - {key: back, manual: true, revert: cut}
              - {key: healed, after: {item: back, is: completed}, task: {of: carl, text: Look.}}
            """;

    @Test
    void fault_byHand_armedInjectedRevertingReverted() {
        GameDay day = GameDay.running(ONE);
        day.awaitItem("fault", "released");
        drills(day).body("items[0].state", is("armed")).body("items[0].instruction", is("Break cut."))
                .body("items[0].revertBy", notNullValue());
        assertThat(day.item("then").get("state")).isEqualTo("pending");
        to(day, "carl", "cut", "injected").statusCode(200).body("state", is("injected"));
        to(day, "carl", "cut", "injected").statusCode(200);
        day.awaitItem("then", "released");
        day.moveItem("carl", "back", "released").statusCode(200).body("state", is("released"));
        drills(day).body("items[0].state", is("reverting")).body("items[0].instruction", is("Mend cut."));
        to(day, "carl", "cut", "reverted").statusCode(200).body("state", is("reverted")).body("verified", is(true));
        to(day, "carl", "cut", "reverted").statusCode(200);
        day.awaitItem("healed", "released");
        for (String type : List.of("drill-armed", "fault-injected", "fault-reverting", "fault-reverted")) {
            assertThat(JournalProbe.of(day, type)).as(type).hasSize(1).allSatisfy(
                    entry -> assertThat(entry.audience).isEqualTo("control"));
        }
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void fault_itemConfirmed_sameAsTheDrill() {
        GameDay day = GameDay.running(ONE);
        day.awaitItem("fault", "released");
        day.moveItem("carl", "fault", "completed").statusCode(200).body("state", is("completed"));
        drills(day).body("items[0].state", is("injected"));
        day.moveItem("carl", "back", "released").statusCode(200);
        day.moveItem("carl", "back", "completed").statusCode(200).body("state", is("completed"));
        drills(day).body("items[0].state", is("reverted"));
    }

    @Test
    void revert_faultThatNeverWas_doneAtOnce() {
        GameDay day = GameDay.running(ONE.replace("{key: fault, at: PT0M", "{key: fault, manual: true"));
        day.moveItem("carl", "back", "released").statusCode(200).body("state", is("completed"));
        drills(day).body("items[0].state", is("planned"));
    }

    @Test
    void confirm_outOfOrder_conflictWithWhatIsAllowed() {
        GameDay day = GameDay.running(ONE.replace("{key: fault, at: PT0M", "{key: fault, manual: true"));
        to(day, "carl", "cut", "injected").statusCode(409).body("allowed", is(List.of()));
        to(day, "carl", "cut", "reverted").statusCode(409);
        to(day, "carl", "cut", "broken").statusCode(422);
        to(day, "carl", "unknown", "injected").statusCode(404);
        to(day, "eve", "cut", "injected").statusCode(403);
        to(day, "pia", "cut", "injected").statusCode(403);
    }

    @Test
    void inject_clockStands_refusedEitherWay() {
        GameDay day = GameDay.running(ONE);
        day.awaitItem("fault", "released");
        day.move("carl", "paused").statusCode(200);
        to(day, "carl", "cut", "injected").statusCode(409);
        day.moveItem("carl", "fault", "completed").statusCode(409);
        drills(day).body("items[0].state", is("armed"));
        to(day, "carl", "cut", "reverted").statusCode(200);
    }

    @Test
    void maxDuration_whilePaused_revertedUnasked() {
        GameDay day = GameDay.running("drills:\n" + DRILL.formatted("cut", "orders-db", "PT1.2S") + """
                timeline:
                  - {key: fault, at: PT0M, drill: cut}
                """);
        day.awaitItem("fault", "released");
        to(day, "carl", "cut", "injected").statusCode(200);
        day.move("carl", "paused").statusCode(200);
        Awaitility.await().until(() -> "reverting".equals(drills(day).extract().path("items[0].state")));
        assertThat(JournalProbe.of(day, "fault-reverting")).singleElement().satisfies(entry -> {
            assertThat(entry.actor).isEqualTo("blackstart");
            Instant injected = JournalProbe.of(day, "fault-injected").get(0).at;
            assertThat(Duration.between(injected, entry.at)).isBetween(Duration.ofMillis(1_200), Duration.ofSeconds(6));
        });
        day.get("carl", "").body("state", is("paused"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "completed", "aborted" })
    void end_withFaultsStanding_revertedNewestFirstAndNotClosedBefore(String outcome) {
        GameDay day = GameDay.running("drills:\n" + DRILL.formatted("a", "orders-db", "PT20M")
                + DRILL.formatted("b", "orders-db", "PT20M") + DRILL.formatted("c", "orders-db", "PT20M") + """
                        timeline:
                          - {key: one, at: PT0M, drill: b}
                          - {key: two, at: PT0.1S, drill: a}
                          - {key: three, at: PT0.2S, drill: c}
                        """);
        day.awaitItem("three", "released");
        to(day, "carl", "c", "injected").statusCode(200);
        to(day, "carl", "b", "injected").statusCode(200);
        day.post("dana", "/transitions", Map.of("to", "ended", "outcome", outcome)).statusCode(200)
                .body("state", is("ended")).body("outcome", is(outcome));
        assertThat(JournalProbe.field(day, "fault-reverting", "drill")).containsExactly("c", "a", "b");
        drills(day).body("items.state", everyItem(is("reverting")));
        day.move("dana", "closed").statusCode(409).body("checks.key", hasItem("faults"));
        for (String drill : List.of("a", "b", "c")) {
            to(day, "carl", drill, "reverted").statusCode(200);
        }
        day.judged().move("dana", "closed").statusCode(200);
    }

    @Test
    void fault_targetSharedMeanwhile_heldAndTold() {
        GameDay day = GameDay.scheduled(ONE.replace("{key: fault, at: PT0M", "{key: fault, manual: true"));
        String at = Instant.now().plus(Duration.ofDays(1)).toString();
        String other = GameDay.as("dana").contentType(ContentType.JSON).body(Map.of("plan", day.plan, "startsAt", at))
                .post("/api/exercises").then().statusCode(201).extract().path("id");
        day.move("dana", "running").statusCode(200);
        start(other, null).statusCode(409).body("checks.find { it.key == 'targets' }.result", is("fail"));
        start(other, "Both look at it.").statusCode(200);
        day.moveItem("carl", "fault", "released").statusCode(409);
        assertThat(day.item("fault")).as("held until a controller decides").containsEntry("state", "held");
        assertThat(JournalProbe.field(day, "item-held", "item")).containsExactly("fault");
        assertThat(JournalProbe.of(day, "item-released")).isEmpty();
        GameDay.as("dana").contentType(ContentType.JSON).body(Map.of("to", "ended"))
                .post("/api/exercises/" + other + "/transitions").then().statusCode(200);
        day.moveItem("carl", "fault", "released").statusCode(200).body("state", is("released"));
    }

    private static ValidatableResponse start(String id, String override) {
        return GameDay.as("dana").contentType(ContentType.JSON)
                .body(override == null ? Map.of("to", "running") : Map.of("to", "running", "override", override))
                .post("/api/exercises/" + id + "/transitions").then();
    }

    private static ValidatableResponse drills(GameDay day) {
        return day.get("carl", "/drills").statusCode(200);
    }

    private static ValidatableResponse to(GameDay day, String person, String drill, String state) {
        return day.post(person, "/drills/" + drill + "/transitions", Map.of("to", state));
    }
}

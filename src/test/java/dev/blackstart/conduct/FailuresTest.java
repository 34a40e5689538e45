package dev.blackstart.conduct;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.notify.Delivery;
import dev.blackstart.testsupport.Damage;
import dev.blackstart.testsupport.FaultTarget;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** What fails, fails alone: the row is damaged by SQL, and everything else of the exercise goes on. */
@QuarkusTest
class FailuresTest {

    private static final String DAY = """
            drills:
              - key: cut
                kind: custom
                title: Cut the line
                owner: tess
                targets: [orders-db]
                fault: {driver: manual, instruction: Cut.}
                revert: {driver: manual, instruction: Join.}
                maxDuration: PT20M
            timeline:
              - {key: open, at: PT0S, message: {to: everyone, subject: Begin}}
              - {key: poison, at: PT1S, message: {to: everyone, channels: [email], subject: Poison, text: Poison.}}
              - {key: next, at: PT1S, message: {to: everyone, text: Next.}}
              - {key: child, after: {item: poison}, task: {of: carl, text: After the poison.}}
              - {key: late, at: PT1.5S, task: {of: carl, text: Late.}}
              - {key: hand, manual: true, message: {to: everyone, channels: [email], text: By hand.}}
              - {key: end, at: PT3S, endex: {}}
            """;
    private static final String OTHERS_GO_ON = "what fails does not keep the others";

    @Test
    void release_tooLongForItsColumn_failsAloneAndEndexComes() {
        GameDay day = GameDay.scheduled(DAY);
        Damage.tooLong(day, "poison");
        day.move("dana", "running").statusCode(200);
        day.awaitState("ended");
        assertThat(day.item("next").get("state")).as(OTHERS_GO_ON).isEqualTo("released");
        assertThat(day.item("late").get("state")).isEqualTo("released");
        assertThat(JournalProbe.field(day, "item-failed", "step")).containsExactly("release");
        assertThat(JournalProbe.field(day, "item-failed", "reason")).singleElement().asString()
                .contains("longer than the database allows");
        assertThat(day.item("poison").get("state")).as("never released, so skipped by the end").isEqualTo("skipped");
        assertThat(day.item("child").get("releasedAt")).isNull();
        assertThat(JournalProbe.field(day, "item-failed", "item")).containsExactly("poison");
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void failedItem_retriedOnceMended_releasesWhatWaits() {
        GameDay day = GameDay.running(DAY.replace("at: PT3S, endex", "manual: true, endex").replace("PT1S", "PT4S"));
        Damage.tooLong(day, "poison");
        await().until(() -> day.item("poison").get("failure") != null);
        assertThat(day.item("poison").get("state")).isEqualTo("held");
        assertThat(day.item("poison").get("dueAt")).isNotNull();
        day.moveItem("carl", "poison", "released").statusCode(409);
        Damage.body(day, "poison", "{\"message\": {\"to\": \"everyone\", \"text\": \"Mended.\"}}");
        day.moveItem("carl", "poison", "released").statusCode(200);
        assertThat(day.item("poison")).doesNotContainKey("failure");
        day.awaitItem("child", "released");
        assertThat(letters(day, "Failed: xxx")).as("each of control staff once").containsExactlyInAnyOrder("dana", "carl",
                "sol", "eve");
    }

    @Test
    void failedItem_skipped_reasonInTheJournalAndPlayersLearnNothing() {
        GameDay day = GameDay.running(DAY.replace("at: PT3S, endex", "manual: true, endex"));
        Damage.tooLong(day, "hand");
        day.moveItem("carl", "hand", "released").statusCode(409);
        assertThat(given().get("/q/health/well").then().statusCode(503).extract().asString()).contains("background-work")
                .doesNotContain("hand", day.id);
        given().get("/q/health/ready").then().statusCode(200);
        assertThat(day.get("pia", "/journal").extract().asString()).doesNotContain("item-failed", "longer than");
        day.moveItem("pia", "hand", "skipped").statusCode(403);
        day.moveItem("carl", "hand", "skipped").statusCode(200);
        assertThat(JournalProbe.field(day, "item-skipped", "reason")).singleElement().asString().startsWith("it failed: ");
    }

    @Test
    void bodyThatIsNoJson_failsAloneAndPagesAreShown() {
        GameDay day = GameDay.running(DAY.replace("at: PT3S, endex", "manual: true, endex"));
        Damage.body(day, "hand", "no json");
        Damage.body(day, "late", "{\"expectation\": {\"of\": \"pia\", \"text\": \"x\", \"within\": \"soon\"}}");
        await().until(() -> day.item("late").get("failure") != null);
        day.moveItem("carl", "hand", "released").statusCode(409);
        day.get("carl", "/timeline").statusCode(200);
        day.moveItem("dana", "end", "released").statusCode(200);
        day.awaitState("ended");
        day.get("dana", "/report").statusCode(200);
    }

    @Test
    void conditionThatCannotBeRead_failsItsOwnItem() {
        GameDay day = GameDay.running(DAY.replace("PT3S", "PT6S").replace("PT1S", "PT4S"));
        Damage.sql("update timeline_item set after = '{\"items\": [\"poison\"], \"is\": \"NEVER\"}' where item_key = 'child'"
                + " and exercise_id = ?1", UUID.fromString(day.id));
        day.awaitState("ended");
        assertThat(JournalProbe.field(day, "item-failed", "item")).containsExactly("child");
    }

    @Test
    void reveal_thatFails_keepsNothingElse() {
        GameDay day = GameDay.running("""
                timeline:
                  - {key: shown, at: PT0S, reveal: {at: PT2S}, task: {of: carl, text: Shown.}}
                  - {key: late, at: PT3S, task: {of: carl, text: Late.}}
                """);
        day.awaitItem("shown", "released");
        Damage.sql("update timeline_item set kind = 'drill', body = '{\"drill\": \"gone\"}' where item_key = 'shown'"
                + " and exercise_id = ?1", UUID.fromString(day.id));
        day.awaitItem("late", "released");
        assertThat(day.item("shown")).containsEntry("failedStep", "reveal");
        day.moveItem("carl", "shown", "released").statusCode(200);
        await().until(() -> JournalProbe.facts(day, "item-failed").size() == 2);
        day.moveItem("carl", "shown", "skipped").statusCode(200);
        assertThat(day.item("shown")).doesNotContainKey("failedStep");
        assertThat(JournalProbe.field(day, "item-not-revealed", "item")).containsExactly("shown");
    }

    @Test
    void revert_thatFailsAtMaximumDuration_isMarkedAndEndexComes() {
        try (FaultTarget target = new FaultTarget()) {
            GameDay day = GameDay.running("""
                    systems: [{key: orders-db, name: Orders database, hosts: ["127.0.0.1"]}]
                    drills:
                      - {key: cut, kind: custom, title: Cut, owner: tess, targets: [orders-db], maxDuration: PT1S,
                        fault: {driver: http, url: "%s"}, revert: {driver: http, url: "%s"}}
                      - {key: other, kind: custom, title: Other, owner: tess, targets: [orders-db], maxDuration: PT1S,
                        fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Join.}}
                    timeline:
                      - {key: first, at: PT0S, drill: cut}
                      - {key: second, at: PT0S, drill: other}
                      - {key: end, at: PT2S, endex: {}}
                    """.formatted(target.url("/break"), target.url("/refuse")));
            day.awaitState("ended");
            await().until(() -> !JournalProbe.of(day, "fault-revert-failed").isEmpty());
            assertThat(JournalProbe.field(day, "fault-revert-failed", "why")).containsExactly("It answered HTTP 422.");
            assertThat(day.get("dana", "/drills").extract().<List<String>> path("items.state")).containsExactly("failed",
                    "reverting");
            assertThat(letters(day, "Revert failed: Cut")).containsExactlyInAnyOrder("dana", "carl", "sol", "eve");
            day.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
        }
    }

    @Test
    void placeOfACallTree_thatFails_keepsNeitherTheOthersNorTheTimeline() {
        GameDay day = GameDay.running(
                """
                        callTrees:
                          - key: tree
                            root: {person: pia, channels: [phone], wait: PT1S, calls: [{person: noel, wait: PT1S}, {person: pete, wait: PT1S}]}
                        timeline:
                          - {key: call, at: PT0S, callTree: tree}
                          - {key: late, at: PT4S, task: {of: carl, text: Late.}}
                        """);
        day.awaitItem("call", "released");
        Damage.sql("update call_node set channels = '' where people = 'noel' and exercise_id = ?1", UUID.fromString(day.id));
        day.awaitItem("call", "completed");
        day.awaitItem("late", "released");
        assertThat(JournalProbe.field(day, "contact-broken", "name")).contains("pete");
    }

    @Test
    void automaticStart_thatFails_staysScheduledAndIsNotTriedAgain() {
        String plan = GameDay.plan("""
                timeline: [{key: open, at: PT0S, message: {to: everyone, text: x}}]
                """).replace("zone: Europe/Berlin", "zone: Europe/Berlin, start: automatic");
        GameDay day = GameDay.of(plan, Map.of("plan", plan, "startsAt", Instant.now().plusSeconds(3_600).toString()));
        Damage.sql("update plan_approval set decision = 'PERHAPS' where plan_key = ?1 and person = 'adam'", plan);
        Damage.sql("update exercise set starts_at = current_timestamp, next_due_at = current_timestamp where id = ?1",
                UUID.fromString(day.id));
        await().until(() -> !JournalProbe.of(day, "start-refused").isEmpty());
        assertThat((String) day.get("dana", "").extract().path("state")).isEqualTo("scheduled");
        assertThat(JournalProbe.field(day, "start-refused", "advice")).singleElement().asString().startsWith("It failed: ");
    }

    private static List<String> letters(GameDay day, String subject) {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.<Delivery> list("exerciseId = ?1 and subject like ?2",
                UUID.fromString(day.id), subject + "%")).stream().map(letter -> letter.person).toList();
    }
}

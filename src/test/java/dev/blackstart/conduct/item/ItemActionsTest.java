package dev.blackstart.conduct.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.drills.Drill;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** What controllers and evaluators do with single items. */
@QuarkusTest
public class ItemActionsTest {

    private static final String TIMELINE = """
            timeline:
              - {key: soon, at: PT2S, task: {of: carl, text: Look.}}
              - {key: later, at: PT1H, task: {of: carl, text: Look.}}
              - {key: hello, at: PT0M, message: {to: storage, channels: [in-app], from: A customer, subject: Help, text: It is slow.}}
              - {key: seen, at: PT0M, expectation: {of: storage, text: Sees it.}}
              - {key: choice, at: PT0M, decision: {text: Which?, options: [go, stay]}}
            """;

    @Test
    void released_beforeItsInstant_releasedNowAndOnce() {
        GameDay day = GameDay.running(TIMELINE);
        day.moveItem("carl", "later", "released").statusCode(200).body("state", is("released"));
        day.moveItem("carl", "later", "released").statusCode(200);
        assertThat(JournalProbe.field(day, "item-released", "item")).containsOnlyOnce("later");
    }

    @Test
    void skipped_withoutReason_refused() {
        GameDay day = GameDay.running(TIMELINE);
        day.moveItem("carl", "later", "skipped").statusCode(422).body("field", is("reason"));
        transition(day, "later", "skipped", Map.of("reason", " ")).statusCode(422);
        assertThat(day.item("later").get("state")).isEqualTo("pending");
    }

    @Test
    void skipped_withReason_neverReleased() {
        GameDay day = GameDay.running(TIMELINE);
        transition(day, "later", "skipped", Map.of("reason", "No time.")).statusCode(200).body("state", is("skipped"));
        day.moveItem("carl", "later", "released").statusCode(409).body("allowed", is(List.of()));
        assertThat(JournalProbe.field(day, "item-skipped", "reason")).containsExactly("No time.");
    }

    @Test
    void held_pastItsInstant_releasedWhenLetGo() {
        GameDay day = GameDay.running(TIMELINE);
        day.moveItem("carl", "soon", "held").statusCode(200);
        day.post("carl", "/timeline", Map.of("key", "marker", "at", "PT2.4S", "task", Map.of("of", "carl", "text", "Look.")))
                .statusCode(201);
        day.awaitItem("marker", "released");
        assertThat(day.item("soon").get("state")).isEqualTo("held");
        day.moveItem("carl", "soon", "held").statusCode(200);
        assertThat(JournalProbe.of(day, "item-held")).hasSize(1);
        day.moveItem("carl", "soon", "pending").statusCode(200);
        day.awaitItem("soon", "released");
    }

    @Test
    void deferred_newInstant_pendingUntilThen() {
        GameDay day = GameDay.running(TIMELINE);
        Instant at = Instant.now().plus(Duration.ofHours(2));
        transition(day, "later", "deferred", Map.of("at", at.toString())).statusCode(200).body("state", is("pending"));
        Duration due = Duration.parse((String) day.item("later").get("due"));
        assertThat(due).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(121));
        transition(day, "later", "deferred", Map.of("at", Instant.now().plusMillis(300).toString())).statusCode(200);
        day.awaitItem("later", "released");
    }

    @ParameterizedTest
    @ValueSource(strings = { "2001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "+100000-01-01T00:00:00Z" })
    void deferred_impossibleInstant_refused(String at) {
        GameDay day = GameDay.running(TIMELINE);
        transition(day, "later", "deferred", Map.of("at", at)).statusCode(422).body("field", is("at"));
        day.moveItem("carl", "later", "deferred").statusCode(422);
    }

    @Test
    void released_paused_refusedUntilResumed() {
        GameDay day = GameDay.running(TIMELINE);
        day.move("carl", "paused").statusCode(200);
        day.moveItem("carl", "later", "released").statusCode(409);
        day.moveItem("carl", "later", "held").statusCode(200);
    }

    @Test
    void illegalMove_answersWhatIsAllowed() {
        GameDay day = GameDay.running(TIMELINE);
        day.moveItem("carl", "later", "completed").statusCode(409).body("allowed", hasItems("released", "held", "skipped"))
                .body("state", is("pending"));
        day.moveItem("carl", "later", "nonsense").statusCode(422).body("field", is("to"));
        day.moveItem("carl", "unknown", "released").statusCode(404);
    }

    @Test
    void missed_onlyExpectations() {
        GameDay day = GameDay.running(TIMELINE);
        day.awaitItem("hello", "released");
        day.moveItem("carl", "hello", "missed").statusCode(422);
        day.awaitItem("seen", "released");
        day.moveItem("eve", "seen", "missed").statusCode(200).body("state", is("missed"));
    }

    @Test
    void evaluator_judgesExpectationsAndNothingElse() {
        GameDay day = GameDay.running(TIMELINE);
        day.awaitItem("seen", "released");
        day.moveItem("eve", "hello", "completed").statusCode(403);
        day.moveItem("eve", "later", "released").statusCode(403);
        day.moveItem("sol", "seen", "completed").statusCode(403);
        day.moveItem("eve", "seen", "completed").statusCode(200);
    }

    @Test
    void chosen_notAnOption_refused() {
        GameDay day = GameDay.running(TIMELINE);
        day.awaitItem("choice", "released");
        transition(day, "choice", "chosen", Map.of("option", "run")).statusCode(422).body("field", is("option"));
        day.moveItem("carl", "choice", "completed").statusCode(422);
        transition(day, "choice", "chosen", Map.of("option", "go")).statusCode(200).body("option", is("go"));
        transition(day, "choice", "chosen", Map.of("option", "go")).statusCode(200);
        transition(day, "choice", "chosen", Map.of("option", "stay")).statusCode(409);
        assertThat(JournalProbe.of(day, "item-chosen")).hasSize(1);
    }

    @Test
    void reply_ofThePeopleAddressed_completesTheMessageOnce() {
        GameDay day = GameDay.running(TIMELINE);
        day.awaitItem("hello", "released");
        String known = (String) day.item("hello").get("id");
        Map<String, String> text = Map.of("text", "We are on it.");
        day.post("noel", "/timeline/" + known + "/replies", text).statusCode(404);
        day.post("carl", "/timeline/hello/replies", text).statusCode(403);
        day.post("carl", "/timeline/hello/replies", Map.of()).statusCode(403);
        day.post("pia", "/timeline/hello/replies", text).statusCode(404);
        assertThat(day.item("hello").get("state")).isEqualTo("released");
        day.post("pia", "/timeline/" + known + "/replies", Map.of("text", " ")).statusCode(422);
        day.post("pia", "/timeline/" + known + "/replies", text).statusCode(201);
        assertThat(day.item("hello").get("state")).isEqualTo("completed");
        day.post("pete", "/timeline/" + known + "/replies", text).statusCode(201);
        assertThat(JournalProbe.of(day, "item-completed")).hasSize(1);
        assertThat(JournalProbe.of(day, "reply")).hasSize(2);
    }

    @Test
    void handover_released_rightsChange() {
        GameDay day = GameDay.running("""
                timeline:
                  - {key: shift, manual: true, handover: {from: carl, to: olga}}
                  - {key: one, manual: true, task: {of: carl, text: Look.}}
                """);
        day.moveItem("olga", "one", "released").statusCode(403);
        day.moveItem("carl", "shift", "released").statusCode(200).body("state", is("completed"));
        day.moveItem("olga", "one", "released").statusCode(200);
        day.moveItem("carl", "one", "completed").statusCode(403);
        assertThat(JournalProbe.facts(day, "handover")).singleElement()
                .satisfies(facts -> assertThat(facts.path("person").asText()).isEqualTo("olga"));
    }

    @Test
    void reveal_atItsInstant_rosterSeesItUnderAnOpaqueId() {
        GameDay day = GameDay.running("""
                timeline:
                  - {key: secret, at: PT0M, reveal: {at: PT0.8S}, task: {of: carl, text: Look.}}
                """);
        day.awaitItem("secret", "released");
        day.get("pia", "/timeline").statusCode(200).body("items", is(List.of()));
        org.awaitility.Awaitility.await().until(() -> !JournalProbe.of(day, "item-revealed").isEmpty());
        String id = (String) day.item("secret").get("id");
        day.get("pia", "/timeline").statusCode(200).body("items.key", is(List.of(id)));
        assertThat(JournalProbe.of(day, "item-revealed")).singleElement().satisfies(entry -> {
            assertThat(entry.audience).isEqualTo("roster");
            assertThat(entry.data).doesNotContain("secret").contains(id);
        });
    }

    @Test
    void reveal_drill_rosterLearnsItsTitleAndNoKey() {
        GameDay day = GameDay.running(
                """
                        drills:
                          - {key: kill-primary, kind: custom, title: Stop the primary, owner: dana, targets: [orders-db], hypothesis: It holds.,
                             fault: {driver: manual, instruction: Pull.}, revert: {driver: manual, instruction: Plug.}, maxDuration: PT20M}
                        timeline:
                          - {key: secret, at: PT0M, drill: kill-primary, reveal: {at: PT0.8S}}
                        """);
        org.awaitility.Awaitility.await().until(() -> !JournalProbe.of(day, "item-revealed").isEmpty());
        assertThat(JournalProbe.of(day, "item-revealed")).singleElement()
                .satisfies(entry -> assertThat(entry.data).contains("Stop the primary").doesNotContain("kill-primary"));
        String drill = day.get("pia", "/drills").extract().path("items[0].key");
        day.get("pia", "/timeline").body("items[0].body.drill", is(drill));
    }

    @Test
    void release_itemThatFailsEachTime_heldSoThatTheOthersGoOn() {
        GameDay day = GameDay.running(
                """
                        drills:
                          - {key: kill-primary, kind: custom, title: Stop the primary, owner: dana, targets: [orders-db], hypothesis: It holds.,
                             fault: {driver: manual, instruction: Pull.}, revert: {driver: manual, instruction: Plug.}, maxDuration: PT20M}
                        timeline:
                          - {key: broken, at: PT1S, revert: kill-primary}
                          - {key: next, at: PT1S, task: {of: carl, text: Look.}}
                        """);
        QuarkusTransaction.requiringNew().run(() -> Drill.delete("exerciseId", java.util.UUID.fromString(day.id)));
        day.awaitItem("broken", "held");
        day.awaitItem("next", "released");
        assertThat(JournalProbe.field(day, "item-failed", "item")).containsExactly("broken");
        assertThat(JournalProbe.field(day, "item-failed", "reason")).singleElement().asString().isNotBlank();
    }

    @Test
    void timeline_beforeEndex_playersSeeOnlyWhatWasSentToThem() {
        GameDay day = GameDay.running(TIMELINE);
        day.awaitItem("choice", "released");
        day.get("pia", "/timeline").statusCode(200).body("items.size()", is(1)).body("items[0].kind", is("message"))
                .body("items[0].body.message.by", is((Object) null));
        day.get("noel", "/timeline").statusCode(200).body("items", is(List.of()));
        day.get("wilma", "/timeline").statusCode(404);
        day.move("dana", "ended").statusCode(200);
        day.get("noel", "/timeline").statusCode(200).body("items.kind", hasItem("decision"));
    }

    @Test
    void spoken_firstWay_becomesAControllersTask() {
        GameDay day = GameDay.running("""
                timeline:
                  - {key: say, at: PT0M, message: {to: storage, channels: [spoken], from: A customer, text: It is slow.}}
                """);
        day.awaitItem("say", "released");
        assertThat(day.item("say.spoken")).containsEntry("state", "released").containsEntry("kind", "task");
        day.moveItem("carl", "say.spoken", "completed").statusCode(200);
    }

    static ValidatableResponse transition(GameDay day, String key, String to, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(more);
        body.put("to", to);
        return day.post("carl", "/timeline/" + key + "/transitions", body);
    }
}

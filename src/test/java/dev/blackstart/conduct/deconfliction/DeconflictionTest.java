package dev.blackstart.conduct.deconfliction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.OnH2;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** "Is this you?": the question tells the asker nothing, the answer comes from those who know. */
@QuarkusTest
@TestProfile(OnH2.class)
class DeconflictionTest {

    private static final String DAY = "timeline: [{key: open, at: PT1H, task: {of: carl, text: Look.}}]\n";

    private static Response ask(String person, String text) {
        return GameDay.as(person).contentType("application/json").body(Map.of("text", text)).post("/api/deconfliction");
    }

    private static String asked(String person) {
        String id = ask(person, "The shop is slow").then().statusCode(202).extract().path("id");
        Awaitility.await().until(() -> !QuarkusTransaction.requiringNew()
                .call(() -> DeconflictionAnswer.of(UUID.fromString(id))).isEmpty());
        return id;
    }

    private static ValidatableResponse answer(String person, String id, String answer) {
        return GameDay.as(person).contentType("application/json").body(Map.of("answer", answer))
                .post("/api/deconfliction/" + id + "/answers").then();
    }

    private static void state(String person, String id, String state) {
        GameDay.as(person).get("/api/deconfliction").then().body("items.find { it.id == '" + id + "' }.state", is(state));
    }

    /** Without what differs by nature: the id and the instants. */
    private static String content(Response receipt) {
        return receipt.statusCode() + receipt.contentType() + receipt.asString()
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "ID").replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "AT");
    }

    @Test
    void ask_whateverRuns_theReceiptIsTheSame() {
        String before = content(ask("wilma", "The shop is slow"));
        GameDay day = GameDay.running(DAY);
        assertThat(List.of("wilma", "pia", "olga", "adam", "dana", "sol")).allSatisfy(
                person -> assertThat(content(ask(person, "The shop is slow"))).isEqualTo(before));
        assertThat(before).contains("202", "\"state\":\"asked\"").doesNotContain(day.id);
        GameDay.as("wilma").contentType("application/json").body(Map.of()).post("/api/deconfliction").then().statusCode(422);
        day.move("dana", "ended").statusCode(200);
    }

    @Test
    void answer_safetyOfficerSaysOurs_askerIsToldAndNobodyElse() {
        GameDay day = GameDay.running(DAY);
        String id = asked("wilma");
        state("wilma", id, "asked");
        answer("pia", id, "ours").statusCode(404);
        answer("carl", id, "ours").statusCode(404);
        answer("wilma", id, "ours").statusCode(404);
        answer("sol", id, "maybe").statusCode(422);
        GameDay.as("sol").get("/api/deconfliction/answers").then().body("items.id.contains('" + id + "')", is(true));
        GameDay.as("carl").get("/api/deconfliction/answers").then().body("items.size()", is(0));
        answer("sol", id, "ours").statusCode(200).body("state", is("ours"));
        answer("sol", id, "ours").statusCode(409);
        state("wilma", id, "ours");
        assertThat(JournalProbe.of(day, "deconfliction-asked")).isNotEmpty()
                .allSatisfy(entry -> assertThat(entry.audience).isEqualTo("control"));
        assertThat(JournalProbe.field(day, "deconfliction-answered", "question")).contains(id);
        assertThat(GameDay.as("pia").get("/api/exercises/" + day.id + "/journal?limit=1000").asString())
                .doesNotContain("deconfliction", "The shop is slow");
        day.move("dana", "ended").statusCode(200);
    }

    @Test
    void answer_twoExercises_notOursOnlyWhenBothSaySo() {
        GameDay one = GameDay.running(DAY);
        GameDay other = GameDay.running(DAY);
        other.post("dana", "/roster", Map.of("person", "tess", "role", "trusted-agent")).statusCode(200);
        other.post("dana", "/roster", Map.of("person", "nora", "role", "safety-officer")).statusCode(200);
        end(other, "sol");
        String id = asked("wilma");
        answer("sol", id, "not-ours").statusCode(200).body("state", is("asked"));
        answer("tess", id, "not-ours").statusCode(200).body("state", is("not-ours"));
        state("wilma", id, "not-ours");
        one.move("dana", "ended").statusCode(200);
        other.move("dana", "ended").statusCode(200);
    }

    private static void end(GameDay day, String person) {
        QuarkusTransaction.requiringNew().run(() -> RosterEntry.delete(
                "exerciseId = ?1 and person = ?2", UUID.fromString(day.id), person));
    }

    @Test
    void answer_nothingRuns_aMasterAnswers() {
        String id = asked("wilma");
        answer("sol", id, "not-ours").statusCode(404);
        answer("dana", id, "not-ours").statusCode(200);
        state("wilma", id, "not-ours");
    }

    @Test
    void answer_missingForFiveMinutes_remindedOnce() {
        GameDay day = GameDay.running(DAY);
        String id = asked("wilma");
        QuarkusTransaction.requiringNew().run(() -> DeconflictionQuestion.update("createdAt = ?1 where id = ?2",
                Instant.now().minusSeconds(301), UUID.fromString(id)));
        Awaitility.await().until(() -> QuarkusTransaction.requiringNew().call(
                () -> DeconflictionQuestion.<DeconflictionQuestion> findById(UUID.fromString(id)).remindedAt) != null);
        assertThat(FormClient.of("sol").browser().get("/outbox").asString()).contains("Nobody has answered for 5 minutes");
        day.move("dana", "ended").statusCode(200);
    }

    @Test
    void pages_askAndAnswer_withoutAScript() {
        GameDay day = GameDay.running(DAY);
        FormClient wilma = FormClient.of("wilma");
        assertThat(wilma.browser().get("/").asString()).contains("href=\"/deconfliction\"");
        wilma.form().formParam("text", " ").post("/deconfliction").then().statusCode(422)
                .body(containsString("Say what you see, and where."));
        wilma.form().formParam("text", "Red lights in row 4").post("/deconfliction").then().statusCode(303);
        assertThat(wilma.browser().get("/deconfliction").asString()).contains("Red lights in row 4", "not answered yet");
        assertThat(wilma.browser().get("/deconfliction/answers").asString()).contains("No open questions");
        FormClient sol = FormClient.of("sol");
        Awaitility.await().until(() -> sol.browser().get("/deconfliction/answers").asString().contains("Red lights in row 4"));
        String id = GameDay.as("wilma").get("/api/deconfliction").path("items[0].id");
        sol.form().formParam("answer", "ours").post("/deconfliction/answers/" + id).then().statusCode(303);
        assertThat(wilma.browser().get("/deconfliction").asString()).contains("it belongs to an exercise");
        day.move("dana", "ended").statusCode(200);
    }

    @Test
    void trustedAgent_unannounced_seesThatWhenAndWhatIsTouchedAndNothingElse() {
        String plan = GameDay.unapproved("""
                drills:
                  - {key: cut, kind: network-cut, title: Secret title, owner: dana, targets: [orders-db], maxDuration: PT20M,
                     hypothesis: Secret hope., fault: {driver: manual, instruction: Secret cut.},
                     revert: {driver: manual, instruction: Mend.}}
                timeline: [{key: now, manual: true, drill: cut}]
                """, 2, "staging");
        GameDay day = GameDay.ofPlan(plan);
        GameDay.as("tess").get("/api/exercises/" + day.id).then().statusCode(404);
        day.post("dana", "/roster", Map.of("person", "tess", "role", "trusted-agent")).statusCode(200);
        String seen = GameDay.as("tess").get("/api/exercises/" + day.id).then().statusCode(200).extract().asString();
        assertThat(seen).contains("\"startsAt\"", "\"touches\"", "Orders database").doesNotContain("Hidden name");
        assertThat(GameDay.as("tess").get("/api/exercises/" + day.id + "/drills").asString()).contains("Fault on orders")
                .doesNotContain("Secret");
        day.move("tess", "running").statusCode(403);
        day.post("tess", "/notes", Map.of("text", "Hello")).statusCode(403);
        day.moveItem("tess", "now", "released").statusCode(403);
        GameDay.as("tess").get("/api/exercises/" + day.id + "/gate").then().statusCode(404);
    }
}

package dev.blackstart.conduct.confirmation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.exercise.confirmation.PersonConfirmation;
import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Who may override the gate, and what takes two people within a minute. */
@QuarkusTest
class TwoPersonTest {

    private static final String UNPREPARED = """
            preparation: [{key: check, team: storage, kind: runbook, title: Read the runbook, due: -P1D, blocking: true}]
            timeline: [{key: open, at: PT1H, task: {of: carl, text: Look.}}]
            """;

    private static final String FAULT = """
            drills:
              - {key: cut, kind: network-cut, title: Cut it, owner: dana, targets: [orders-db], maxDuration: PT20M,
                 blastRadius: {targets: 1%, customers: 0.1%, minHealthy: 90%},
                 fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
            timeline:
              - {key: by-hand, manual: true, drill: cut}
            """;

    private static ValidatableResponse start(GameDay day, String reason) {
        return day.post("dana", "/transitions", Map.of("to", "running", "override", reason));
    }

    @Test
    void start_intensityThree_directorAndSafetyOfficerTogether() {
        GameDay day = GameDay.scheduled(UNPREPARED, 3, "staging");
        start(day, "The rest is ready.").statusCode(409).body("confirmation.of", is("start"))
                .body("confirmation.who", containsString("safety officer"));
        day.get("dana", "").body("state", is("scheduled"));
        day.confirm("dana", "start").statusCode(202);
        day.confirm("carl", "start").statusCode(403);
        day.confirm("pia", "start").statusCode(403);
        day.confirm("wilma", "start").statusCode(404);
        day.get("sol", "/confirmations").body("items[0].of", is("start")).body("items[0].by", is("dana"))
                .body("items[0].reason", is("The rest is ready."));
        day.confirm("sol", "start").statusCode(200).body("state", is("done"));
        day.get("dana", "").body("state", is("running"));
        assertThat(JournalProbe.of(day, "gate-overridden")).singleElement().satisfies(entry -> {
            assertThat(entry.actor).isEqualTo("dana");
            assertThat(entry.audience).isEqualTo("control");
        });
        assertThat(JournalProbe.field(day, "gate-overridden", "confirmedBy")).containsExactly("sol");
    }

    @Test
    void start_safetyOfficerConfirmedBefore_startsAtOnce() {
        GameDay day = GameDay.scheduled(UNPREPARED, 3, "staging");
        day.confirm("sol", "start").statusCode(202).body("state", is("waiting"));
        start(day, "Now.").statusCode(200).body("state", is("running"));
    }

    @Test
    void start_confirmedMoreThanAMinuteAgo_waitsAgain() {
        GameDay day = GameDay.scheduled(UNPREPARED, 3, "staging");
        day.confirm("sol", "start").statusCode(202);
        age(day, 61);
        start(day, "Now.").statusCode(409);
        age(day, 61);
        day.confirm("sol", "start").statusCode(202);
        day.get("dana", "").body("state", is("scheduled"));
    }

    private static void age(GameDay day, int seconds) {
        QuarkusTransaction.requiringNew().run(() -> PersonConfirmation.update(
                "createdAt = ?1 where exerciseId = ?2", Instant.now().minusSeconds(seconds), UUID.fromString(day.id)));
    }

    @Test
    void start_everythingPasses_oneIsEnough() {
        GameDay.scheduled("timeline: [{key: open, at: PT1H, task: {of: carl, text: Look.}}]\n", 3, "staging")
                .move("dana", "running").statusCode(200);
    }

    @Test
    void start_intensityFour_directorAndApproverTogetherButNoSafetyCheck() {
        GameDay day = GameDay.scheduled(UNPREPARED, 4, "staging");
        start(day, "Only the preparation.").statusCode(409).body("confirmation.of", is("start"));
        day.confirm("sol", "start").statusCode(403);
        day.confirm("adam", "start").statusCode(200);
        day.get("dana", "").body("state", is("running"));
        GameDay unsafe = GameDay.scheduled(UNPREPARED.replace("timeline:",
                """
                        drills:
                          - {key: cut, kind: network-cut, title: Cut it, owner: dana, targets: [orders-db], maxDuration: PT20M,
                             fault: {driver: sql, datasource: shop, statement: drop}, revert: {driver: manual, instruction: Mend.}}
                        timeline:"""
                        .stripTrailing()),
                4, "staging");
        start(unsafe, "We want it.").statusCode(409).body("confirmation", nullValue())
                .body("checks.find { it.key == 'drivers' }.overridable", is(false))
                .body("checks.find { it.key == 'preparation' }.overridable", is(true));
    }

    @Test
    void inject_production_byHandWaitsForASecondPerson() {
        GameDay day = production(FAULT);
        day.moveItem("carl", "by-hand", "released").statusCode(409).body("confirmation.of", is("cut"));
        day.get("carl", "/drills").body("items[0].state", is("planned"));
        day.confirm("carl", "cut").statusCode(202);
        day.get("carl", "/drills").body("items[0].state", is("planned"));
        day.confirm("pia", "cut").statusCode(403);
        day.confirm("eve", "cut").statusCode(200);
        day.get("carl", "/drills").body("items[0].state", is("armed"));
        assertThat(JournalProbe.of(day, "second-person-confirmed")).extracting(entry -> entry.audience)
                .containsOnly("control");
    }

    @Test
    void inject_production_theClockAloneHoldsIt() {
        GameDay day = production(FAULT.replace("manual: true", "at: PT0.5S"));
        day.awaitItem("by-hand", "held");
        day.get("carl", "/drills").body("items[0].state", is("planned"));
        day.moveItem("carl", "by-hand", "released").statusCode(409);
        day.confirm("sol", "cut").statusCode(200);
        assertThat(day.item("by-hand").get("state")).isEqualTo("released");
    }

    @Test
    void inject_staging_oneIsEnough() {
        GameDay day = GameDay.running(FAULT);
        day.moveItem("carl", "by-hand", "released").statusCode(200);
        day.confirm("sol", "cut").statusCode(409);
    }

    @Test
    void confirm_unknownAct_namesTheField() {
        GameDay day = GameDay.running(FAULT);
        day.confirm("carl", "lunch").statusCode(422).body("field", is("of"));
        day.post("carl", "/confirmations", Map.of()).statusCode(422);
    }

    @Test
    void page_resumeAfterNoDuff_showsWhoWaitsAndConfirms() {
        GameDay day = GameDay.running(FAULT);
        GameDay.as("pia").contentType("application/json").body("{}").post("/api/no-duff").then().statusCode(202);
        FormClient dana = FormClient.of("dana");
        dana.form().formParam("to", "running").formParam("confirmed", "true").post("/exercises/" + day.id + "/transitions")
                .then().statusCode(303);
        FormClient carl = FormClient.of("carl");
        assertThat(carl.browser().get("/exercises/" + day.id + "/control-room").asString())
                .contains("Waiting for a second person", "Resume after NO DUFF", "/confirmations/resume");
        String page = "/exercises/" + day.id + "/confirmations/resume";
        assertThat(dana.browser().get(page).asString()).contains("Somebody else confirms it.")
                .doesNotContain("Confirm as the second person");
        assertThat(carl.browser().get(page).asString()).contains("Confirm as the second person");
        carl.form().formParam("confirmed", "true").post(page).then().statusCode(303);
        day.get("carl", "").body("state", is("running"));
        assertThat(carl.browser().get(page).asString()).contains("Nothing waits for a second person");
        FormClient.of("pia").browser().get(page).then().statusCode(404);
    }

    /** Whatever else production asks for, an approver agrees to do without. */
    private static GameDay production(String rest) {
        GameDay day = GameDay.scheduled(rest, 2, "production");
        if (start(day, "A test.").extract().statusCode() == 409) {
            day.confirm("adam", "start").statusCode(200);
        }
        assertThat(List.of(day.get("dana", "").extract().<String> path("state"))).contains("running");
        return day;
    }
}

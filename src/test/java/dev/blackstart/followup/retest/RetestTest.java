package dev.blackstart.followup.retest;

import static dev.blackstart.followup.Followup.act;
import static dev.blackstart.followup.Followup.defect;
import static dev.blackstart.followup.Followup.drill;
import static dev.blackstart.followup.Followup.get;
import static dev.blackstart.followup.Followup.judge;
import static dev.blackstart.followup.Followup.move;
import static dev.blackstart.followup.Followup.unlike;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.followup.Followup;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** An action is not finished until a later exercise has proved it. */
@QuarkusTest
class RetestTest {

    private String defect;
    private String reference;
    private String action;

    /** A defect with one action of pia's, who says that it is done. */
    @BeforeEach
    void mended() {
        GameDay first = Followup.running();
        var opened = defect(first, unlike("Lag")).extract();
        defect = opened.path("id");
        reference = opened.path("reference");
        action = act("carl", defect, "Alert on lag", "pia").statusCode(201).extract().path("id");
        first.move("dana", "ended").statusCode(200);
        move("pia", action, "done").statusCode(200);
        stand("fixed", "done");
    }

    @Test
    void drill_passed_provesItWhenTheExerciseIsOver() {
        GameDay second = Followup.running(reference, null);
        drill(second);
        judge(second, "eve", "passed").statusCode(200).body("result", is("passed")).body("resultBy", is("eve"));
        stand("fixed", "done");
        second.move("dana", "ended").statusCode(200);
        stand("verified", "verified");
        get("carl", "/api/defects/" + defect).body("retests", hasSize(1)).body("retests[0].result", is("passed"))
                .body("retests[0].proves", is(true)).body("retests[0].exercise", is(second.id));
        assertThat(JournalProbe.field(second, "defect-verified", "defect")).containsExactly(reference);
        assertThat(JournalProbe.field(second, "drill-result", "result")).containsExactly("passed");
        assertThat(JournalProbe.of(second)).filteredOn(entry -> entry.type.matches("drill-result|defect-.*|action-.*"))
                .allSatisfy(entry -> assertThat(entry.audience).isEqualTo("control"));
        get("pia", "/api/actions/" + action).body("state", is("verified")).body("exercise", nullValue());
        assertThat(JournalProbe.verified(second).valid()).isTrue();
    }

    @Test
    void callTree_passed_provesItWhenTheExerciseIsOver() {
        GameDay second = GameDay.running("""
                callTrees: [{key: t, pass: {quorum: 1}, root: {person: pia, channels: [email]}}]
                timeline: [{key: out, manual: true, retests: [%s], callTree: t}]
                """.formatted(reference));
        second.moveItem("carl", "out", "released").statusCode(200);
        String activation = second.get("carl", "/call-trees").extract().path("items[0].activations[0].id");
        String attempt = GameDay.as("carl").get("/api/activations/" + activation).path("root.attempts[0].id");
        GameDay.as("pia").contentType("application/json").body(Map.of("result", "confirmed"))
                .post("/api/contact-attempts/" + attempt + "/results").then().statusCode(200);
        stand("fixed", "done");
        second.move("dana", "ended").statusCode(200);
        stand("verified", "verified");
        get("carl", "/api/defects/" + defect).body("retests[0].kind", is("call-tree"));
    }

    @Test
    void drill_failedAfterwards_reopensBoth() {
        GameDay second = Followup.running(defect, null);
        drill(second);
        second.move("dana", "ended").statusCode(200);
        judge(second, "eve", "passed").statusCode(200);
        stand("verified", "verified");
        judge(second, "eve", "failed").statusCode(200);
        stand("open", "open");
        assertThat(JournalProbe.field(second, "defect-reopened", "defect")).containsExactly(reference);
        get("carl", "/api/defects/" + defect).body("retests", hasSize(1)).body("retests[0].result", is("failed"));
    }

    @Test
    void drill_passTakenBack_reopensBoth() {
        GameDay second = Followup.running(reference, null);
        drill(second);
        second.move("dana", "ended").statusCode(200);
        judge(second, "eve", "passed").statusCode(200);
        judge(second, "eve", "inconclusive").statusCode(200);
        stand("open", "open");
    }

    @Test
    void drill_ofAnAbortedExercise_inconclusive() {
        GameDay second = Followup.running(reference, null);
        drill(second);
        judge(second, "eve", "passed").statusCode(200);
        second.post("dana", "/transitions", Map.of("to", "ended", "outcome", "aborted")).statusCode(200);
        stand("fixed", "done");
        second.get("carl", "/drills").body("items[0].result", is("inconclusive"))
                .body("items[0].resultReason", containsString("aborted"));
        judge(second, "eve", "passed").statusCode(409);
    }

    @Test
    void drill_ofARehearsal_provesNothing() {
        GameDay second = GameDay.rehearsing(Followup.day(reference, reference), 1);
        second.moveItem("carl", "fault", "released").statusCode(200);
        second.moveItem("carl", "seen", "released").statusCode(200);
        judge(second, "eve", "passed").statusCode(200);
        second.moveItem("carl", "seen", "completed").statusCode(200);
        second.move("dana", "ended").statusCode(200);
        stand("fixed", "done");
        get("carl", "/api/defects/" + defect).body("retests", hasSize(0));
    }

    /** In production an injection needs a second person. */
    private static void drillByTwo(GameDay day) {
        day.moveItem("carl", "fault", "released").statusCode(409).body("confirmation.of", is("cut"));
        day.confirm("dana", "cut").statusCode(200);
        day.post("carl", "/drills/cut/transitions", Map.of("to", "injected")).statusCode(200);
        day.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
    }

    @ParameterizedTest
    @CsvSource({ "development,fixed,done", "production,verified,verified" })
    void drill_inAnotherEnvironment_provesOnlyWhenAsHigh(String environment, String defectState, String actionState) {
        GameDay second = GameDay.scheduled(Followup.day(reference, null).replace("title: Cut the link",
                "title: Cut the link\n    environment: " + environment
                        + "\n    blastRadius: {targets: 1%, customers: 0.1%, minHealthy: 90%}"));
        second.move("dana", "running").statusCode(200);
        if (environment.equals("production")) {
            drillByTwo(second);
        } else {
            drill(second);
        }
        second.move("dana", "ended").statusCode(200);
        judge(second, "eve", "passed").statusCode(200);
        stand(defectState, actionState);
        get("carl", "/api/defects/" + defect).body("retests[0].proves", is(defectState.equals("verified")));
    }

    @Test
    void expectation_metOrMissed_countsAtTheEndOrWhenJudged() {
        GameDay met = Followup.running(null, reference);
        met.moveItem("carl", "seen", "released").statusCode(200);
        met.moveItem("eve", "seen", "completed").statusCode(200);
        stand("fixed", "done");
        met.move("dana", "ended").statusCode(200);
        stand("verified", "verified");
        GameDay missed = Followup.running(null, reference);
        missed.moveItem("carl", "seen", "released").statusCode(200);
        missed.move("dana", "ended").statusCode(200);
        stand("verified", "verified");
        missed.moveItem("eve", "seen", "missed").statusCode(200);
        stand("open", "open");
        assertThat(JournalProbe.field(missed, "defect-reopened", "defect")).containsExactly(reference);
    }

    @Test
    void judge_whoOwnsTheDrillOrItsAction_refusedWithWhoMay() {
        GameDay first = Followup.running();
        var opened = defect(first, unlike("Other")).extract();
        act("dana", opened.path("id"), "Alert on lag", "eve").statusCode(201);
        GameDay second = Followup.running(opened.path("reference"), null);
        drill(second);
        judge(second, "dana", "passed").statusCode(403);
        judge(second, "eve", "passed").statusCode(403).body("detail", containsString("carl"));
        judge(second, "sol", "passed").statusCode(403);
        judge(second, "pia", "passed").statusCode(403);
        judge(second, "wilma", "passed").statusCode(404);
        judge(second, "carl", "passed").statusCode(200);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"result\":\"fine\",\"reason\":\"x\"}", "{\"result\":\"passed\"}",
            "{\"result\":\"passed\",\"reason\":\" \"}" })
    void judge_senseless_refused(String body) {
        GameDay day = Followup.running();
        drill(day);
        GameDay.as("eve").contentType(ContentType.JSON).body(body).post("/api/exercises/" + day.id + "/drills/cut/result")
                .then()
                .statusCode(422);
    }

    @Test
    void judge_neverInjectedOrClosedOrUnknown_refused() {
        GameDay day = Followup.running();
        judge(day, "eve", "passed").statusCode(409);
        PageClient.as("eve").get("/exercises/" + day.id + "/drills/cut/result").statusCode(200)
                .body(containsString("value=\"inconclusive\""), not(containsString("value=\"passed\"")));
        judge(day, "eve", "inconclusive").statusCode(200);
        judge(day, "eve", "inconclusive").statusCode(200);
        assertThat(JournalProbe.of(day, "drill-result")).hasSize(1);
        day.post("eve", "/drills/unknown/result", Map.of("result", "passed", "reason", "x")).statusCode(404);
        day.move("dana", "ended").statusCode(200);
        day.get("pia", "/drills").body("items.result", is(List.of()));
        day.judged().move("dana", "closed").statusCode(200);
        judge(day, "eve", "failed").statusCode(409);
    }

    @Test
    void plan_namesADefect_warnedOnlyWhereTheImporterDoesNotKnowIt() {
        String plan = new String(GameDay.as("dana").accept("application/yaml").get("/api/plans/" + GameDay.plan(
                Followup.day(reference, defect))).asByteArray(), StandardCharsets.UTF_8);
        GameDay.as("dana").contentType("application/yaml").body(plan.getBytes(StandardCharsets.UTF_8))
                .post("/api/plans?dryRun=true")
                .then().statusCode(200).body("warnings.message.findAll { it.contains('defect') }", hasSize(0));
        GameDay.as("dana").contentType("application/yaml")
                .body(plan.replace(reference, "D-0000").getBytes(StandardCharsets.UTF_8))
                .post("/api/plans?dryRun=true").then().statusCode(200)
                .body("warnings.message", hasItem("No latent defect 'D-0000' is known here."));
    }

    /** Handing an action over makes nobody its judge. */
    @Test
    void judgeAndVerify_whoEverOwnedTheAction_refused() {
        for (String owner : List.of("eve", "pia")) {
            GameDay.as("carl").contentType(ContentType.JSON).body(Map.of("owner", owner)).patch("/api/actions/" + action).then()
                    .statusCode(200);
        }
        move("eve", action, "verified", "evidence", "I saw it.").statusCode(403).body("detail", containsString("owned it"));
        GameDay second = Followup.running(reference, null);
        drill(second);
        judge(second, "eve", "passed").statusCode(403).body("detail", containsString("own or owned"));
        judge(second, "carl", "passed").statusCode(200);
        move("carl", action, "verified", "evidence", "I saw it.").statusCode(200);
        second.move("dana", "ended").statusCode(200);
    }

    private void stand(String defectState, String actionState) {
        get("carl", "/api/defects/" + defect).statusCode(200).body("state", is(defectState))
                .body("actions[0].state", is(actionState));
    }
}

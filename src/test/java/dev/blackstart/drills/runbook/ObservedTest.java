package dev.blackstart.drills.runbook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;

/** What people compare: runbook steps, impact and failure modes; on the day and in the report. */
@QuarkusTest
class ObservedTest {

    private static final String PLAN = """
            scenario:
              story: The primary dies.
              failureModes: [{key: split-brain, text: Both nodes take writes., designed: The old primary is fenced.}]
            runbooks:
              - {key: promote, title: Promote the standby, url: "https://wiki.example/promote", steps: [{key: fence, text: Fence the old primary., expected: PT2M}, {key: switch, text: Switch the address.}]}
            drills:
              - key: kill
                kind: custom
                title: Stop it
                owner: dana
                targets: [orders-db]
                fault: {driver: manual, instruction: Stop it.}
                revert: {driver: manual, instruction: Start it.}
                maxDuration: PT20M
                clockTargets: {detect: PT10M}
                userExperience: Checkout shows a message.
            timeline:
              - {key: fault, at: PT0S, drill: kill}
              - {key: end, manual: true, endex: {}}
            """;

    private static GameDay injected() {
        GameDay day = GameDay.running(PLAN);
        day.awaitItem("fault", "released");
        day.post("carl", "/drills/kill/transitions", Map.of("to", "injected")).statusCode(200);
        return day;
    }

    @Test
    void step_tickedAndDeviated_onlyWhatNoLongerFitsBecomesAFinding() {
        GameDay day = injected();
        String step = "/runbooks/promote/steps/";
        day.post("eve", step + "fence", Map.of("state", "deviated")).statusCode(422).body("field", equalTo("deviation"));
        day.post("eve", step + "fence", Map.of("state", "deviated", "deviation", "adapted-worked", "note", "By hand."))
                .statusCode(200).body("recorded", equalTo(1)).body("steps[0].state", equalTo("deviated"))
                .body("steps[0].over", equalTo(false)).body("steps[1].state", nullValue());
        day.get("eve", "/findings").body("items.text", equalTo(List.of()));
        day.post("eve", step + "switch",
                Map.of("state", "deviated", "deviation", "no-longer-fits", "note", "The address is a name now."))
                .statusCode(200);
        day.post("eve", step + "switch",
                Map.of("state", "deviated", "deviation", "no-longer-fits", "note", "The address is a name now."))
                .statusCode(200);
        day.get("eve", "/findings").body("items.kind", equalTo(List.of("runbook-gap"))).body("items[0].text", equalTo(
                "The step \"Switch the address.\" of the runbook \"Promote the standby\" no longer fits. The address is a name now."));
        day.post("eve", step + "switch", Map.of("state", "done")).statusCode(200).body("steps[1].state", equalTo("done"));
        day.post("eve", step + "none", Map.of("state", "done")).statusCode(404);
        day.post("eve", step + "fence", Map.of("state", "finished")).statusCode(422).body("field", equalTo("state"));
        day.post("eve", step + "fence", Map.of()).statusCode(422);
        day.get("pia", "/runbooks").statusCode(404);
        day.post("pia", step + "fence", Map.of("state", "done")).statusCode(403);
        assertThat(day.get("pia", "/findings").extract().asString()).doesNotContain("no longer fits");
    }

    @Test
    void change_stepNoLongerFits_proposedInThePlansOwnText() {
        GameDay day = injected();
        String page = "/exercises/" + day.id + "/runbooks/promote";
        day.post("eve", "/runbooks/promote/steps/fence", Map.of("state", "deviated", "deviation", "adapted-worked", "proposed",
                "Is not kept.")).statusCode(200).body("steps[0].proposed", nullValue());
        day.post("eve", "/runbooks/promote/steps/switch", Map.of("state", "deviated", "deviation", "no-longer-fits",
                "proposed", "Switch the name: \"orders\".")).statusCode(200)
                .body("steps[1].proposed", equalTo("Switch the name: \"orders\"."));
        PageClient dana = PageClient.as("dana");
        dana.get(page).statusCode(200).body(containsString("Put the proposed change into the plan"));
        String source = Jsoup.parse(dana.get(page + "/change").statusCode(200).body(containsString("Switch the address."))
                .extract().asString()).selectFirst("textarea[name=source]").wholeText();
        String before = GameDay.as("dana").accept("application/yaml").get("/api/plans/" + day.plan).asString();
        assertThat(source.lines().filter(line -> !before.contains(line)).toList()).singleElement().asString()
                .contains("Fence the old primary.", "orders");
        assertThat(source.lines().count()).isEqualTo(before.lines().count());
        GameDay.importPlanAgain(source);
        dana.get(page + "/change").statusCode(200).body(containsString("Done")).body(not(containsString("textarea")));
        PageClient.as("pia").get(page + "/change").statusCode(404);
        day.move("dana", "ended").statusCode(200);
        GameDay.as("dana").accept("text/markdown").get("/api/exercises/" + day.id + "/report").then().statusCode(200)
                .body(containsString("Should read: Switch the name"));
    }

    @Test
    void page_oneTap_recordsTheStep() {
        GameDay day = injected();
        FormClient eve = FormClient.of("eve");
        String page = "/exercises/" + day.id + "/runbooks/promote";
        eve.browser().get("/exercises/" + day.id + "/evaluation").then().statusCode(200)
                .body(containsString("Promote the standby")).body(containsString("Both nodes take writes."));
        eve.form().formParam("state", "done").post(page + "/steps/fence").then().statusCode(303);
        eve.form().formParam("state", "deviated").formParam("note", "typed words").post(page + "/steps/switch").then()
                .statusCode(422).body(containsString("typed words"));
        eve.browser().get(page).then().statusCode(200).body(containsString("1 of 2 steps recorded"));
        FormClient.of("pia").browser().get(page).then().statusCode(404);
    }

    @Test
    void impactForm_refused_keepsWhatWasTyped() {
        GameDay day = injected();
        FormClient eve = FormClient.of("eve");
        eve.form().formParam("customers", "a dozen").formParam("experience", "typed words")
                .post("/exercises/" + day.id + "/drills/kill/impact").then().statusCode(422)
                .body(containsString("typed words")).body(containsString("a dozen"))
                .body(containsString("customers is a whole number, 0 or more."));
    }

    @Test
    void impactAndFailureMode_recorded_standInTheReport() {
        GameDay day = injected();
        day.post("eve", "/drills/kill/impact", Map.of()).statusCode(422);
        day.post("eve", "/drills/kill/impact", Map.of("customers", -1)).statusCode(422).body("field", equalTo("customers"));
        day.post("eve", "/drills/kill/impact", Map.of("customers", 12, "dataLost", "none", "experience", "A blank page."))
                .statusCode(200).body("customers", equalTo(12));
        day.post("carl", "/drills/kill/impact", Map.of("failedRequests", 40)).statusCode(200);
        day.get("dana", "/drills/kill/impact").body("items.author", equalTo(List.of("eve", "carl")));
        day.post("eve", "/failure-modes/split-brain", Map.of("outcome", "otherwise")).statusCode(422)
                .body("field", equalTo("observed"));
        day.post("eve", "/failure-modes/split-brain", Map.of("outcome", "otherwise", "observed", "It was not fenced."))
                .statusCode(200).body("items.outcome", hasItem("otherwise"));
        day.post("eve", "/failure-modes/none", Map.of("outcome", "otherwise")).statusCode(404);
        day.get("pia", "/failure-modes").statusCode(404);
        day.get("pia", "/drills/kill/impact").statusCode(404);
        day.post("eve", "/runbooks/promote/steps/fence", Map.of("state", "done")).statusCode(200);
        day.move("dana", "ended").statusCode(200);
        GameDay.as("eve").accept("application/json").get("/api/exercises/" + day.id + "/report").then().statusCode(200)
                .body("measurements.drills[0].clocks[0].words", containsString(", not detected"))
                .body("measurements.drills[0].clocks[0].over", equalTo(true))
                .body("measurements.drills[0].impact.by", equalTo(List.of("eve", "carl")))
                .body("measurements.modes[0].observed", equalTo("It was not fenced."))
                .body("measurements.steps[0].text", equalTo("Fence the old primary."));
        for (String type : List.of("text/html", "text/markdown")) {
            assertThat(GameDay.as("eve").accept(type).get("/api/exercises/" + day.id + "/report").asString()).as(type)
                    .contains("A blank page.", "It was not fenced.", "Fence the old primary.", "not detected",
                            "Checkout shows a message.");
        }
        FormClient.of("eve").browser().get("/exercises/" + day.id + "/drills/kill/result").then()
                .body(containsString("Proposed from alerts and targets"));
    }
}

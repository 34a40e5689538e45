package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import dev.blackstart.followup.offer.DefectOffering;
import dev.blackstart.followup.offer.OfferedDefect;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Every form from finding to proof, pressed in a browser; its effect is in the journal or in the API. */
@QuarkusTest
@FormWalk.FormsOf("followup")
class FollowupFormsTest extends FormWalk {

    private static final String DAY = """
            preparation:
              - {key: points, team: storage, kind: single-point-of-failure, title: Name what fails over, due: -P7D}
            drills:
              - {key: cut, kind: network-cut, title: Cut the link, owner: dana, targets: [orders-db], maxDuration: PT20M,
                 fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Join.}}
            timeline: [{key: fault, manual: true, drill: cut}]
            """;
    private static final String TRIAGE = "followup/triageActions.html /findings/*/triage";
    private static final String MOVE = "followup/action.html /actions/*/transitions to=";

    @Inject
    DefectOffering defectOffering;

    private GameDay day;

    @BeforeEach
    void begin() {
        day = GameDay.running(DAY);
    }

    @Test
    void finding_triaged_changesState() {
        Page carl = watched(browser.signIn("carl", DESK));
        String noted = finding("Good catch: pia looked twice");
        triage(carl, noted, TRIAGE + " state=noted", "[action$='/triage']:has([name=state][value=noted])");
        assertThat(state(noted)).isEqualTo("noted");
        triage(carl, noted, TRIAGE + " state=new", "[action$='/triage']:has([name=state][value=new])");
        assertThat(state(noted)).isEqualTo("new");
        show(carl, noted);
        open(carl, "Dismiss");
        fill(carl, "reason", "It is the printer");
        submit(carl, TRIAGE + " state=dismissed", () -> press(carl, "[action$='/triage']:has([value=dismissed])"));
        assertThat(state(noted)).isEqualTo("dismissed");

        selectMany(carl);
        String labelled = finding("The standby lags");
        show(carl, labelled);
        carl.locator("details:has(#f-other-kind) > summary").click();
        carl.locator("#f-other-kind").selectOption("monitoring-gap");
        submit(carl, TRIAGE + " #2", () -> press(carl, "form:has(#f-other-kind)"));
        assertThat(field(labelled, "kind")).isEqualTo("monitoring-gap");

        show(carl, labelled);
        open(carl, "Confirm as a defect");
        fill(carl, "title", "No alert for a lagging standby");
        submit(carl, "followup/triageActions.html /findings/*/defect", () -> press(carl, "[action$='/defect']"));
        assertThat(state(labelled)).isEqualTo("confirmed");
        String reference = carl.locator("h1").innerText().split(" ")[0];

        String merged = finding("The standby lags again, no alert for a lagging standby");
        show(carl, merged);
        open(carl, "Merge into");
        carl.locator("#f-defect").fill(reference);
        submit(carl, TRIAGE, () -> press(carl, "form:has(#f-defect)"));
        assertThat(state(merged)).isEqualTo("confirmed");
        String suggested = finding("No alert for a lagging standby");
        show(carl, suggested);
        submit(carl, "followup/similarDefects.html /findings/*/triage",
                () -> press(carl, "form:has([name=defect][value='" + reference + "'])"));
        assertThat(state(suggested)).isEqualTo("confirmed");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void defect_changedAcceptedReopened_isRecorded() {
        String defect = defect("Certificates are renewed by hand");
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate("/defects/" + defect);
        open(dana, "Edit");
        dana.locator("#f-title-of").fill("Certificates expire unnoticed");
        submit(dana, "followup/defect.html /defects/*", () -> press(dana, at("/defects/" + defect)));
        assertThat(GameDay.as("dana").get("/api/defects/" + defect).<String> path("title"))
                .isEqualTo("Certificates expire unnoticed");
        dana.navigate("/defects/" + defect);
        open(dana, "Accept the risk");
        fill(dana, "reason", "Replaced in spring");
        dana.locator("[name=until]").fill(LocalDate.now(ZoneOffset.UTC).plusMonths(3).toString());
        submit(dana, "followup/defect.html /defects/*/transitions to=accepted",
                () -> press(dana, "form:has([value=accepted])"));
        assertThat(GameDay.as("dana").get("/api/defects/" + defect).<String> path("state")).isEqualTo("accepted");
        dana.navigate("/defects/" + defect);
        open(dana, "Open it again");
        dana.locator("#f-reason-again").fill("Spring came early");
        submit(dana, "followup/defect.html /defects/*/transitions to=open", () -> press(dana, "form:has([value=open])"));
        assertThat(GameDay.as("dana").get("/api/defects/" + defect).<String> path("state")).isEqualTo("open");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void action_givenWorkedOnVerifiedAndDropped_isRecorded() {
        String defect = defect("Backups are never restored");
        Page dana = watched(browser.signIn("dana", DESK));
        give(dana, defect, "Restore job every night");
        String action = action(defect, 0);
        day.move("dana", "ended").statusCode(200);
        Page pia = watched(browser.signIn("pia", PHONE));
        pia.navigate("/actions/" + action);
        submit(pia, MOVE + "in-progress", () -> press(pia, "form:has([value=in-progress])"));
        assertThat(stateOfAction(action)).isEqualTo("in-progress");
        pia.navigate("/actions/" + action);
        fill(pia, "evidence", "Job 17 ran");
        submit(pia, MOVE + "done", () -> press(pia, "form:has([name=to][value=done])"));
        assertThat(stateOfAction(action)).isEqualTo("done");
        pia.navigate("/actions/" + action);
        submit(pia, MOVE + "open", () -> press(pia, "form:has([value=open])"));
        assertThat(stateOfAction(action)).isEqualTo("open");
        GameDay.as("pia").contentType("application/json").body(Map.of("to", "done", "evidence", "Job 18"))
                .post("/api/actions/" + action + "/transitions").then().statusCode(200);

        Page carl = watched(browser.signIn("carl", DESK));
        carl.navigate("/actions/" + action);
        open(carl, "Verify by evidence");
        carl.locator("#f-proof").fill("Restored it myself");
        submit(carl, MOVE + "verified", () -> press(carl, "form:has([value=verified])"));
        assertThat(stateOfAction(action)).isEqualTo("verified");

        String other = defect("Nobody knows the passphrase");
        give(dana, other, "Passphrase kept in the vault");
        give(dana, other, "Passphrase drill each quarter");
        String dropped = action(other, 0);
        dana.navigate("/actions/" + dropped);
        open(dana, "Another owner");
        fill(dana, "owner", "noel");
        submit(dana, "followup/action.html /actions/*", () -> press(dana, at("/actions/" + dropped)));
        assertThat(GameDay.as("dana").get("/api/actions/" + dropped).<String> path("owner")).isEqualTo("noel");
        dana.navigate("/actions/" + dropped);
        open(dana, "Drop it");
        fill(dana, "reason", "The other one is enough");
        submit(dana, MOVE + "dropped", () -> press(dana, "form:has([value=dropped])"));
        assertThat(stateOfAction(dropped)).isEqualTo("dropped");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void rehearsal_madeADrill_isInThePlan() {
        String defect = defect("The rejoin was never rehearsed");
        String action = GameDay.as("carl").contentType("application/json")
                .body(Map.of("title", "Rehearse the rejoin", "owner", "pia", "kind", "rehearse"))
                .post("/api/defects/" + defect + "/actions").then().statusCode(201).extract().path("id");
        day.move("dana", "ended").statusCode(200);
        String plan = GameDay.plan("timeline: [{key: open, at: PT0M, task: {of: carl, text: Look.}}]\n");
        String system = GameDay.as("dana").contentType("application/json").body(Map.of("plan", plan))
                .post("/api/actions/" + action + "/drill").then().statusCode(422).extract().path("systems[0]");
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate("/actions/" + action);
        fill(dana, "plan", plan);
        fill(dana, "targets", system);
        submit(dana, "followup/action.html /actions/*/drill", () -> press(dana, at("/actions/" + action + "/drill")));
        assertThat(GameDay.as("dana").get("/api/actions/" + action).<String> path("drill.plan")).isEqualTo(plan);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void weakSignal_readOutsideThenObjected_isInTheJournal() {
        day.post("dana", "/roster", Map.of("person", "tess", "role", "evaluator")).statusCode(200);
        String text = "The pump hums at night " + day.id;
        String third = null;
        for (int i = 0; i < 3; i++) {
            third = day.post("pia", "/findings", Map.of("text", text, "kind", "weak-signal")).statusCode(201).extract()
                    .path("id");
            if (i < 2) {
                GameDay.as("tess").contentType("application/json").body(Map.of("state", "dismissed", "reason", "As always."))
                        .patch("/api/findings/" + third).then().statusCode(200);
            }
        }
        Page tess = watched(browser.signIn("tess", DESK));
        show(tess, third);
        tess.locator("#f-outsideReader").selectOption("carl");
        submit(tess, TRIAGE + " ask=outside", () -> press(tess, "form:has(#f-outsideReader)"));
        assertThat(JournalProbe.of(day, "signal-referred")).hasSize(1);
        GameDay.as("carl").contentType("application/json").body(Map.of("state", "dismissed", "reason", "I listened."))
                .patch("/api/findings/" + third).then().statusCode(200);
        day.move("dana", "ended").statusCode(200);
        Page pia = watched(browser.signIn("pia", PHONE));
        pia.navigate("/signals/" + third);
        fill(pia, "reason", "It is louder than before");
        submit(pia, "followup/signal.html /signals/*/objection", () -> press(pia, "[action$='/objection']"));
        assertThat(JournalProbe.field(day, "signal-objected", "reason")).containsExactly("It is louder than before");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void offer_answered_isInTheJournal() {
        OfferedDefect offered = OfferedDefect.ofSystemsOf("wilma").published("organisation");
        defectOffering.offer();
        Page wilma = watched(browser.signIn("wilma", PHONE));
        wilma.navigate("/defect-offers");
        Locator card = wilma.locator("li.card", new Page.LocatorOptions().setHasText(offered.title()));
        card.getByText("No, because").click();
        card.locator("[name=reason]").fill("It has a limit already");
        submit(wilma, "followup/offers.html /defect-offers/*/answer", () -> card.locator("button").click());
        assertThat(JournalProbe.field(offered.day(), "defect-offer-answered", "answer")).containsExactly("no");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void drill_judged_hasItsResultInTheJournal() {
        day.moveItem("carl", "fault", "released").statusCode(200);
        day.post("carl", "/drills/cut/transitions", Map.of("to", "injected")).statusCode(200);
        day.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
        Page eve = watched(browser.signIn("eve", PHONE));
        eve.navigate("/exercises/" + day.id + "/drills/cut/result");
        eve.locator("[name=result][value=passed]").check();
        fill(eve, "reason", "The other link took over in 4 s");
        submit(eve, "followup/drillResult.html /exercises/*/drills/*/result", () -> press(eve, "[action$='/result']"));
        assertThat(JournalProbe.field(day, "drill-result", "result")).containsExactly("passed");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void point_openedAsADefect_namesIt() {
        GameDay prepared = GameDay.scheduled(DAY);
        String item = prepared.get("dana", "/preparation").extract().path("items[0].id");
        String point = GameDay.as("tess").contentType("application/json").body(Map.of("title", "One switch for both racks"))
                .post("/api/preparation/" + item + "/single-points").then().statusCode(201).extract().path("id");
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate("/single-points/" + point);
        dana.locator("main a.button", new Page.LocatorOptions().setHasText("defect")).click();
        fill(dana, "title", "One switch carries both racks");
        submit(dana, "followup/open.html /defects", () -> press(dana, at("/defects")));
        assertThat(dana.locator("h1")).containsText("One switch carries both racks");
        assertThat(complaints()).isEmpty();
    }

    private void selectMany(Page carl) {
        String first = finding("Coffee was cold");
        carl.navigate("/findings?exercise=" + day.id);
        carl.locator("[name=ids][value='" + first + "']").check();
        submit(carl, "followup/findings.html /findings/selection state=noted",
                () -> carl.locator("[action='/findings/selection'] button[value=noted]").click());
        submit(carl, "followup/selection.html /findings/selection confirmed=true",
                () -> press(carl, "form:has([name=confirmed])"));
        assertThat(state(first)).isEqualTo("noted");
        String second = finding("The chair squeaks");
        carl.navigate("/findings?exercise=" + day.id);
        carl.locator("[name=ids][value='" + second + "']").check();
        submit(carl, "followup/findings.html /findings/selection state=dismissed",
                () -> carl.locator("[action='/findings/selection'] button[value=dismissed]").click());
        fill(carl, "reason", "Not about the exercise");
        press(carl, "form:has([name=confirmed])");
        carl.waitForLoadState();
        assertThat(state(second)).isEqualTo("dismissed");
    }

    private void give(Page page, String defect, String title) {
        page.navigate("/defects/" + defect);
        fill(page, "title", title);
        if (page.locator("select#f-owner").count() > 0) {
            page.locator("#f-owner").selectOption("pia");
        } else {
            page.locator("#f-owner").fill("pia");
        }
        submit(page, "followup/defect.html /defects/*/actions", () -> press(page, at("/defects/" + defect + "/actions")));
        assertThat(page.locator(".chain")).containsText(title);
    }

    private void triage(Page page, String finding, String form, String selector) {
        show(page, finding);
        submit(page, form, () -> press(page, selector));
    }

    private static void show(Page page, String finding) {
        page.navigate("/findings?state=all&finding=" + finding);
    }

    private String finding(String text) {
        return day.post("pia", "/findings", Map.of("text", text)).statusCode(201).extract().path("id");
    }

    private String defect(String title) {
        return GameDay.as("carl").contentType("application/json")
                .body(Map.of("title", title, "findings", java.util.List.of(finding(title)))).post("/api/defects").then()
                .statusCode(201).extract().path("id");
    }

    private static String action(String defect, int which) {
        return GameDay.as("dana").get("/api/defects/" + defect).then().extract().path("actions[" + which + "].id");
    }

    private static String stateOfAction(String action) {
        return GameDay.as("dana").get("/api/actions/" + action).path("state");
    }

    private String state(String finding) {
        return field(finding, "state");
    }

    private String field(String finding, String field) {
        ValidatableResponse all = day.get("carl", "/findings");
        return all.extract().path("items.find { it.id == '" + finding + "' }." + field);
    }
}

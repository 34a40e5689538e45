package dev.blackstart.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;

/** Every form of players and evaluators, pressed in a browser; its effect is in the journal. */
@QuarkusTest
@FormWalk.FormsOf({ "evaluation", "findings", "tags/undo.html" })
class PlayerFormsTest extends FormWalk {

    private static final String DAY = """
            scenario:
              assumptions: [{key: current, text: The standby is current.}]
              failureModes: [{key: split, text: Both sites take writes., prevention: A quorum., detection: The alert TwoPrimaries., designed: The smaller site stops.}]
            drills:
              - {key: cut, kind: network-cut, title: Cut the link, owner: dana, targets: [orders-db], maxDuration: PT20M,
                 hypothesis: The other link takes over., fault: {driver: manual, instruction: Cut.},
                 revert: {driver: manual, instruction: Join.}}
            objectives: [{key: back, text: Orders are accepted again within 5 minutes.}]
            timeline:
              - {key: first, at: PT0M, message: {to: everyone, subject: One, channels: [in-app], text: Can you see the orders?}}
              - {key: todo, at: PT0M, task: {of: carl, text: Look at the standby.}}
              - {key: seen, at: PT0M, expectation: {of: storage, text: Declares an incident, within: PT1H}}
              - {key: seen2, at: PT0M, expectation: {of: storage, text: Calls the vendor, within: PT1H}}
              - {key: seen3, at: PT0M, expectation: {of: storage, text: Tells the customers, within: PT1H}}
              - {key: fault, at: PT0M, drill: cut}
              - {key: end, at: PT2H, endex: {}}
            """;
    private static final String JUDGE = "evaluation/evaluation.html /exercises/*/expectations/*/judgements to=";

    private GameDay day;

    @BeforeEach
    void begin() {
        day = GameDay.running(DAY);
        day.awaitItem("seen3", "released");
    }

    @AfterEach
    void end() {
        day.move("dana", "ended").statusCode(200);
    }

    @Test
    void me_everyButton_isInTheJournal() {
        Page carl = watched(browser.signIn("carl", PHONE));
        carl.navigate("/exercises/" + day.id + "/me");
        submit(carl, "findings/me.html /exercises/*/timeline/*/transitions to=completed",
                () -> press(carl, "#asked form:has([value=completed])"));
        assertThat(day.item("todo")).containsEntry("state", "completed");
        Page pia = watched(browser.signIn("pia", PHONE));
        pia.navigate("/exercises/" + day.id + "/me");
        unfold(pia, "[action$='/replies']");
        pia.locator("[action$='/replies'] [name=text]").fill("We see them");
        submit(pia, "findings/me.html /exercises/*/timeline/*/replies", () -> press(pia, "[action$='/replies']"));
        assertThat(day.item("first")).containsEntry("state", "completed");
        pia.navigate("/exercises/" + day.id + "/me");
        submit(pia, "findings/me.html /no-duff", () -> {
            pia.locator("main form[action='/no-duff'] button").first().focus();
            pia.keyboard().press("Enter");
            if (pia.locator("dialog[open] button.filled").count() > 0) {
                pia.locator("dialog[open] button.filled").click();
            }
        });
        assertThat(JournalProbe.of(day, "no-duff")).hasSize(1);
        assertThat(complaints()).isEmpty();
    }

    /** A script takes what is logged into the queue of the browser; the form itself is for those who have none. */
    @Test
    void me_findingWithoutScripts_isInTheJournal() {
        Page pia = browser.signInWithoutScripts("pia");
        pia.navigate("/exercises/" + day.id + "/me");
        pia.locator("#f-text").fill("Standby lags 40 s");
        submit(pia, "findings/me.html /exercises/*/findings",
                () -> pia.locator("form[action$='/findings'] button.primary").click());
        assertThat(JournalProbe.of(day, "finding-logged")).hasSize(1);
    }

    @Test
    void evaluation_everyButton_isInTheJournal() {
        Page eve = watched(browser.signIn("eve", PHONE));
        evaluation(eve);
        submit(eve, JUDGE + "completed", () -> eve.locator(form("seen") + " button[value=completed]").first().click());
        assertThat(day.item("seen")).containsEntry("state", "completed");
        evaluation(eve);
        submit(eve, "tags/undo.html /exercises/** back=evaluation", () -> press(eve, ".undo form"));
        assertThat(day.item("seen")).containsEntry("state", "released");
        evaluation(eve);
        submit(eve, JUDGE + "missed", () -> eve.locator(form("seen2") + " button[value=missed]").first().click());
        assertThat(day.item("seen2")).containsEntry("state", "missed");
        evaluation(eve);
        unfold(eve, form("seen2"));
        submit(eve, JUDGE + "completed #2", () -> eve.locator(form("seen2") + " button[value=completed]").first().click());
        assertThat(day.item("seen2")).containsEntry("state", "completed");

        evaluation(eve);
        unfold(eve, "[action$='/objectives/back/ratings']");
        eve.locator("[action$='/objectives/back/ratings'] label.rate").first().click();
        eve.locator("#f-sentence-back").fill("In three minutes");
        submit(eve, "evaluation/evaluation.html /exercises/*/objectives/*/ratings",
                () -> press(eve, "[action$='/objectives/back/ratings']"));
        assertThat(JournalProbe.of(day, "objective-rated")).hasSize(1);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void attendance_saidByThemselves_isInTheJournal() {
        Page pia = watched(browser.signIn("pia", PHONE));
        pia.navigate("/exercises/" + day.id + "/me");
        submit(pia, "findings/me.html /exercises/*/check-in", () -> press(pia, "[action$='/check-in']"));
        assertThat(JournalProbe.of(day, "person-checked-in")).hasSize(1);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void evaluation_drillAndFailureMode_areInTheJournal() {
        day.awaitItem("fault", "released");
        day.post("carl", "/drills/cut/transitions", Map.of("to", "injected")).statusCode(200);
        Page eve = watched(browser.signIn("eve", PHONE));
        evaluation(eve);
        submit(eve, "evaluation/evaluation.html /exercises/*/drills/*/marks",
                () -> press(eve, "[action$='/drills/cut/marks']"));
        assertThat(JournalProbe.of(day, "clock-marked")).hasSize(1);
        evaluation(eve);
        open(eve, "What was observed?");
        eve.locator("#mode-split [name=outcome][value=as-designed]").check();
        submit(eve, "evaluation/evaluation.html /exercises/*/failure-modes/*",
                () -> press(eve, "[action$='/failure-modes/split']"));
        assertThat(JournalProbe.field(day, "failure-mode-observed", "outcome")).containsExactly("as-designed");
        evaluation(eve);
        open(eve, "Did it hold?");
        eve.locator("#assumption-current [name=outcome][value=held]").check();
        submit(eve, "evaluation/evaluation.html /exercises/*/assumptions/*",
                () -> press(eve, "[action$='/assumptions/current']"));
        assertThat(JournalProbe.field(day, "assumption-checked", "outcome")).containsExactly("held");
        assertThat(complaints()).isEmpty();
    }

    private void evaluation(Page eve) {
        eve.navigate("/exercises/" + day.id + "/evaluation");
    }

    private static String form(String expectation) {
        return "[action$='/expectations/" + expectation + "/judgements']";
    }
}

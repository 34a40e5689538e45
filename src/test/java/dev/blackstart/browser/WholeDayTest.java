package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

/** A surprise on a phone without a network becomes a finding, a defect, an action, and in a later drill its proof. */
@QuarkusTest
class WholeDayTest extends InTheBrowser {

    private static final String DRILL = """
            drills:
              - {key: kill-primary, kind: database-failover, title: Stop the primary, owner: dana, targets: [orders-db],
                 hypothesis: The standby takes over., maxDuration: PT20M, retests: [%s],
                 fault: {driver: manual, instruction: Pull the plug.}, revert: {driver: manual, instruction: Plug it in.}}
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, from: A customer, subject: Orders fail, channels: [in-app], text: Since two minutes.}}
              - {key: fault, manual: true, drill: kill-primary}
              - {key: end, at: PT2H, endex: {}}
            """;

    @Test
    void findingWithoutANetwork_endsAsAProvenAction() {
        GameDay day = GameDay.running(DRILL.replace(", retests: [%s]", ""));
        String exercise = "/exercises/" + day.id;
        Page director = watched(browser.signIn("dana", DESK));
        director.navigate(exercise + "/control-room");
        Page pia = phone("pia", exercise);
        Page noel = phone("noel", exercise);
        assertThat(pia.locator("[data-live-list=told]")).containsText("Since two minutes.");

        conductTheFault(director, exercise);
        noel.context().setOffline(true);
        log(noel, "No alert came to the cellar");
        log(pia, "Standby lags 40 s");
        assertThat(director.locator(".log")).containsText("Standby lags 40 s");
        assertThat(noel.locator("[data-kept]")).containsText("Kept on this phone");
        noel.context().setOffline(false);
        assertThat(director.locator(".log")).containsText("No alert came to the cellar");
        assertThat(pia.locator("[data-live-list=found]")).containsText("No alert came to the cellar");

        act(director, "End…");
        assertThat(director.locator(".ribbon")).containsText("ENDED");
        confirmRevert(director);
        String defect = triage(director, day.id);
        finish(browser.signIn("noel", PHONE));

        GameDay later = GameDay.running(DRILL.formatted(defect));
        director.navigate("/exercises/" + later.id + "/control-room");
        conductTheFault(director, "/exercises/" + later.id);
        confirmRevert(director);
        judge(watched(browser.signIn("eve", PHONE)), later.id);
        act(director, "End…");
        assertThat(director.locator(".ribbon")).containsText("ENDED");

        director.navigate("/defects");
        director.getByText("Nothing alerts in the cellar").first().click();
        assertThat(director.locator(".chain")).containsText("Verified");
        director.navigate(exercise + "/report");
        assertThat(director.locator("main")).containsText("From finding to proof");
        assertThat(director.locator("main")).containsText("passed");
        assertThat(complaints()).isEmpty();
    }

    private Page phone(String person, String exercise) {
        Page phone = watched(browser.signIn(person, PHONE));
        phone.navigate(exercise + "/me");
        return phone;
    }

    private static void log(Page phone, String text) {
        phone.locator("#f-text").fill(text);
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log finding")).click();
    }

    private static void conductTheFault(Page director, String exercise) {
        director.navigate(exercise + "/timeline/fault");
        act(director, "Release now");
        act(director, "Confirm injected");
        assertThat(director.locator("#active")).containsText("Injected");
    }

    private static void confirmRevert(Page director) {
        act(director, "Confirm revert");
        assertThat(director.locator(".active [data-fault]")).hasCount(0);
    }

    /** Both findings, by keys; returns what plans call the defect by. */
    private static String triage(Page director, String exercise) {
        director.navigate("/findings?exercise=" + exercise);
        director.getByText("Standby lags 40 s").first().click();
        act(director, "Note it");
        assertThat(director.locator(".finding-lines")).not().containsText("Standby lags 40 s");
        director.navigate("/findings?exercise=" + exercise);
        director.keyboard().press("c");
        director.locator("#f-title:focus").fill("Nothing alerts in the cellar");
        director.keyboard().press("Enter");
        assertThat(director.locator("h1")).containsText("Nothing alerts in the cellar");
        director.getByLabel("What will be built").fill("A siren in the cellar, wired to the alerting");
        director.getByLabel("Owner").fill("noel");
        act(director, "Assign the action");
        assertThat(director.locator(".chain")).containsText("A siren in the cellar");
        return director.locator("h1").textContent().trim().split(" ")[0];
    }

    /** Its owner, on a phone. */
    private void finish(Page owner) {
        watched(owner).navigate("/actions");
        owner.getByText("A siren in the cellar").first().click();
        owner.getByLabel("What shows that it is done").fill("It hangs there.");
        owner.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Done").setExact(true)).click();
        assertThat(owner.locator("main")).containsText("not proved yet");
        assertThat(sidewaysScroll(owner)).isLessThanOrEqualTo(0);
    }

    private static void judge(Page evaluator, String exercise) {
        evaluator.navigate("/exercises/" + exercise + "/drills/kill-primary/result");
        evaluator.getByLabel("Passed").check();
        evaluator.getByLabel("Why").fill("The siren was heard after 20 s.");
        evaluator.locator("main button").last().click();
        evaluator.waitForLoadState();
    }
}

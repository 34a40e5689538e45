package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;

/** What must work when everything else does not. */
@QuarkusTest
class WithoutScriptsTest extends InTheBrowser {

    private static final String TIMELINE = "timeline: [{key: one, at: PT1H, task: {of: carl, text: Look.}}]";

    @Test
    void controlRoom_pauseNoDuffAndAbort_plainForms() {
        GameDay day = GameDay.running(TIMELINE);
        Page dana = browser.signInWithoutScripts("dana");
        String room = "/exercises/" + day.id + "/control-room";
        dana.navigate(room);
        dana.locator("button:has-text('Pause')").click();
        day.awaitState("paused");
        dana.navigate(room);
        dana.locator("button:has-text('Resume')").click();
        day.awaitState("running");
        dana.navigate(room);
        dana.locator(".ribbon button:has-text('NO DUFF')").click();
        day.awaitState("paused");
        dana.navigate(room);
        assertThat(dana.locator(".ribbon")).containsText("NO DUFF");
        dana.locator("button:has-text('Abort')").click();
        assertThat(dana.locator("h1")).hasText("Abort the exercise?");
        assertThat(dana.locator(".ribbon")).containsText("NO DUFF");
        dana.locator("main button:has-text('Abort')").click();
        day.awaitState("ended");
        Assertions.assertThat(JournalProbe.field(day, "endex", "outcome")).containsExactly("aborted");
    }

    @Test
    void phone_findingAndNoDuff_plainForms() {
        GameDay day = GameDay.running(TIMELINE);
        Page pia = browser.signInWithoutScripts("pia");
        pia.navigate("/exercises/" + day.id + "/me");
        pia.locator("#f-text").fill("Logged without a script");
        pia.locator("button:has-text('Log finding')").click();
        assertThat(pia.locator("[data-live-list=found]")).containsText("Logged without a script");
        pia.locator("button:has-text('NO DUFF')").click();
        day.awaitState("paused");
    }
}

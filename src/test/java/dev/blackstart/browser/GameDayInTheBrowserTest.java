package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import io.quarkus.test.junit.QuarkusTest;

/** The day of a director at a desk and a player with a phone, over the availability-zone Game Day of {@code exercises/}. */
@QuarkusTest
class GameDayInTheBrowserTest extends InTheBrowser {

    @Test
    void zoneGoesAway_directorConductsAndPlayerLogs_reportTellsIt() {
        Page director = watched(browser.signIn("dana", DESK));
        String exercise = schedule(director);
        approve("adam");
        approve("olga");
        for (String person : List.of("tess", "nora", "wim")) {
            prepare(person);
        }
        assertThat(director.locator("[data-passes]")).containsText("The gate passes.");
        act(director, "Start");
        assertThat(director.locator(".ribbon")).containsText("LIVE");

        Page player = watched(browser.signIn("pia", PHONE));
        player.navigate(exercise + "/me");
        assertThat(player.locator("[data-live-list=told]")).containsText("EXERCISE EXERCISE EXERCISE");
        player.getByLabel("What do you see?")
                .fill("Standby lags 40 s <script>alert(1)</script> \uD83D\uDD25 \u05E9\u05DC\u05D5\u05DD");
        player.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log finding")).click();
        assertThat(player.locator("[data-logged]")).containsText("Logged, seen at ");
        assertThat(player.locator("[data-live-list=found]")).containsText("Standby lags 40 s <script>alert(1)</script>");
        assertThat(sidewaysScroll(player)).isLessThanOrEqualTo(0);
        assertThat(player.content()).doesNotContain("Stop everything in zone a");

        assertThat(director.locator(".log")).containsText("Standby lags 40 s");
        conductToTheFault(director, exercise);
        act(director, "End…");
        assertThat(director.locator(".ribbon")).containsText("ENDED");
        act(director, "Confirm revert");
        assertThat(director.locator(".active [data-fault]")).hasCount(0);

        director.navigate(exercise + "/report");
        assertThat(director.locator("main")).containsText("Standby lags 40 s");
        assertThat(director.locator("main")).containsText("Stop everything in zone a");
        triage(director, exercise);
        director.navigate(exercise);
        act(director, "Close the exercise");
        assertThat(director.locator(".ribbon")).containsText("CLOSED");
        player.navigate("/actions");
        assertThat(player.locator("main")).containsText("Alert when the standby lags 5 s");
        assertThat(sidewaysScroll(player)).isLessThanOrEqualTo(0);
        assertThat(complaints()).isEmpty();
    }

    private static String schedule(Page director) {
        director.navigate("/plans/availability-zone");
        director.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Schedule").setExact(true)).click();
        director.getByLabel("Date and time").fill("2031-03-03T10:00");
        director.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Schedule")).click();
        assertThat(director.locator(".ribbon")).containsText("SCHEDULED");
        return director.url().replaceAll(".*(/exercises/[^/]+)$", "$1");
    }

    private void approve(String approver) {
        Page page = watched(browser.signIn(approver, DESK));
        page.navigate("/plans/availability-zone");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("See or decide")).click();
        act(page, "Approve revision");
        assertThat(page.locator("main")).containsText("Approved");
        page.context().close();
    }

    /** The one item of the person's team that blocks the start. */
    private void prepare(String person) {
        Page page = watched(browser.signIn(person, PHONE));
        page.navigate("/preparation");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Open a channel for your team")).click();
        page.getByLabel("What shows that it is done").fill("The channel is #bicycles; the lead answers.");
        act(page, "Done");
        assertThat(page.locator("main")).containsText("A second pair of eyes");
        page.context().close();
    }

    /** By keys alone: the finding is a defect, which gets an action. */
    private static void triage(Page director, String exercise) {
        director.navigate("/findings?exercise=" + exercise.replaceAll(".*/", ""));
        director.keyboard().press("c");
        director.locator("#f-title:focus").fill("Nothing tells of a lagging standby");
        director.keyboard().press("Enter");
        assertThat(director.locator("h1")).containsText("Nothing tells of a lagging standby");
        director.getByLabel("What will be built").fill("Alert when the standby lags 5 s");
        director.getByLabel("Owner").fill("pia");
        act(director, "Assign the action");
        assertThat(director.locator(".chain")).containsText("Alert when the standby lags 5 s");
    }

    /** Releases the fault before its time and says that it was injected. */
    private static void conductToTheFault(Page director, String exercise) {
        director.navigate(exercise + "/timeline/zone-down");
        act(director, "Release now");
        act(director, "Confirm injected");
        assertThat(director.locator(".active")).containsText("Injected");
    }
}

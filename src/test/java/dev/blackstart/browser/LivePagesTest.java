package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

/** Open pages stay true by themselves: through a lost network, in many tabs, and without disturbing whoever uses them. */
@QuarkusTest
class LivePagesTest extends InTheBrowser {

    private static final String TIMELINE = """
            timeline:
              - {key: hint, manual: true, message: {to: storage, channels: [in-app], subject: Standby, text: The standby lags.}}
              - {key: look, at: PT1H, task: {of: carl, text: Look at it.}}
              - {key: again, at: PT2H, task: {of: carl, text: Look again.}}
            """;

    private static final LocatorAssertions.ContainsTextOptions LONG = new LocatorAssertions.ContainsTextOptions()
            .setTimeout(30_000);

    private static void finding(GameDay day, String text) {
        day.post("pia", "/findings", Map.of("text", text)).statusCode(201);
    }

    private Page controlRoom(GameDay day) {
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate("/exercises/" + day.id + "/control-room");
        return dana;
    }

    @Test
    void whatHappens_standsThereWithoutAReload() {
        GameDay day = GameDay.running(TIMELINE);
        Page dana = controlRoom(day);
        finding(day, "Orders fail");
        assertThat(dana.locator(".log")).containsText("Orders fail");
        assertThat(dana.locator("#numbers")).containsText("Findings 1");
        day.moveItem("carl", "look", "released").statusCode(200);
        assertThat(dana.locator("#active")).containsText("Look at it.");
        day.move("carl", "paused").statusCode(200);
        assertThat(dana.locator(".ribbon")).containsText("PAUSED");
        act(dana, "Resume");
        assertThat(dana.locator(".ribbon")).containsText("LIVE");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void networkLost_pageSaysHowOldItIs_andMissesNothingAfterwards() {
        GameDay day = GameDay.running(TIMELINE);
        Page dana = controlRoom(day);
        finding(day, "before");
        assertThat(dana.locator(".log")).containsText("before");
        dana.context().setOffline(true);
        assertThat(dana.locator(".stale")).containsText("What you see is", LONG);
        finding(day, "meanwhile one");
        finding(day, "meanwhile two");
        dana.context().setOffline(false);
        assertThat(dana.locator(".log")).containsText("meanwhile two", LONG);
        assertThat(dana.locator(".log li:has-text('meanwhile one')")).hasCount(1);
        assertThat(dana.locator(".log li:has-text('before')")).hasCount(1);
        assertThat(dana.locator(".stale")).isHidden();
    }

    @Test
    void tenTabs_onlyTheOneInFrontIsConnected_theOthersCatchUp() {
        GameDay day = GameDay.running(TIMELINE);
        Page first = controlRoom(day);
        first.context().addInitScript("""
                let away = false;
                Object.defineProperty(document, 'hidden', { get: () => away });
                window.putAway = (is) => { away = is; document.dispatchEvent(new Event('visibilitychange')); };
                """);
        List<Page> tabs = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Page tab = first.context().newPage();
            tab.navigate("/exercises/" + day.id + "/control-room");
            assertThat(tab.locator(".ribbon")).containsText("LIVE");
            tab.evaluate("putAway(true)");
            tabs.add(tab);
        }
        finding(day, "while nobody looked");
        for (Page tab : tabs) {
            tab.evaluate("putAway(false)");
            assertThat(tab.locator(".log")).containsText("while nobody looked");
            tab.evaluate("putAway(true)");
        }
    }

    @Test
    void somebodyTypesAndReads_nothingMovesUnderTheirHands() {
        GameDay day = GameDay.running(TIMELINE);
        for (int i = 0; i < 60; i++) {
            finding(day, "finding " + i);
        }
        Page dana = controlRoom(day);
        dana.locator("#f-text").fill("half a note");
        dana.locator(".log").evaluate("log => { log.scrollTop = 300; }");
        dana.locator("#next button:has-text('Hold')").focus();
        double before = place(dana.locator(".log li:has-text('finding 50')")).y;
        finding(day, "a new one");
        assertThat(dana.locator(".log")).containsText("a new one");
        assertThat(place(dana.locator(".log li:has-text('finding 50')")).y).isBetween(before - 2, before + 2);
        assertThat(dana.locator("#f-text")).hasValue("half a note");
        day.moveItem("carl", "look", "released").statusCode(200);
        assertThat(dana.locator("#active")).containsText("Look at it.");
        assertThat((String) dana.evaluate("document.activeElement.closest('#next') ? 'there' : document.activeElement.tagName"))
                .isEqualTo("there");
    }
}

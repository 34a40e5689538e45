package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import java.util.Map;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;

/** What a hand under stress presses in the control room, and what must not come of it. */
@QuarkusTest
class ControlRoomInTheBrowserTest extends InTheBrowser {

    private static final String DAY = """
            drills:
              - {key: cut, kind: network-cut, title: Cut the network, owner: dana, targets: [orders-db], maxDuration: PT20M,
                 hypothesis: Orders go on., fault: {driver: manual, instruction: Pull the red cable.},
                 revert: {driver: manual, instruction: Plug the red cable in.}}
            timeline:
              - {key: first, at: PT0M, expectation: {of: storage, text: Sees the first., within: PT1H}}
              - {key: second, at: PT0M, expectation: {of: storage, text: Sees the second., within: PT1H}}
              - {key: choice, at: PT0M, decision: {text: Which way?, options: [go, stay]}}
              - {key: down, at: PT30M, drill: cut}
              - {key: end-note, at: PT2H, task: {of: carl, text: Later.}}
            """;

    private Page room(GameDay day, String person, int width) {
        day.awaitItem("choice", "released");
        Page page = watched(browser.signIn(person, width));
        page.navigate("/exercises/" + day.id + "/control-room");
        return page;
    }

    @Test
    void decisionAndAbort_pressed_journalSaysWhatWasMeant() {
        GameDay day = GameDay.running(DAY);
        Page dana = room(day, "dana", DESK);
        act(dana, "stay");
        day.awaitItem("choice", "completed");
        Assertions.assertThat(JournalProbe.field(day, "item-chosen", "option")).containsExactly("stay");
        act(dana, "Abort");
        day.awaitState("ended");
        Assertions.assertThat(JournalProbe.field(day, "endex", "outcome")).containsExactly("aborted");
        Assertions.assertThat(complaints()).isEmpty();
    }

    @Test
    void fault_released_dialogSaysAllOfItAndBackArmsNothing() {
        GameDay day = GameDay.running(DAY);
        Page carl = room(day, "carl", DESK);
        carl.locator("#next button:has-text('Release now')").click();
        Locator dialog = carl.locator("dialog[open]");
        assertThat(dialog).containsText("Arm the fault “Cut the network”?");
        for (String fact : new String[] { "Orders database", "Orders go on.", "Pull the red cable.", "Plug the red cable in.",
                "20 m", "Carl" }) {
            assertThat(dialog).containsText(fact);
        }
        dialog.locator("[data-back]").click();
        assertThat(carl.locator("dialog[open]")).hasCount(0);
        Assertions.assertThat(day.item("down").get("state")).isEqualTo("pending");
        act(carl, "Release now");
        day.awaitItem("down", "released");
        assertThat(carl.locator("#active")).containsText("To inject, now: Pull the red cable.");
        assertThat(carl.locator("#active")).containsText("Plug the red cable in.");
    }

    @Test
    void keys_neitherArmNorResumeNorLeaveNoDuff() {
        GameDay day = GameDay.running(DAY);
        Page dana = room(day, "dana", DESK);
        dana.keyboard().press("r");
        assertThat(dana.locator("dialog[open]")).hasCount(0);
        Assertions.assertThat(day.item("down").get("state")).isEqualTo("pending");
        dana.keyboard().press("p");
        day.awaitState("paused");
        assertThat(dana.locator(".ribbon")).containsText("PAUSED");
        for (String key : new String[] { "p", " ", "r" }) {
            dana.keyboard().press(key);
        }
        dana.keyboard().press("?");
        assertThat(dana.locator("#keys[open]")).isVisible();
        dana.keyboard().press("Escape");
        Assertions.assertThat(day.get("dana", "").extract().<String> path("state")).isEqualTo("paused");
    }

    @Test
    void met_tappedTwice_secondExpectationStaysOpen_andUndoOpensTheFirst() {
        GameDay day = GameDay.running(DAY);
        Page carl = room(day, "carl", DESK);
        carl.addInitScript("""
                addEventListener('load', () => {
                    const at = JSON.parse(sessionStorage.getItem('test.tap') ?? 'null');
                    sessionStorage.removeItem('test.tap');
                    const hit = at && document.elementFromPoint(at.x, at.y);
                    hit?.dispatchEvent(new MouseEvent('click',
                        { bubbles: true, cancelable: true, detail: 1, clientX: at.x, clientY: at.y }));
                    document.documentElement.dataset.tappedAgain = hit?.textContent.trim();
                });
                """);
        rested(carl);
        BoundingBox place = place(carl.locator("#active li:has-text('Sees the first') button:has-text('Met')"));
        double x = place.x + place.width / 2;
        double y = place.y + place.height / 2;
        carl.evaluate("at => sessionStorage.setItem('test.tap', JSON.stringify(at))", Map.of("x", x, "y", y));
        carl.mouse().click(x, y);
        carl.locator("html[data-tapped-again=Met]").waitFor();
        assertThat(carl.locator(".undo")).containsText("Met: Sees the first.");
        rested(carl);
        carl.locator(".undo button").click();
        day.awaitItem("first", "released");
        assertThat(carl.locator("#active")).containsText("Sees the first.");
        Assertions.assertThat(day.item("second").get("state")).isEqualTo("released");
        Assertions.assertThat(JournalProbe.field(day, "item-withdrawn", "item")).containsExactly("first");
        Assertions.assertThat(JournalProbe.field(day, "item-completed", "item")).containsExactly("first");
    }

    @Test
    void clocksAndBand_withoutEvents_goOn() {
        GameDay day = GameDay.running(DAY);
        day.moveItem("carl", "down", "released").statusCode(200);
        day.post("carl", "/drills/cut/transitions", Map.of("to", "injected")).statusCode(200);
        Page dana = room(day, "dana", DESK);
        String wall = dana.locator(".ribbon time").textContent();
        String since = dana.locator("[data-since]").textContent();
        String clock = dana.locator(".ribbon .clock").textContent();
        assertThat(dana.locator(".ribbon time")).not().hasText(wall);
        assertThat(dana.locator("[data-since]")).not().hasText(since);
        assertThat(dana.locator(".ribbon .clock")).not().hasText(clock);
        dana.evaluate("""
                window.before = parseFloat(document.querySelector('.band-active').getAttribute('width'));
                document.querySelector('.band-active').dataset.bandFrom = '0';
                document.querySelector('.band-active').dataset.bandAxis = '60';
                """);
        dana.waitForCondition(() -> (boolean) dana.evaluate(
                "parseFloat(document.querySelector('.band-active').getAttribute('width')) > window.before"));
    }

    @Test
    void log_titlesInsteadOfKeys_linkToItemAndFinding() {
        GameDay day = GameDay.running(DAY);
        day.post("pia", "/findings", Map.of("text", "The standby lags.")).statusCode(201);
        Page dana = room(day, "dana", DESK);
        assertThat(dana.locator(".log")).not().containsText("choice");
        assertThat(dana.locator(".log a:has-text('Which way?')")).hasAttribute("href",
                "/exercises/" + day.id + "/timeline/choice");
        dana.locator(".log a:has-text('The standby lags.')").click();
        assertThat(dana.locator(".triage-one")).containsText("The standby lags.");
    }

    @Test
    void desk_1440_urgentThingsFitOneScreen_phoneScrollsNotSideways() {
        GameDay day = GameDay.running(DAY);
        day.moveItem("carl", "down", "released").statusCode(200);
        Page dana = room(day, "dana", 1440);
        dana.setViewportSize(1440, 900);
        for (String part : new String[] { ".ribbon", "#axis", "#next", "#active" }) {
            BoundingBox box = place(dana.locator(part));
            Assertions.assertThat(box.y + box.height).as(part).isLessThanOrEqualTo(900);
        }
        dana.setViewportSize(PHONE, 800);
        Assertions.assertThat(sidewaysScroll(dana)).isLessThanOrEqualTo(0);
    }
}

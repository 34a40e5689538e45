package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

/** What a director and a lead have before them on a phone between two meetings. */
@QuarkusTest
class OnAPhoneTest extends InTheBrowser {

    private static final String PREPARED = """
            preparation: [{key: check, team: storage, kind: runbook, title: Read the run book, due: -P1D, blocking: true}]
            """;
    private static final String TIMELINE = "timeline: [{key: one, at: PT1H, task: {of: carl, text: Look.}}]\n";

    @Test
    void gate_othersPrepareAndStart_theOpenPageShowsItAndKeepsWhatWasTyped() {
        GameDay day = GameDay.scheduled(PREPARED + TIMELINE);
        Page dana = watched(browser.signIn("dana", PHONE));
        dana.navigate("/exercises/" + day.id);
        assertThat(dana.locator("#gate-now")).containsText("1 check fails.");
        dana.locator("#gate-quiet summary").click();
        dana.locator("#f-override").fill("half a reason");
        dana.locator("h1").click();
        day.post("dana", "/roster", Map.of("person", "nora", "role", "player")).statusCode(200);
        assertThat(dana.locator("#start-says")).containsText("notifies 9 people");
        assertThat(dana.locator("#f-override")).hasValue("half a reason");
        day.post("carl", "/preparation/check/transitions", Map.of("to", "done", "evidence", "Read.")).statusCode(200);
        assertThat(dana.locator("#gate-now")).containsText("The gate passes.");
        assertThat(dana.locator("#gate-quiet")).hasAttribute("open", "");
        assertThat(dana.locator("#f-override")).isHidden();
        assertThat(sidewaysScroll(dana)).isLessThanOrEqualTo(0);
        day.move("dana", "running").statusCode(200);
        assertThat(dana.locator("#gate-now")).containsText("It has begun.");
        assertThat(dana.locator(".ribbon")).containsText("LIVE");
        assertThat(dana.locator("#gate-now form[data-asks]:visible")).hasCount(0);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void navigation_whereOneIs_standsInView() {
        Page tess = watched(browser.signIn("tess", PHONE));
        tess.navigate("/directory");
        assertThat(inView(tess.locator(".nav [aria-current]"))).isTrue();
        assertThat(tess.locator(".nav")).hasAttribute("data-more-before", "");
        tess.navigate("/");
        assertThat(inView(tess.locator(".nav [aria-current]"))).isTrue();
        assertThat(tess.locator(".nav")).hasAttribute("data-more-behind", "");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void form_refused_startsWhereItIsWrong() {
        Page tess = browser.signIn("tess", PHONE);
        tess.navigate("/directory/teams/storage");
        tess.locator("#f-duty").fill("noel");
        tess.locator("form[action='/directory/teams/storage'] button").click();
        assertThat(tess.locator("#f-duty")).isFocused();
        assertThat(tess.locator("#f-duty")).hasValue("noel");
        assertThat(inView(tess.locator("#f-duty-error"))).isTrue();
    }

    @Test
    void myExercise_formFirst_buttonAboveTheFoldAndNoDuffCoversNothing() {
        GameDay day = GameDay.running(TIMELINE);
        Page pia = watched(browser.signIn("pia", PHONE));
        pia.setViewportSize(PHONE, 640);
        pia.navigate("/exercises/" + day.id + "/me");
        assertThat(inView(pia.locator("#f-text"))).isTrue();
        Locator log = pia.locator(".find > .button.primary");
        assertThat(inView(log)).isTrue();
        assertThat(inView(pia.locator("[data-hold] .button"))).isTrue();
        assertThat((boolean) log.evaluate("button => { const box = button.getBoundingClientRect();"
                + " return button.contains(document.elementFromPoint(box.left + box.width / 2, box.bottom - 4)); }")).isTrue();
        assertThat(pia.locator(".ribbon-actions button")).hasCount(0);
        assertThat(sidewaysScroll(pia)).isLessThanOrEqualTo(0);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void typed_anotherFormIsSent_staysUntilItIsSentItselfOrSomebodySignsOut() {
        GameDay day = GameDay.scheduled(PREPARED + TIMELINE);
        String item = day.get("dana", "/preparation").extract().path("items[0].id");
        Page tess = watched(browser.signIn("tess", PHONE));
        tess.navigate("/preparation/" + item);
        tess.locator("#f-evidence").fill("Half of what I saw");
        tess.locator("#f-text").fill("A comment");
        tess.locator("button", new Page.LocatorOptions().setHasText("Comment")).click();
        assertThat(tess.locator(".told")).containsText("A comment");
        assertThat(tess.locator("#f-evidence")).hasValue("Half of what I saw");
        assertThat(tess.locator("#f-text")).hasValue("");
        tess.navigate("/preparation");
        tess.navigate("/preparation/" + item);
        assertThat(tess.locator("#f-evidence")).hasValue("Half of what I saw");
        tess.locator("form[action='/logout'] button").click();
        tess.waitForURL("**/login");
        assertThat(tess.evaluate("Object.keys(sessionStorage).filter(key => key.startsWith('blackstart.draft')).length"))
                .isEqualTo(0);
        assertThat(complaints()).isEmpty();
    }

    private static boolean inView(Locator what) {
        return (boolean) what.evaluate("one => { const box = one.getBoundingClientRect();"
                + " return box.left >= 0 && box.right <= innerWidth && box.top >= 0 && box.bottom <= innerHeight; }");
    }
}

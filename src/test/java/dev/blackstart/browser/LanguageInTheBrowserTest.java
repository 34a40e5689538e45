package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

/** Advice on wording appears while somebody types, helps with the keyboard too, and is never in the way. */
@QuarkusTest
class LanguageInTheBrowserTest extends InTheBrowser {

    private static final String DAY = "timeline: [{key: one, at: PT1H, task: {of: carl, text: Look.}}]\n";
    private static final String SENTENCE = "\uD83D\uDD25 The operator forgot to tell us";

    @Test
    void finding_typedOnAPhone_adviceBelowTheButtonAndItIsLoggedAllTheSame() {
        GameDay day = GameDay.running(DAY);
        Page pia = watched(browser.signIn("pia", PHONE));
        pia.navigate("/exercises/" + day.id + "/me");
        Locator button = pia.locator(".find > .button.primary");
        double before = place(button).y;
        pia.locator("#f-text").fill(SENTENCE);
        Locator words = pia.locator("[data-advice] .advice-words");
        assertThat(words).hasText("\u201CThe operator forgot to\u201D");
        assertThat(pia.locator("[data-advice] [aria-live=polite]")).hasText("One phrase to reconsider");
        assertThat(pia.locator("[data-advice] .advice-instead")).containsText("Instead: ");
        assertThat(place(button).y).as("the button stays where it is").isEqualTo(before);
        assertThat(sidewaysScroll(pia)).isLessThanOrEqualTo(0);

        words.click();
        assertThat(pia.locator("#f-text")).isFocused();
        assertThat(selected(pia, "#f-text")).isEqualTo("The operator forgot to");

        rested(pia);
        button.click();
        assertThat(pia.locator("[data-logged]")).containsText("Logged");
        assertThat(words).hasCount(0);
        assertThat(day.get("pia", "/findings").extract().jsonPath().getList("items.text")).contains(SENTENCE);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void defect_typedAtADesk_keyboardReachesAdviceAndItGoesWithTheWords() {
        GameDay day = GameDay.running(DAY);
        String finding = UUID.randomUUID().toString();
        day.post("pia", "/findings", Map.of("id", finding, "text", "The standby lags")).statusCode(201);
        Page carl = watched(browser.signIn("carl", DESK));
        carl.navigate("/findings?finding=" + finding);
        carl.locator("summary", new Page.LocatorOptions().setHasText("Confirm as a defect")).click();
        Locator title = carl.locator("#f-title");
        title.fill("Root cause: human error");
        Locator advice = carl.locator(".field:has(#f-title) .advice-words");
        assertThat(advice).hasCount(2);
        title.press("Tab");
        assertThat(advice.first()).isFocused();
        carl.keyboard().press("Tab");
        carl.keyboard().press("Enter");
        assertThat(title).isFocused();
        assertThat(selected(carl, "#f-title")).isEqualTo("human error");

        title.fill("No alert for a lagging standby");
        assertThat(advice).hasCount(0);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void finding_typedWithoutANetwork_noAdviceAndNoComplaint() {
        GameDay day = GameDay.running(DAY);
        Page pia = watched(browser.signIn("pia", PHONE));
        pia.navigate("/exercises/" + day.id + "/me");
        pia.route("**/language-checks", route -> route.abort("internetdisconnected"));
        pia.waitForRequest("**/language-checks", () -> pia.locator("#f-text").fill(SENTENCE));
        assertThat(pia.locator(".advice-words")).hasCount(0);
        pia.unroute("**/language-checks");
        pia.locator("#f-text").fill(SENTENCE + " again");
        assertThat(pia.locator(".advice-words")).hasCount(1);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void story_typedOverManyLines_phrasesAreUnderlinedWhereTheyAre() {
        for (int width : List.of(DESK, PHONE)) {
            Page pia = watched(browser.signIn("pia", width));
            pia.navigate("/stories/new");
            Locator text = pia.locator("#f-text");
            text.fill("A line that is long enough to be broken on any screen, and some more. ".repeat(40)
                    + "\n\nThe operator forgot to tell us.\n" + "And more. ".repeat(100));
            Locator words = pia.locator(".field:has(#f-text) .underlined-words");
            assertThat(words).hasCount(1);
            assertThat(words).hasText("The operator forgot to");
            assertThat(height(pia, ".field:has(#f-text) .underlined-copy")).as("the copy breaks as the field does")
                    .isEqualTo(height(pia, "#f-text"));
            text.evaluate("one => { one.scrollTop = 200; }");
            pia.waitForCondition(() -> (boolean) pia.locator(".field:has(#f-text) .underlined-copy")
                    .evaluate("one => one.scrollTop === document.querySelector('#f-text').scrollTop"));

            text.evaluate("one => { one.setSelectionRange(0, 0); one.focus(); }");
            pia.keyboard().type("Oh. ");
            assertThat(words).hasText("The operator forgot to");
            pia.locator(".field:has(#f-text) .advice-words").click();
            text.press("ArrowLeft");
            assertThat(pia.locator(".field:has(#f-text) .pointed-out")).hasCount(1);
            assertThat(text).hasAttribute("title", Pattern.compile(".* Instead: .*"));
            text.press("Control+Home");
            assertThat(pia.locator(".field:has(#f-text) .pointed-out")).hasCount(0);

            Locator title = pia.locator("#f-title");
            title.fill("It was human error");
            assertThat(pia.locator(".field:has(#f-title) .underlined-words")).hasText("human error");
            title.fill("");
            assertThat(pia.locator(".field:has(#f-title) .underlined-words")).hasCount(0);
            assertThat(sidewaysScroll(pia)).isLessThanOrEqualTo(0);
        }
        assertThat(complaints()).isEmpty();
    }

    private static int height(Page page, String selector) {
        return (int) page.locator(selector).evaluate("one => one.scrollHeight");
    }

    private static String selected(Page page, String field) {
        return (String) page.locator(field).evaluate("one => one.value.slice(one.selectionStart, one.selectionEnd)");
    }
}

package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;

/** What is logged on a phone is never lost and never there twice, whatever becomes of its network, its browser, its person. */
@QuarkusTest
class PhoneWithoutANetworkTest extends InTheBrowser {

    private static final String TIMELINE = "timeline: [{key: one, at: PT1H, task: {of: carl, text: Look.}}]";

    private static void log(Page phone, String text) {
        phone.locator("#f-text").fill(text);
        phone.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log finding")).click();
        assertThat(phone.locator("#f-text")).hasValue("");
    }

    private static List<String> found(GameDay day) {
        return day.get("dana", "/findings?limit=1000").extract().path("items.text");
    }

    private static void awaitFound(GameDay day, String... texts) {
        await().until(() -> found(day).size() >= texts.length);
        assertThat(found(day)).containsExactlyInAnyOrder(texts);
    }

    private static void mayOpenWithoutNetwork(Page phone) {
        await().until(() -> (boolean) phone
                .evaluate("navigator.serviceWorker.getRegistration().then(worker => Boolean(worker?.active))"));
        phone.reload();
        await().until(() -> (boolean) phone.evaluate("navigator.serviceWorker.controller !== null"));
        await().until(
                () -> (int) phone.evaluate("caches.open('blackstart-pages-1').then(c => c.keys()).then(k => k.length)") > 0);
    }

    @Test
    void networkAndBrowserGone_findingKept_sentOnceWithTheTimeItWasSeen(@TempDir Path folder) {
        GameDay day = GameDay.running(TIMELINE);
        Instant seen;
        try (BrowserContext context = browser.phone(folder)) {
            Page phone = browser.signIn(context.newPage(), "pia");
            phone.navigate("/exercises/" + day.id + "/me");
            mayOpenWithoutNetwork(phone);
            context.setOffline(true);
            log(phone, "Seen in the cellar");
            seen = Instant.now();
            assertThat(phone.locator("[data-kept]")).containsText("Kept on this phone, will be sent");
            assertThat(phone.locator("[data-logged]")).isEmpty();
            phone.reload();
            assertThat(phone.locator("[data-kept-list]")).containsText("Seen in the cellar");
            log(phone, "And another one");
        }
        assertThat(found(day)).isEmpty();
        try (BrowserContext context = browser.phone(folder)) {
            Page phone = context.newPage();
            phone.navigate("/exercises/" + day.id + "/me");
            awaitFound(day, "Seen in the cellar", "And another one");
            assertThat(phone.locator("[data-kept]")).isHidden();
        }
        List<String> observed = day.get("dana", "/findings").extract().path("items.observedAt");
        assertThat(observed).allSatisfy(
                at -> assertThat(Instant.parse(at)).isBetween(seen.minusSeconds(10), seen.plusSeconds(10)));
    }

    @Test
    void sessionOver_keptUntilTheSamePersonSignsInAgain(@TempDir Path folder) {
        GameDay day = GameDay.running(TIMELINE);
        try (BrowserContext context = browser.phone(folder)) {
            Page phone = browser.signIn(context.newPage(), "pia");
            phone.navigate("/exercises/" + day.id + "/me");
            context.clearCookies();
            log(phone, "Logged without a session");
            assertThat(phone.locator("[data-kept]")).containsText("signed out");
            browser.signIn(phone, "pete");
            phone.navigate("/exercises/" + day.id + "/me");
            assertThat(phone.locator("[data-kept]")).containsText("1 of somebody else");
            assertThat(phone.locator("[data-kept]")).not().containsText("Logged without a session");
            log(phone, "By Pete");
            awaitFound(day, "By Pete");
            act(phone, "Sign out");
            browser.signIn(phone, "pia");
            awaitFound(day, "By Pete", "Logged without a session");
        }
        List<String> authors = day.get("dana", "/findings").extract().path("items.author");
        assertThat(authors).containsExactlyInAnyOrder("pete", "pia");
    }

    @Test
    void clockOfThePhoneTwoHoursWrong_seenAtTheRightTime() {
        GameDay day = GameDay.running(TIMELINE);
        Page phone = browser.signIn("pia", PHONE);
        phone.addInitScript("const real = Date.now; Date.now = () => real() + 7_200_000;");
        phone.navigate("/exercises/" + day.id + "/me");
        log(phone, "My clock is wrong");
        awaitFound(day, "My clock is wrong");
        String at = day.get("dana", "/findings").extract().path("items[0].observedAt");
        assertThat(Duration.between(Instant.parse(at), Instant.now()).abs()).isLessThan(Duration.ofSeconds(30));
    }

    @Test
    void fiveHundredKept_twoTabs_allArriveOnce(@TempDir Path folder) {
        GameDay day = GameDay.running(TIMELINE);
        try (BrowserContext context = browser.phone(folder)) {
            Page phone = browser.signIn(context.newPage(), "pia");
            phone.navigate("/exercises/" + day.id + "/me");
            context.setOffline(true);
            log(phone, "The first");
            phone.evaluate(
                    """
                            exercise => new Promise(done => {
                                const asked = indexedDB.open('blackstart', 1);
                                asked.onsuccess = () => {
                                    const change = asked.result.transaction('kept', 'readwrite');
                                    for (let i = 1; i < 500; i += 1) {
                                        change.objectStore('kept').put({ id: crypto.randomUUID(), person: 'pia', exercise, seenAt: Date.now(),
                                            text: `kept ${i}` });
                                    }
                                    change.oncomplete = () => { asked.result.close(); done(); };
                                };
                            })""",
                    day.id);
            context.setOffline(false);
            Page other = context.newPage();
            other.navigate("/exercises/" + day.id + "/me");
            await().atMost(Duration.ofMinutes(3)).until(() -> found(day).size() >= 500);
            assertThat(other.locator("[data-kept]")).isHidden();
        }
        assertThat(found(day)).hasSize(500).doesNotHaveDuplicates();
    }

    @Test
    void closedMeanwhile_toldAndNotThrownAway() {
        GameDay day = GameDay.running(TIMELINE);
        Page phone = browser.signIn("pia", PHONE);
        phone.navigate("/exercises/" + day.id + "/me");
        phone.context().setOffline(true);
        log(phone, "Too late");
        day.move("dana", "ended").statusCode(200);
        day.judged().move("dana", "closed").statusCode(200);
        phone.context().setOffline(false);
        assertThat(phone.locator("[data-kept]")).containsText("closed");
        assertThat(phone.locator("[data-kept-list]")).containsText("Too late");
        act(phone, "Discard");
        act(phone, "Discard for ever?");
        assertThat(phone.locator("[data-kept]")).isHidden();
    }

    @Test
    void noDuffWithoutANetwork_saidLoudly_thenSentOnceBeforeTheRest() {
        GameDay day = GameDay.running(TIMELINE);
        Page phone = browser.signIn("pia", PHONE);
        phone.navigate("/exercises/" + day.id + "/me");
        phone.context().setOffline(true);
        log(phone, "Smoke in the hall");
        phone.locator("[data-hold] button").hover();
        phone.mouse().down();
        assertThat(phone.locator("[role=alert]")).containsText("CALL the director");
        phone.mouse().up();
        phone.context().setOffline(false);
        day.awaitState("paused");
        awaitFound(day, "Smoke in the hall");
        assertThat(phone.locator("[data-kept]")).isHidden();
        assertThat(JournalProbe.of(day, "no-duff")).hasSize(1);
    }

    @Test
    void noDuffHeld_exerciseStandsAndEverybodySeesIt() {
        GameDay day = GameDay.running(TIMELINE);
        Page phone = watched(browser.signIn("pia", PHONE));
        Page other = watched(browser.signIn("noel", PHONE));
        phone.navigate("/exercises/" + day.id + "/me");
        other.navigate("/exercises/" + day.id + "/me");
        phone.locator("[data-hold] button").hover();
        phone.mouse().down();
        assertThat(phone.locator("[role=alert]")).containsText("exercise paused");
        phone.mouse().up();
        day.awaitState("paused");
        assertThat(other.locator(".ribbon")).containsText("NO DUFF");
        assertThat(complaints()).isEmpty();
    }

    private static int keptPages(Page phone) {
        return (int) phone.evaluate("caches.open('blackstart-pages-1').then(c => c.keys()).then(k => k.length)");
    }

    @Test
    void signOut_draftAndPageGone_whatWaitsToBeSentStays(@TempDir Path folder) {
        GameDay day = GameDay.running(TIMELINE);
        try (BrowserContext context = browser.phone(folder)) {
            Page phone = browser.signIn(context.newPage(), "pia");
            phone.navigate("/exercises/" + day.id + "/me");
            mayOpenWithoutNetwork(phone);
            context.setOffline(true);
            log(phone, "Waits to be sent");
            phone.locator("#f-text").fill("Half a sentence");
            phone.route("**/queue/**", route -> route.abort());
            context.setOffline(false);
            act(phone, "Sign out");
            assertThat(phone).hasURL(Pattern.compile(".*/login.*"));
            assertThat(String.valueOf(phone.evaluate("JSON.stringify(localStorage)"))).doesNotContain("Half a sentence");
            await().until(() -> keptPages(phone) == 0);
            phone.unroute("**/queue/**");
            browser.signIn(phone, "pia");
            awaitFound(day, "Waits to be sent");
        }
    }

    @Test
    void sessionEndsByItself_pageGone_draftThereForTheSamePersonAlone(@TempDir Path folder) {
        GameDay day = GameDay.running(TIMELINE);
        try (BrowserContext context = browser.phone(folder)) {
            Page phone = browser.signIn(context.newPage(), "pia");
            phone.navigate("/exercises/" + day.id + "/me");
            mayOpenWithoutNetwork(phone);
            phone.locator("#f-text").fill("Half a sentence");
            context.clearCookies();
            phone.evaluate("document.dispatchEvent(new CustomEvent('blackstart:check'))");
            assertThat(phone.locator("[data-signed-out]")).isVisible();
            await().until(() -> keptPages(phone) == 0);
            context.setOffline(true);
            phone.reload();
            assertThat(phone.locator("h1")).hasText("No network");
            context.setOffline(false);
            browser.signIn(phone, "pete");
            phone.navigate("/exercises/" + day.id + "/me");
            assertThat(phone.locator("#f-text")).hasValue("");
            browser.signIn(phone, "pia");
            phone.navigate("/exercises/" + day.id + "/me");
            assertThat(phone.locator("#f-text")).hasValue("Half a sentence");
        }
    }

    @Test
    void sessionRunsOutWithoutANetwork_pageNotShown(@TempDir Path folder) {
        GameDay day = GameDay.running(TIMELINE);
        try (BrowserContext context = browser.phone(folder)) {
            Page phone = browser.signIn(context.newPage(), "pia");
            phone.navigate("/exercises/" + day.id + "/me");
            mayOpenWithoutNetwork(phone);
            context.setOffline(true);
            phone.reload();
            assertThat(phone.locator("#f-text")).isVisible();
            phone.evaluate("caches.open('blackstart-session-1')"
                    + ".then(c => c.put('/session-until', new Response(String(Date.now() - 1)))).then(() => true)");
            phone.reload();
            assertThat(phone.locator("h1")).hasText("No network");
            assertThat(keptPages(phone)).isZero();
        }
    }

    @Test
    void signedInAgainInAnotherTab_formsOfTheOldPageGoThrough(@TempDir Path folder) {
        GameDay day = GameDay.running(TIMELINE);
        try (BrowserContext context = browser.phone(folder)) {
            Page old = browser.signIn(context.newPage(), "pia");
            old.navigate("/exercises/" + day.id + "/me");
            context.clearCookies();
            browser.signIn(context.newPage(), "pia");
            log(old, "From the old page");
            awaitFound(day, "From the old page");
            old.evaluate("document.dispatchEvent(new CustomEvent('blackstart:check'))");
            await().until(() -> (boolean) old.evaluate("[...document.querySelectorAll('input[name=csrf-token]')]"
                    + ".every(f => f.value === document.querySelector('meta[name=csrf-token]').content)"));
        }
    }
}

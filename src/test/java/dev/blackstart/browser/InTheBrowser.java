package dev.blackstart.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.BoundingBox;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.common.http.TestHTTPResource;

/** A test that people's browsers take part in. */
abstract class InTheBrowser {

    static final int DESK = 1280;
    static final int PHONE = 360;

    @TestHTTPResource("/")
    String root;

    Browser browser;
    /** htmx reports requests that a navigation cut short, which is no fault of the page. */
    private static final Set<String> CUT_SHORT = Set.of("htmx:afterRequest", "htmx:sendAbort");

    /** The form of the question that is asked before something dangerous. */
    private static final TemplateForm CONFIRMED = new TemplateForm("exercise/confirm.html", "*",
            new TreeMap<>(Map.of("confirmed", "true")));

    private final List<String> complaints = new ArrayList<>();

    @BeforeEach
    void open() {
        Path chromium = Browser.chromium().orElse(null);
        if (chromium == null) {
            if ("required".equals(System.getenv("BLACKSTART_BROWSER"))) {
                throw new IllegalStateException("There is no Chromium, and BLACKSTART_BROWSER requires one: install it.");
            }
            System.err.println(
                    "*** SKIPPED: no Chromium on this machine, so nothing was tried in a browser. Install chromium. ***");
            abort("no Chromium on this machine");
        }
        PlaywrightAssertions.setDefaultAssertionTimeout(GameDay.PATIENCE.toMillis());
        browser = new Browser(chromium, root.replaceAll("/$", ""));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    /** After a press the same place does nothing for a second. */
    static void rested(Page page) {
        page.locator("html:not([data-resting])").waitFor();
    }

    /** Where something stands, once it is shown: a live page may be replacing it now. */
    static BoundingBox place(Locator shown) {
        AtomicReference<BoundingBox> box = new AtomicReference<>();
        shown.page().waitForCondition(() -> {
            box.set(shown.boundingBox());
            return box.get() != null;
        });
        return box.get();
    }

    /** Presses a button, and says yes where it asks. */
    static void act(Page page, String verb) {
        rested(page);
        page.locator("button:visible", new Page.LocatorOptions().setHasText(verb)).first().click();
        answer(page);
        page.waitForLoadState();
    }

    /** Says yes where a dialog asks, once its question is there. */
    static void answer(Page page) {
        Locator yes = page.locator("dialog[open] button.filled");
        page.waitForCondition(() -> yes.count() > 0 || page.locator("dialog[open]").count() == 0);
        if (yes.count() == 0) {
            return;
        }
        if (page.locator("dialog[open] [name=confirmed]").count() == 0) {
            yes.press("Enter");
        } else {
            page.locator("dialog[open] [type=checkbox][required]").all().forEach(Locator::check);
            page.locator("dialog[open] textarea[required]").all().forEach(field -> field.fill("as the test wants it"));
            page.waitForResponse(answer -> CONFIRMED.isSentBy(answer.request()), () -> yes.press("Enter"));
        }
    }

    static int sidewaysScroll(Page page) {
        return (int) page.evaluate("document.documentElement.scrollWidth - innerWidth");
    }

    /** What the browser complains of (a policy broken, a script that failed) is remembered. */
    Page watched(Page page) {
        page.onPageError(complaints::add);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().contains("ERR_INTERNET_DISCONNECTED")
                    && !CUT_SHORT.contains(message.text())) {
                complaints.add(message.text());
            }
        });
        return page;
    }

    List<String> complaints() {
        return complaints;
    }
}

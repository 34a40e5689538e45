package dev.blackstart.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInfo;

import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;

/**
 * A walk that submits every form of some templates in a browser, each with its fixed values, and asserts its effect. It fails
 * when a form of these templates was never submitted.
 */
abstract class FormWalk extends InTheBrowser {

    /** The template folders, or single templates, whose forms a walk submits. */
    @Retention(RetentionPolicy.RUNTIME)
    @interface FormsOf {
        String[] value();
    }

    private static final Set<String> SUBMITTED = new TreeSet<>();

    /** Read once: a walk asks for them with each press. */
    private static final Map<Class<?>, List<TemplateForm>> FORMS = new ConcurrentHashMap<>();

    @BeforeAll
    static void forget() {
        SUBMITTED.clear();
    }

    @AfterAll
    static void form_ofTheseTemplates_wasSubmitted(TestInfo test) {
        if (Browser.chromium().isPresent()) {
            assertThat(forms(test.getTestClass().orElseThrow())).extracting(TemplateForm::id)
                    .as("forms that were not submitted").filteredOn(id -> !SUBMITTED.contains(id)).isEmpty();
        }
    }

    static List<TemplateForm> forms(Class<?> walk) {
        return FORMS.computeIfAbsent(walk, each -> Arrays.stream(each.getAnnotation(FormsOf.class).value())
                .flatMap(place -> TemplateForms.of(place).stream()).toList());
    }

    /** Presses something that submits this form, waits for the answer and makes sure that it was accepted. */
    void submit(Page page, String id, Runnable press) {
        TemplateForm form = forms(getClass()).stream().filter(each -> each.id().equals(id)).findFirst()
                .orElseThrow(() -> new AssertionError("no template has the form " + id));
        AtomicBoolean arrived = new AtomicBoolean();
        Consumer<Frame> arrival = frame -> arrived.compareAndSet(false, frame == page.mainFrame());
        page.onFrameNavigated(arrival);
        Response answer = page.waitForResponse(response -> form.isSentBy(response.request()), press);
        if (answer.request().isNavigationRequest() && !answer.headers().containsKey("content-disposition")) {
            // the page of before is still there, and loaded, until the next one has come
            page.waitForCondition(arrived::get);
        }
        page.offFrameNavigated(arrival);
        page.waitForLoadState();
        assertThat(answer.status())
                .as(() -> id + " was refused: " + page.locator("main .error:visible, main .notice:visible").allInnerTexts())
                .isLessThan(400);
        SUBMITTED.add(id);
    }

    /** Likewise, by the button with this text, saying yes where it asks. */
    void submit(Page page, String id, String verb) {
        submit(page, id, () -> act(page, verb));
    }

    /** The form that posts to this path. */
    static String at(String path) {
        return "[method=post][action='" + path + "']";
    }

    /** Opens what is folded under a summary that has this word. */
    static void open(Page page, String word) {
        page.locator("details:not([open]) > summary", new Page.LocatorOptions().setHasText(word)).first().click();
    }

    /** Opens what is folded around this form, if it is. */
    static void unfold(Page page, String form) {
        rested(page);
        Locator folded = page.locator("details:not([open]):has(" + form + ") > summary");
        if (folded.count() > 0) {
            folded.first().click();
        }
    }

    static void fill(Page page, String name, String value) {
        page.locator("main [name=" + name + "]:visible").first().fill(value);
    }

    /** Presses the button of the form that this selector finds. */
    static void press(Page page, String form) {
        rested(page);
        page.locator(form).locator("button:visible").first().click();
    }

    /** Likewise, and says yes if it asks. */
    static void confirmed(Page page, String form) {
        press(page, form);
        answer(page);
    }
}

package dev.blackstart.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;

/** The hot wash from a phone: answered, read by another, closed. */
@QuarkusTest
@FormWalk.FormsOf("hotwash")
class HotWashFormsTest extends FormWalk {

    @Test
    void hotWash_answeredOnAPhone_readByAnother_closed() {
        GameDay day = GameDay.running("timeline: [{key: later, at: PT1H, task: {of: carl, text: Look.}}]");
        day.move("dana", "ended").statusCode(200);
        String page = "/exercises/" + day.id + "/hot-wash";
        Page pia = watched(browser.signIn("pia", PHONE));
        pia.navigate("/exercises/" + day.id + "/me");
        pia.locator("text=Hot wash: say what you saw").click();
        fill(pia, "wentWell", "The call tree worked");
        submit(pia, "hotwash/hotWash.html /exercises/*/hot-wash", () -> press(pia, at(page)));
        assertThat(JournalProbe.field(day, "hot-wash-answered", "wentWell")).containsExactly("The call tree worked");
        Page pete = watched(browser.signIn("pete", PHONE));
        pete.navigate(page);
        assertThat(pete.locator("main").innerText()).contains("The call tree worked");
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate("/exercises/" + day.id + "/control-room");
        dana.locator("text=Hold the hot wash").click();
        assertThat((int) dana.locator(".hot-wash-code img").evaluate("picture => picture.naturalWidth")).isPositive();
        submit(dana, "hotwash/hotWash.html /exercises/*/hot-wash/transitions to=closed", "Close the hot wash…");
        assertThat(JournalProbe.field(day, "hot-wash-closed", "named")).containsExactly("1");
        assertThat(complaints()).isEmpty();
    }
}

package dev.blackstart.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

/** A workshop led from the session page: steps confirmed, a decision taken, a learning recorded. */
@QuarkusTest
@FormWalk.FormsOf("session")
class SessionFormsTest extends FormWalk {

    @Test
    void session_ledStepByStep_andALearningRecorded() {
        GameDay day = GameDay.running("""
                timeline:
                  - {key: case, at: PT0M, task: {of: carl, text: "Case study: Read it aloud."}}
                  - {key: next, manual: true, decision: {text: "Next time: Again?", options: [often, never]}}
                  - {key: end, at: PT1H, endex: {}}
                """);
        day.awaitItem("case", "released");
        Page carl = watched(browser.signIn("carl", PHONE));
        carl.navigate("/exercises/" + day.id + "/session");
        assertThat(sidewaysScroll(carl)).isLessThanOrEqualTo(0);
        submit(carl, "session/session.html /exercises/*/session/steps/* to=completed", "Step done");
        day.awaitItem("case", "completed");
        day.post("carl", "/timeline/next/transitions", Map.of("to", "released")).statusCode(200);
        carl.reload();
        submit(carl, "session/session.html /exercises/*/session/steps/* to=chosen", "often");
        fill(carl, "text", "Label the switches.");
        submit(carl, "session/session.html /exercises/*/session/learnings", "Record the learning");
        assertThat(carl.locator("main").innerText()).contains("The learning was recorded.").contains("Label the switches.");
        assertThat(complaints()).isEmpty();
    }
}

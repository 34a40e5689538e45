package dev.blackstart.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;

/** The planning page: a day is chosen, a task done and opened again, hours are recorded. */
@QuarkusTest
@FormWalk.FormsOf("planning")
class PlanningFormsTest extends FormWalk {

    @Test
    void planning_dayChosen_taskDoneAndOpened_hoursRecorded() {
        GameDay day = GameDay.scheduled("timeline: [{key: later, at: PT1H, task: {of: carl, text: Look.}}]");
        Page carl = watched(browser.signIn("carl", PHONE));
        carl.navigate("/exercises/" + day.id);
        carl.locator("main a:text-is('Planning')").click();
        assertThat(sidewaysScroll(carl)).isLessThanOrEqualTo(0);
        open(carl, "Choose the days");
        fill(carl, "final", LocalDate.now(ZoneOffset.UTC).plusDays(5).toString());
        submit(carl, "planning/planning.html /exercises/*/planning/days", "Save the days");
        submit(carl, "planning/planning.html /exercises/*/planning/tasks/* to=done", "Done");
        submit(carl, "planning/planning.html /exercises/*/planning/tasks/* to=open", "Open again");
        fill(carl, "planned", "7.5");
        submit(carl, "planning/planning.html /exercises/*/planning/hours", "Record the hours");
        assertThat(carl.locator("main").innerText()).contains("7.5 h").contains("chosen");
        assertThat(JournalProbe.of(day, "planning-task-changed")).hasSize(2);
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate("/planning/load");
        assertThat(dana.locator("h1").innerText()).isEqualTo("Planning load");
        assertThat(complaints()).isEmpty();
    }
}

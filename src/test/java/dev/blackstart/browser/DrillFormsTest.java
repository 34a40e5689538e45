package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import dev.blackstart.testsupport.AlertSources;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** Every form of a drill, a runbook and a concern, pressed in a browser; its effect is in the journal. */
@QuarkusTest
@TestProfile(AlertSources.class)
@FormWalk.FormsOf({ "drills", "exercise/concerns.html" })
class DrillFormsTest extends FormWalk {

    private static final String DAY = """
            runbooks:
              - {key: promote, title: Promote the standby, steps: [{key: fence, text: Fence the old primary.}, {key: switch, text: Switch the address.}]}
            drills:
              - {key: cut, kind: network-cut, title: Cut the link, owner: dana, targets: [orders-db], maxDuration: PT20M,
                 hypothesis: The other link takes over., fault: {driver: manual, instruction: Cut.},
                 revert: {driver: manual, instruction: Join.}}
            timeline:
              - {key: fault, at: PT0S, drill: cut}
              - {key: end, manual: true, endex: {}}
            """;

    private static GameDay injected() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("fault", "released");
        day.post("carl", "/drills/cut/transitions", Map.of("to", "injected")).statusCode(200);
        return day;
    }

    @Test
    void drill_everyForm_isInTheJournal() {
        GameDay day = injected();
        String alert = "LinkDown-" + UUID.randomUUID();
        AlertSources.send("{\"name\": \"%s\", \"status\": \"firing\"}".formatted(alert)).statusCode(200);
        Page eve = watched(browser.signIn("eve", PHONE));
        String page = "/exercises/" + day.id + "/drills/cut";
        eve.navigate(page);
        String marks = "drills/drill.html /exercises/*/drills/*/marks";
        submit(eve, marks, () -> press(eve, "#detected " + at(page + "/marks")));
        assertThat(JournalProbe.field(day, "clock-marked", "clock")).containsExactly("detected");
        eve.navigate(page);
        eve.locator("#recovered > details > summary").click();
        String form = "#recovered form:has([name=how])";
        eve.locator(form + " [name=how][value=manual]").check();
        eve.locator(form + " [name=extent][value=full]").check();
        submit(eve, marks + " #2", () -> press(eve, form));
        assertThat(JournalProbe.field(day, "clock-marked", "clock")).containsExactly("detected", "recovered");
        for (String rating : List.of("led-there", "misled", "noise")) {
            eve.navigate(page);
            submit(eve, "drills/drill.html /exercises/*/drills/*/alerts/*/ratings rating=" + rating,
                    () -> eve.locator("li:has-text('" + alert + "') button[value=" + rating + "]").click());
        }
        assertThat(JournalProbe.field(day, "alert-rated", "rating")).containsExactly("led-there", "misled", "noise");
        eve.navigate(page);
        open(eve, "Record what was observed");
        fill(eve, "experience", "A blank page");
        submit(eve, "drills/drill.html /exercises/*/drills/*/impact", () -> press(eve, at(page + "/impact")));
        assertThat(JournalProbe.field(day, "impact-recorded", "experience")).containsExactly("A blank page");
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate(page);
        open(dana, "Hand over");
        fill(dana, "reason", "INC-42");
        submit(dana, "drills/drill.html /exercises/*/drills/*/transitions to=handed-over",
                () -> press(dana, at(page + "/transitions")));
        assertThat(JournalProbe.of(day, "second-person-requested")).hasSize(1);
        Page sol = watched(browser.signIn("sol", PHONE));
        sol.navigate("/exercises/" + day.id + "/control-room");
        sol.locator("text=Read and confirm").click();
        sol.locator("main dd:has-text('INC-42')").waitFor();
        sol.locator("button:has-text('Confirm as the second person')").click();
        sol.waitForURL(url -> url.endsWith("/control-room"));
        assertThat(JournalProbe.field(day, "fault-handed-over", "why")).containsExactly("INC-42");
        day.move("dana", "ended").statusCode(200);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void runbook_everyStep_isInTheJournal() {
        GameDay day = injected();
        Page eve = watched(browser.signIn("eve", PHONE));
        step(eve, day, "fence", "done", "form.judge");
        step(eve, day, "switch", "skipped", "form.judge");
        step(eve, day, "fence", "deviated", "details form");
        step(eve, day, "fence", "done #2", "details form");
        step(eve, day, "fence", "skipped #2", "details form");
        assertThat(JournalProbe.field(day, "runbook-step-recorded", "state")).containsExactly("done", "skipped", "deviated",
                "done", "skipped");
        day.move("dana", "ended").statusCode(200);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void runbookChange_proposed_isCheckedInTheEditor() {
        GameDay day = injected();
        day.post("eve", "/runbooks/promote/steps/switch",
                Map.of("state", "deviated", "deviation", "no-longer-fits", "proposed", "Switch the name.")).statusCode(200);
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate("/exercises/" + day.id + "/runbooks/promote/change");
        submit(dana, "drills/runbookChange.html /plans/editor act=check", () -> press(dana, at("/plans/editor")));
        assertThat(dana.locator("textarea[name=source]").inputValue()).contains("Switch the name.")
                .doesNotContain("Switch the address.");
        assertThat(dana.locator("main").innerText()).contains("It can be imported; it would be changed, revision 2.");
        day.move("dana", "ended").statusCode(200);
        assertThat(complaints()).isEmpty();
    }

    private void step(Page eve, GameDay day, String step, String state, String form) {
        eve.navigate("/exercises/" + day.id + "/runbooks/promote");
        String place = "#step-" + step + " ";
        if (form.startsWith("details")) {
            eve.locator(place + "summary").click();
            eve.locator(place + "[name=deviation]").first().check();
        }
        submit(eve, "drills/runbook.html /exercises/*/runbooks/*/steps/* state=" + state,
                () -> eve.locator(place + form + " button[value=" + state.replace(" #2", "") + "]").click());
    }

    @Test
    void concern_raisedAndAnswered_isShown() {
        GameDay day = GameDay.scheduled(DAY);
        Page pia = watched(browser.signIn("pia", PHONE));
        pia.navigate("/exercises/" + day.id + "/concerns");
        fill(pia, "text", "The standby is too old.");
        submit(pia, "exercise/concerns.html *", () -> press(pia, at("/exercises/" + day.id + "/concerns")));
        Page olga = watched(browser.signIn("olga", DESK));
        olga.navigate("/plans/" + day.plan + "/concerns");
        fill(olga, "answer", "It was replaced.");
        submit(olga, "exercise/concerns.html */*/answers", () -> press(olga, "article form"));
        pia.reload();
        assertThat(pia.locator("main")).containsText("It was replaced.");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void lever_pulledAndReleased_isRecorded() {
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate("/safety-lever");
        fill(dana, "reason", "Smoke in the hall");
        submit(dana, "drills/lever.html /safety-lever pulled=true", () -> confirmed(dana, "form:has([value=true])"));
        assertThat(GameDay.as("dana").get("/api/safety-lever").<Boolean> path("pulled")).isTrue();
        dana.navigate("/safety-lever");
        assertThat(dana.locator("main [name=reason]").inputValue()).as("what was sent is not typed again").isEmpty();
        fill(dana, "reason", "It was the toaster");
        submit(dana, "drills/lever.html /safety-lever pulled=false", () -> confirmed(dana, "form:has([value=false])"));
        assertThat(GameDay.as("dana").get("/api/safety-lever").<Boolean> path("pulled")).isFalse();
        assertThat(complaints()).isEmpty();
    }
}

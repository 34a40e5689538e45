package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;

/** Every form of call trees, pressed in a browser; its effect is in the journal or in the API. */
@QuarkusTest
@FormWalk.FormsOf({ "calling", "tags/calls.html" })
class CallingFormsTest extends FormWalk {

    private static final String PHONED = """
            callTrees:
              - key: tree
                message: {subject: Can you be reached, confirmQuestion: "Which bridge do you join?"}
                root: {person: pia, channels: [email], wait: PT30M, calls: [
                  {person: noel, channels: [phone], wait: PT30M}, {person: pete, channels: [phone], wait: PT30M},
                  {person: wilma, channels: [phone], wait: PT30M}, {person: eve, channels: [phone], wait: PT30M},
                  {person: wim, channels: [phone], wait: PT30M}]}
            timeline: [{key: end, at: PT2H, endex: {}}]
            """;
    private static final String CALL = "tags/calls.html /calls/*/results result=";
    private static final String RESULT = "calling/contact.html /exercises/*/call-trees/*/attempts/*/results result=";

    private GameDay day;

    @BeforeEach
    void begin() {
        day = GameDay.running(PHONED);
    }

    @AfterEach
    void end() {
        day.move("dana", "ended").statusCode(200);
    }

    @Test
    void tree_calledOutAndStopped_isInTheJournal() {
        Page dana = watched(browser.signIn("dana", DESK));
        callOut(dana);
        assertThat(JournalProbe.of(day, "call-tree-activated")).hasSize(1);
        dana.navigate("/exercises/" + day.id + "/call-trees/tree");
        submit(dana, "calling/tree.html /exercises/*/call-trees/*/end", () -> confirmed(dana, "[action$='/end']"));
        assertThat(JournalProbe.of(day, "call-tree-ended")).hasSize(1);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void calls_answeredByPlayers_areRecorded() {
        callOut(browser.signIn("dana", DESK));
        Page pia = watched(browser.signIn("pia", PHONE));
        pia.navigate("/calls");
        fill(pia, "answer", "Bridge 7");
        submit(pia, CALL + "confirmed", () -> pia.locator("button[value=confirmed]").first().click());
        pia.navigate("/calls");
        assertThat(pia.locator("main")).containsText("Noel");
        answer(pia, "Noel", "confirmed", " #2");
        answer(pia, "Pete", "no-answer", "");
        answer(pia, "Wilma", "busy", "");
        answer(pia, "Eve", "declined", "");
        pia.navigate("/calls");
        pia.locator("article", new Page.LocatorOptions().setHasText("Wim")).locator("summary").click();
        pia.locator("article", new Page.LocatorOptions().setHasText("Wim")).locator("[name=correction]")
                .fill("+49 30 23125 555");
        answerHere(pia, "Wim", "wrong-number", "");
        assertThat(results()).contains("confirmed", "no-answer", "busy", "declined",
                "wrong-number");
        settle();
        assertThat(complaints()).isEmpty();
    }

    /** wim is right or wrong about his own number: one correction is taken over, the next one refused. */
    private void settle() {
        Page wim = watched(browser.signIn("wim", PHONE));
        wim.navigate("/calls");
        submit(wim, "tags/calls.html /calls/corrections/*/decisions decision=accepted",
                () -> wim.locator("button[value=accepted]").first().click());
        assertThat(GameDay.as("wim").get("/api/people/wim").<String> path("phone")).isEqualTo("+49 30 23125 555");
        GameDay other = GameDay.running("""
                callTrees: [{key: tree, root: {person: wim, channels: [phone], wait: PT30M}}]
                timeline: [{key: end, at: PT2H, endex: {}}]
                """);
        String attempt = other.post("carl", "/call-trees/tree/activations", Map.of()).statusCode(201).extract()
                .path("root.attempts[0].id");
        GameDay.as("carl").contentType("application/json")
                .body(Map.of("result", "wrong-number", "correction", "+49 30 23125 556"))
                .post("/api/contact-attempts/" + attempt + "/results").then().statusCode(200);
        wim.navigate("/calls");
        submit(wim, "tags/calls.html /calls/corrections/*/decisions decision=declined",
                () -> wim.locator("button[value=declined]").last().click());
        assertThat(GameDay.as("wim").get("/api/people/wim").<String> path("phone")).isEqualTo("+49 30 23125 555");
        other.move("dana", "ended").statusCode(200);
    }

    @Test
    void contacts_recordedByAController_areJudged() {
        callOut(browser.signIn("dana", DESK));
        Page carl = watched(browser.signIn("carl", DESK));
        contact(carl, "Pia");
        fill(carl, "answer", "Bridge 7");
        submit(carl, RESULT + "confirmed", () -> carl.locator("button[value=confirmed]").click());
        judge(carl, "Pia", "true");
        contact(carl, "Noel");
        fill(carl, "answer", "Bridge 8");
        submit(carl, RESULT + "confirmed", () -> carl.locator("button[value=confirmed]").click());
        judge(carl, "Noel", "false");
        record(carl, "Pete", "no-answer");
        record(carl, "Wilma", "busy");
        record(carl, "Eve", "declined");
        contact(carl, "Wim");
        carl.locator("summary", new Page.LocatorOptions().setHasText("Wrong")).click();
        submit(carl, RESULT + "wrong-number", () -> carl.locator("button[value=wrong-number]").click());
        assertThat(results()).contains("confirmed", "no-answer", "busy", "declined",
                "wrong-number");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void link_confirmedByAStranger_andNoDuffFromIt() {
        GameDay linked = GameDay.running(
                """
                        callTrees: [{key: tree, root: {person: pia, channels: [email], wait: PT30M, calls: [{person: noel, channels: [email]}]}}]
                        timeline: [{key: end, at: PT2H, endex: {}}]
                        """);
        linked.post("carl", "/call-trees/tree/activations", Map.of()).statusCode(201);
        Page reader = browser.signIn("pia", PHONE);
        reader.navigate("/outbox");
        String link = reader.content().replaceAll("(?s).*?(/ack/[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)*).*", "$1");
        Page stranger = watched(browser.stranger(PHONE));
        stranger.navigate(link);
        submit(stranger, "calling/ack.html /ack/*", () -> press(stranger, "form[action^='/ack/']:not([action$='/no-duff'])"));
        assertThat(JournalProbe.of(linked, "contact-reached")).hasSize(1);
        stranger.locator(".ack-real summary").click();
        fill(stranger, "text", "Smoke in the hall");
        submit(stranger, "calling/ack.html /ack/*/no-duff", () -> confirmed(stranger, ".ack-real"));
        assertThat(JournalProbe.of(linked, "no-duff")).hasSize(1);
        linked.move("dana", "ended").statusCode(200);
        assertThat(complaints()).isEmpty();
    }

    private void callOut(Page dana) {
        dana.navigate("/exercises/" + day.id + "/call-trees/tree");
        submit(dana, "calling/tree.html /exercises/*/call-trees/*/activations",
                () -> confirmed(dana, "[action$='/activations']"));
    }

    private void answer(Page phone, String name, String result, String number) {
        phone.navigate("/calls");
        answerHere(phone, name, result, number);
    }

    private void answerHere(Page phone, String name, String result, String number) {
        submit(phone, CALL + result + number, () -> phone.locator("article", new Page.LocatorOptions().setHasText(name))
                .locator("button[value=" + result + "]").click());
    }

    private void contact(Page carl, String name) {
        carl.navigate("/exercises/" + day.id + "/call-trees/tree");
        carl.locator("main a", new Page.LocatorOptions().setHasText(name)).first().click();
        carl.waitForLoadState();
    }

    private void record(Page carl, String name, String result) {
        contact(carl, name);
        submit(carl, RESULT + result, () -> carl.locator("button[value=" + result + "]").click());
    }

    private void judge(Page carl, String name, String right) {
        contact(carl, name);
        submit(carl, "calling/contact.html /exercises/*/call-trees/*/attempts/*/judgements right=" + right,
                () -> carl.locator("button[name=right][value=" + right + "]").click());
    }

    /** Of this day: how often people were reached, and what else came of calls. */
    private List<String> results() {
        List<String> results = new ArrayList<>(JournalProbe.field(day, "contact-failed", "result"));
        JournalProbe.of(day, "contact-acknowledged").forEach(entry -> results.add("confirmed"));
        return results;
    }
}

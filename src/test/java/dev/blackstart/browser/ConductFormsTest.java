package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import dev.blackstart.testsupport.FaultTarget;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.Outage;
import io.quarkus.test.junit.QuarkusTest;

/** Every form of conducting an exercise, pressed in a browser; its effect is in the journal. */
@QuarkusTest
@FormWalk.FormsOf({ "conduct", "exercise/confirm.html", "tags/activefault.html" })
class ConductFormsTest extends FormWalk {

    private static final String DAY = """
            drills:
              - {key: cut, kind: network-cut, title: Cut the link, owner: dana, targets: [orders-db], maxDuration: PT20M,
                 hypothesis: The other link takes over., fault: {driver: manual, instruction: Cut.},
                 revert: {driver: manual, instruction: Join.}}
            timeline:
              - {key: first, at: PT30M, message: {to: everyone, subject: One, channels: [in-app], text: First.}}
              - {key: seen, manual: true, expectation: {of: storage, text: Declares an incident, within: PT1H}}
              - {key: seen2, manual: true, expectation: {of: storage, text: Calls the vendor, within: PT1H}}
              - {key: go-on, manual: true, decision: {text: "Repeat?", options: [go, no-go]}}
              - {key: look, manual: true, task: {of: carl, text: Look.}}
              - {key: fault, manual: true, drill: cut}
              - {key: end, at: PT2H, endex: {}}
            """;
    private static final String ROOM = "conduct/controlRoom.html ";
    private static final String BANNER = "conduct/banner.html * ";
    private static final String ITEM = "conduct/item.html /exercises/*/timeline/*/transitions to=";
    private static final String EXERCISE = "conduct/exercise.html /exercises/*/";

    @Test
    void controlRoom_everyButton_isInTheJournal() {
        GameDay day = GameDay.running(DAY);
        Page dana = watched(browser.signIn("dana", DESK));
        room(dana, day);
        String moves = ROOM + "/exercises/*/timeline/*/transitions to=";
        submit(dana, moves + "held", () -> press(dana, "#next form:has([value=held])"));
        assertThat(JournalProbe.of(day, "item-held")).hasSize(1);
        submit(dana, moves + "pending", () -> press(dana, "#next form:has([value=pending])"));
        submit(dana, moves + "released", () -> confirmed(dana, "#next form:has([value=released])"));
        assertThat(JournalProbe.field(day, "item-released", "item")).containsExactly("first");

        for (String item : new String[] { "seen", "seen2", "go-on", "look", "fault" }) {
            day.moveItem("carl", item, "released").statusCode(200);
        }
        room(dana, day);
        submit(dana, moves + "completed", () -> press(dana, card("Declares an incident") + " form:has([value=completed])"));
        room(dana, day);
        submit(dana, moves + "missed", () -> press(dana, card("Calls the vendor") + " form:has([value=missed])"));
        room(dana, day);
        submit(dana, moves + "chosen", () -> press(dana, "#active form:has([value=no-go])"));
        assertThat(day.item("go-on")).containsEntry("option", "no-go");
        room(dana, day);
        submit(dana, moves + "completed #2", () -> press(dana, card("Look.") + " form:has([value=completed])"));
        assertThat(day.item("look")).containsEntry("state", "completed");
        assertThat(day.item("seen")).containsEntry("state", "completed");
        assertThat(day.item("seen2")).containsEntry("state", "missed");

        String drills = "tags/activefault.html /exercises/*/drills/*/transitions to=";
        submit(dana, drills + "injected", () -> confirmed(dana, "#active form:has([value=injected])"));
        assertThat(JournalProbe.of(day, "fault-injected")).hasSize(1);
        room(dana, day);
        submit(dana, drills + "reverted #2", () -> confirmed(dana, "#active form:has([value=reverted])"));
        assertThat(JournalProbe.of(day, "fault-reverted")).hasSize(1);
        writeInTheRoom(dana, day);
        stopFromTheRoom(dana, day);
        assertThat(complaints()).isEmpty();
    }

    private void writeInTheRoom(Page dana, GameDay day) {
        dana.locator("#f-text").fill("The vendor is on the phone");
        submit(dana, ROOM + "/exercises/*/notes", () -> press(dana, "[action$='/notes']"));
        assertThat(JournalProbe.field(day, "note", "text")).contains("The vendor is on the phone");
        dana.locator("#f-finding").fill("No alert came");
        submit(dana, ROOM + "/exercises/*/findings", () -> press(dana, "[action$='/findings']"));
        assertThat(JournalProbe.of(day, "finding-logged")).hasSize(1);
    }

    private void stopFromTheRoom(Page dana, GameDay day) {
        room(dana, day);
        submit(dana, BANNER + "to=paused", () -> confirmed(dana, "form:has([name=to][value=paused])"));
        assertThat(JournalProbe.of(day, "pausex")).hasSize(1);
        room(dana, day);
        submit(dana, BANNER + "to=running",
                () -> confirmed(dana, "form:has([name=to][value=running])"));
        assertThat(JournalProbe.of(day, "resumed")).hasSize(1);
        room(dana, day);
        submit(dana, "conduct/banner.html /no-duff", () -> confirmed(dana, at("/no-duff")));
        assertThat(JournalProbe.of(day, "no-duff")).hasSize(1);
        room(dana, day);
        submit(dana, BANNER + "outcome=aborted to=ended",
                () -> confirmed(dana, "form:has([value=aborted])"));
        assertThat(JournalProbe.field(day, "endex", "outcome")).containsExactly("aborted");
    }

    @Test
    void attendance_recordedByControl_isInTheJournal() {
        GameDay day = GameDay.running(DAY);
        Page carl = watched(browser.signIn("carl", DESK));
        carl.navigate("/exercises/" + day.id);
        submit(carl, "conduct/attendance.html /exercises/*/check-in",
                () -> press(carl, "#attendance tr:has-text('Pia') form"));
        assertThat(JournalProbe.field(day, "person-checked-in", "person")).containsExactly("pia");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void item_everyButton_isInTheJournal() {
        GameDay day = GameDay.running(DAY);
        Page carl = watched(browser.signIn("carl", DESK));
        item(carl, day, "first");
        submit(carl, ITEM + "held", () -> press(carl, "form:has([value=held])"));
        item(carl, day, "first");
        submit(carl, ITEM + "pending", () -> press(carl, "form:has([value=pending])"));
        item(carl, day, "first");
        fill(carl, "minutes", "20");
        submit(carl, ITEM + "deferred", () -> press(carl, "form:has([value=deferred])"));
        assertThat(JournalProbe.of(day, "item-deferred")).hasSize(1);
        item(carl, day, "look");
        fill(carl, "reason", "Not today");
        submit(carl, ITEM + "skipped", () -> press(carl, "form:has([value=skipped])"));
        assertThat(JournalProbe.field(day, "item-skipped", "item")).containsExactly("look");
        item(carl, day, "fault");
        submit(carl, ITEM + "released",
                () -> submit(carl, "exercise/confirm.html * confirmed=true",
                        () -> confirmed(carl, "form:has([value=released])")));
        assertThat(JournalProbe.of(day, "drill-armed")).hasSize(1);
        day.moveItem("carl", "seen", "released").statusCode(200);
        day.moveItem("carl", "seen", "missed").statusCode(200);
        item(carl, day, "seen");
        submit(carl, ITEM + "completed", () -> press(carl, "form:has([value=completed])"));
        assertThat(day.item("seen")).containsEntry("state", "completed");

        carl.navigate("/exercises/" + day.id + "/timeline/new");
        carl.locator("#f-kind").selectOption("task");
        fill(carl, "to", "pia");
        fill(carl, "text", "Ask the vendor");
        press(carl, "[action$='/timeline']");
        carl.locator("[name=confirmed]").waitFor(new com.microsoft.playwright.Locator.WaitForOptions()
                .setState(com.microsoft.playwright.options.WaitForSelectorState.ATTACHED));
        submit(carl, "conduct/add.html /exercises/*/timeline confirmed=true", () -> press(carl, "[action$='/timeline']"));
        assertThat(JournalProbe.of(day, "item-added")).hasSize(1);
        day.move("dana", "ended").statusCode(200);
        assertThat(complaints()).as("of the warnings that are shown first").allMatch(said -> said.contains("422"));
    }

    @Test
    void exercise_fromDraftToClosed_isInTheJournal() {
        String plan = GameDay.plan("timeline: [{key: end, at: PT2H, endex: {}}]");
        GameDay day = GameDay.of(plan, Map.of("plan", plan));
        Page dana = watched(browser.signIn("dana", DESK));
        exercise(dana, day);
        open(dana, "Move");
        fill(dana, "startsAt", "2031-03-03T10:00");
        submit(dana, EXERCISE + "date", () -> press(dana, "[action$='/date']"));
        exercise(dana, day);
        submit(dana, EXERCISE + "transitions to=scheduled", () -> press(dana, "form:has([value=scheduled])"));
        assertThat(JournalProbe.of(day, "exercise-scheduled")).isNotEmpty();
        exercise(dana, day);
        open(dana, "Change the roster");
        fill(dana, "person", "wilma");
        dana.locator("#f-role").selectOption("player");
        submit(dana, EXERCISE + "roster", () -> press(dana, "[action$='/roster']"));
        assertThat(day.get("dana", "/roster").extract().<java.util.List<String>> path("items.person")).contains("wilma");

        dana.navigate("/exercises/" + day.id + "/sheet");
        fill(dana, "holder", "carl, in the red folder");
        submit(dana, "conduct/sheet.html /exercises/*/sheet", () -> press(dana, "[action$='/sheet']"));
        exercise(dana, day);
        submit(dana, EXERCISE + "transitions to=running", () -> confirmed(dana, "form:has([value=running])"));
        assertThat(JournalProbe.of(day, "startex")).hasSize(1);
        room(dana, day);
        submit(dana, BANNER + "outcome=completed to=ended",
                () -> confirmed(dana, "form:has([value=completed][name=outcome])"));
        assertThat(JournalProbe.field(day, "endex", "outcome")).containsExactly("completed");
        exercise(dana, day);
        submit(dana, "conduct/whatNow.html /exercises/*/transitions to=closed",
                () -> confirmed(dana, "form:has([value=closed])"));
        assertThat(JournalProbe.of(day, "closed")).hasSize(1);

        GameDay other = GameDay.of(plan, Map.of("plan", plan, "startsAt", "2031-05-05T09:00:00Z"));
        exercise(dana, other);
        submit(dana, EXERCISE + "transitions to=cancelled", () -> confirmed(dana, "form:has([value=cancelled])"));
        assertThat(JournalProbe.of(other, "exercise-cancelled")).hasSize(1);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void campaign_pausedAndAborted_isInEachJournal() {
        String label = "walk-" + java.util.UUID.randomUUID().toString().substring(0, 8);
        GameDay day = GameDay.running("campaign: " + label + "\ntimeline: [{key: end, at: PT2H, endex: {}}]");
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate("/campaigns/" + label);
        submit(dana, "conduct/campaign.html */transitions to=paused", () -> confirmed(dana, "form:has([value=paused])"));
        assertThat(JournalProbe.of(day, "pausex")).hasSize(1);
        dana.navigate("/campaigns/" + label);
        submit(dana, "conduct/campaign.html */transitions to=ended", () -> confirmed(dana, "form:has([value=ended])"));
        assertThat(JournalProbe.field(day, "endex", "outcome")).containsExactly("aborted");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void fault_ofADriver_revertedFromTheRoom() {
        try (FaultTarget target = new FaultTarget()) {
            GameDay day = GameDay.running("""
                    systems: [{key: orders-db, name: Orders database, hosts: ["127.0.0.1:%d"]}]
                    drills:
                      - {key: cut, kind: custom, title: Cut the link, owner: dana, targets: [orders-db], maxDuration: PT20M,
                         fault: {driver: http, method: POST, url: "%s"}, revert: {driver: http, method: POST, url: "%s"}}
                    timeline: [{key: fault, at: PT0S, drill: cut}]
                    """.formatted(target.port(), target.url("/break"), target.url("/mend")));
            day.awaitItem("fault", "completed");
            Page dana = watched(browser.signIn("dana", DESK));
            room(dana, day);
            submit(dana, "tags/activefault.html /exercises/*/drills/*/transitions to=reverted",
                    () -> confirmed(dana, "#active form:has([value=reverted])"));
            Awaitility.await().until(() -> !target.isBroken());
            day.move("dana", "ended").statusCode(200);
            assertThat(complaints()).isEmpty();
        }
    }

    @Test
    void question_askedAndAnswered_isSettled() {
        GameDay day = GameDay.running(DAY);
        question(day, "ours", "it belongs to an exercise");
        question(day, "not-ours", "treat it as real");
        day.move("dana", "ended").statusCode(200);
        assertThat(complaints()).isEmpty();
    }

    private void question(GameDay day, String answer, String told) {
        String seen = "Red lights in row " + java.util.UUID.randomUUID();
        Page wilma = watched(browser.signIn("wilma", PHONE));
        wilma.navigate("/deconfliction");
        fill(wilma, "text", seen);
        submit(wilma, "conduct/deconfliction.html /deconfliction", () -> press(wilma, at("/deconfliction")));
        assertThat(wilma.locator("main")).containsText("not answered yet");
        Page sol = watched(browser.signIn("sol", PHONE));
        String asked = "li:has-text('" + seen + "')";
        Awaitility.await().until(() -> {
            sol.navigate("/deconfliction/answers");
            return sol.locator(asked).count() == 1;
        });
        submit(sol, "conduct/deconflictionAnswers.html /deconfliction/answers/* answer=" + answer,
                () -> press(sol, asked + " form:has([value=" + answer + "])"));
        wilma.reload();
        assertThat(wilma.locator("li:has-text('" + seen + "')")).containsText(told);
    }

    @Test
    void outage_caughtUp_resumes() {
        GameDay day = GameDay.running(DAY.replace("PT30M", "PT30S"));
        Outage.of(day, 100);
        day.awaitState("paused");
        Page carl = watched(browser.signIn("carl", DESK));
        room(carl, day);
        carl.locator("[name=catchUp][value=shift]").check();
        submit(carl, ROOM + "/exercises/*/transitions to=running",
                () -> confirmed(carl, "#outage form:has([value=running])"));
        day.awaitState("running");
        exercise(carl, day);
        submit(carl, EXERCISE + "roster role=director", () -> confirmed(carl, "form:has([name=role][value=director])"));
        assertThat(JournalProbe.of(day, "direction-taken-over")).hasSize(1);
        submit(carl, EXERCISE + "roster/*/transitions to=ended",
                () -> confirmed(carl, "form[action*='/roster/']:has([value=ended])"));
        assertThat(JournalProbe.field(day, "seat-ended", "person")).containsExactly("dana");
        day.move("carl", "ended").statusCode(200);
        assertThat(complaints()).isEmpty();
    }

    private static void room(Page page, GameDay day) {
        page.navigate("/exercises/" + day.id + "/control-room");
    }

    private static void item(Page page, GameDay day, String key) {
        page.navigate("/exercises/" + day.id + "/timeline/" + key);
    }

    private static void exercise(Page page, GameDay day) {
        page.navigate("/exercises/" + day.id);
    }

    /** An open item in the control room. */
    private static String card(String text) {
        return "#active li:has-text('" + text + "')";
    }
}

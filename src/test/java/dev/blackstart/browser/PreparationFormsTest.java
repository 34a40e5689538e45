package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.Pictures;
import io.quarkus.test.junit.QuarkusTest;

/** Every form of preparation, pressed in a browser; its effect is in the journal or in the API. */
@QuarkusTest
@FormWalk.FormsOf("preparation")
class PreparationFormsTest extends FormWalk {

    private static final String ITEMS = """
            preparation:
              - {key: points, team: storage, kind: single-point-of-failure, title: Name what fails over, due: -P7D}
              - {key: numbers, team: storage, kind: contacts, title: Check the numbers, due: -P2D}
            timeline: [{key: one, at: PT1H, task: {of: carl, text: Look.}}]
            """;
    private static final String ITEM = "preparation/item.html /preparation/*";

    private GameDay day;

    @BeforeEach
    void begin() {
        day = GameDay.scheduled(ITEMS);
    }

    @Test
    void item_byItsTeam_goesThroughItsStates() {
        Page tess = watched(browser.signIn("tess", PHONE));
        String item = page("points");
        tess.navigate(item);
        submit(tess, ITEM + "/owner", () -> press(tess, at(item + "/owner")));
        assertThat(of("points").path("owner").asText()).isEqualTo("tess");
        tess.navigate(item);
        open(tess, "somebody");
        tess.locator("#f-owner").fill("pia");
        submit(tess, ITEM + "/owner #2", () -> press(tess, "details" + " " + at(item + "/owner")));
        assertThat(of("points").path("owner").asText()).isEqualTo("pia");

        tess.navigate(item);
        submit(tess, ITEM + "/transitions to=started", () -> press(tess, "form:has([value=started])"));
        tess.navigate(item);
        open(tess, "Blocked");
        fill(tess, "reason", "The vendor does not answer");
        submit(tess, ITEM + "/transitions to=blocked", () -> press(tess, "form:has([value=blocked])"));
        assertThat(changes("points")).endsWith("blocked");
        tess.navigate(item);
        fill(tess, "evidence", "See the wiki");
        submit(tess, ITEM + "/transitions to=done",
                () -> tess.locator("form:has([value=done]) button:not([formaction])").click());
        assertThat(changes("points")).endsWith("done");

        Page carl = watched(browser.signIn("carl", DESK));
        carl.navigate(item);
        submit(carl, ITEM + "/transitions to=started #2", () -> press(carl, "form:has([value=started])"));
        assertThat(changes("points")).endsWith("started");
        GameDay.as("pia").contentType("application/json").body("{\"to\":\"done\",\"evidence\":\"again\"}")
                .post("/api" + item + "/transitions").then().statusCode(200);
        carl.navigate(item);
        submit(carl, ITEM + "/transitions to=verified", () -> press(carl, "form:has([value=verified])"));
        assertThat(changes("points")).endsWith("verified");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void item_evidenceAndComments_areKept() {
        Page tess = watched(browser.signIn("tess", PHONE));
        String item = page("numbers");
        tess.navigate(item);
        tess.locator("input[name=file]").setInputFiles(
                new FilePayload("proof.jpg", "image/jpeg", Pictures.photo(40, 30, 6)));
        submit(tess, ITEM + "/files", () -> tess.locator("[formaction='" + item + "/files']").click());
        tess.navigate(item);
        assertThat(tess.locator("img[alt='proof.jpg']")).hasCount(1);
        fill(tess, "text", "Olga has a new number");
        submit(tess, ITEM + "/comments", () -> press(tess, at(item + "/comments")));
        tess.navigate(item);
        assertThat(tess.locator("main")).containsText("Olga has a new number");
        open(tess, "Add an item");
        tess.locator("#f-added").fill("Call the night shift");
        submit(tess, ITEM + "/additions", () -> press(tess, at(item + "/additions")));
        assertThat(titles()).contains("Call the night shift");

        tess.navigate(item);
        open(tess, "Add one");
        tess.locator(at(item + "/single-points") + " [name=title]").fill("One vendor for both lines");
        submit(tess, ITEM + "/single-points", () -> press(tess, at(item + "/single-points")));
        settle(tess);
        assertThat(complaints()).isEmpty();
    }

    private void settle(Page tess) {
        tess.navigate(page("numbers"));
        tess.locator("main a", new Page.LocatorOptions().setHasText("One vendor for both lines")).click();
        fill(tess, "reason", "A second vendor since Monday");
        submit(tess, "preparation/point.html /single-points/*/transitions to=removed",
                () -> tess.locator("button[value=removed]").click());
        tess.reload();
        assertThat(tess.locator("main")).containsText("A second vendor since Monday");
        submit(tess, "preparation/point.html /single-points/*/transitions to=open",
                () -> press(tess, "form:has([value=open])"));
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate(tess.url().replaceAll("#.*", ""));
        fill(dana, "reason", "The price of a second one is too high");
        submit(dana, "preparation/point.html /single-points/*/transitions to=accepted",
                () -> dana.locator("button[value=accepted]").click());
        dana.reload();
        assertThat(dana.locator("main")).containsText("The price of a second one is too high");
    }

    @Test
    void list_tapped_movesTheItem() {
        Page pia = watched(browser.signIn("pia", PHONE));
        String mine = "#item-" + page("numbers").replaceAll(".*/", "");
        String form = "preparation/mine.html /preparation/*/transitions back=list to=";
        pia.navigate("/preparation");
        submit(pia, form + "started", () -> pia.locator(mine + " button[value=started]").click());
        assertThat(changes("numbers")).endsWith("started");
        pia.navigate("/preparation");
        pia.locator(mine + " summary", new Page.LocatorOptions().setHasText("Blocked")).click();
        pia.locator(mine + " [name=reason]").fill("No list yet");
        submit(pia, form + "blocked", () -> press(pia, mine + " form:has([name=reason])"));
        assertThat(changes("numbers")).endsWith("blocked");
        pia.navigate("/preparation");
        pia.locator(mine + " summary", new Page.LocatorOptions().setHasText("Done")).click();
        pia.locator(mine + " [name=evidence]").fill("All called");
        submit(pia, form + "done", () -> press(pia, mine + " form:has([name=evidence])"));
        assertThat(changes("numbers")).endsWith("done");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void exercise_itemAdded_isInTheJournal() {
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate("/exercises/" + day.id + "/preparation");
        open(dana, "Add an item");
        fill(dana, "title", "Print the sheet");
        dana.locator("#f-team").fill("web");
        submit(dana, "preparation/exercise.html /exercises/*/preparation",
                () -> press(dana, at("/exercises/" + day.id + "/preparation")));
        assertThat(titles()).contains("Print the sheet");
        assertThat(complaints()).isEmpty();
    }

    private String page(String key) {
        return "/preparation/" + of(key).path("id").asText();
    }

    private com.fasterxml.jackson.databind.JsonNode of(String key) {
        return day.get("dana", "/preparation").extract().as(com.fasterxml.jackson.databind.JsonNode.class).path("items")
                .findParents("key").stream().filter(item -> item.path("key").asText().equals(key)).findFirst().orElseThrow();
    }

    private List<String> titles() {
        return day.get("dana", "/preparation").extract().path("items.title");
    }

    /** The last step of an item that the journal has. */
    private String changes(String key) {
        return JournalProbe.of(day).stream().filter(entry -> entry.type.startsWith("preparation-"))
                .filter(entry -> entry.data().path("preparation").asText().equals(key)).map(entry -> entry.type)
                .reduce("", (before, next) -> next);
    }
}

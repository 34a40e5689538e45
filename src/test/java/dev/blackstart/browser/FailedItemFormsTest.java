package dev.blackstart.browser;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import dev.blackstart.testsupport.Damage;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;

/** Every form of an item that failed, pressed in a browser; its effect is in the journal. */
@QuarkusTest
@FormWalk.FormsOf({ "tags/failedItem.html", "tags/failedItems.html" })
class FailedItemFormsTest extends FormWalk {

    private static final String DAY = """
            timeline:
              - {key: first, at: PT0S, message: {to: everyone, subject: One, channels: [in-app], text: First.}}
              - {key: seen, manual: true, expectation: {of: storage, text: Declares an incident, within: PT1H}}
              - {key: seen2, manual: true, expectation: {of: storage, text: Calls the vendor, within: PT1H}}
              - {key: end, at: PT2H, endex: {}}
            """;

    @Test
    void failedItems_retriedAndSkipped_fromTheRoomAndTheirPage() {
        GameDay day = GameDay.scheduled(DAY);
        Damage.tooLong(day, "first");
        day.move("dana", "running").statusCode(200);
        Page dana = watched(browser.signIn("dana", DESK));
        Awaitility.await().until(() -> day.item("first").get("failure") != null);
        room(dana, day);
        submit(dana, "tags/failedItems.html /exercises/*/timeline/*/transitions to=released",
                () -> press(dana, "#failed form:has([value=released])"));
        assertThat(day.item("first")).containsEntry("state", "held");
        Damage.body(day, "first", "{\"message\": {\"to\": \"everyone\", \"text\": \"Repaired.\"}}");
        item(dana, day, "first");
        submit(dana, "tags/failedItem.html /exercises/*/timeline/*/transitions to=released",
                () -> press(dana, ".notice form:has([value=released])"));
        assertThat(day.item("first")).containsEntry("state", "released");
        skipFailed(dana, day, "seen", "tags/failedItems.html", "#failed form:has([value=skipped])", false);
        skipFailed(dana, day, "seen2", "tags/failedItem.html", ".notice form:has([value=skipped])", true);
        day.move("dana", "ended").statusCode(200);
    }

    private void skipFailed(Page dana, GameDay day, String key, String template, String form, boolean onItsPage) {
        Damage.body(day, key, "no json");
        day.moveItem("carl", key, "released").statusCode(409);
        if (onItsPage) {
            item(dana, day, key);
        } else {
            room(dana, day);
        }
        submit(dana, template + " /exercises/*/timeline/*/transitions to=skipped", () -> press(dana, form));
        assertThat(JournalProbe.field(day, "item-skipped", "item")).contains(key);
    }

    private static void room(Page page, GameDay day) {
        page.navigate("/exercises/" + day.id + "/control-room");
    }

    private static void item(Page page, GameDay day, String key) {
        page.navigate("/exercises/" + day.id + "/timeline/" + key);
    }
}

package dev.blackstart.conduct.transition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;

/** What is left after ENDEX, and the question before an exercise is closed. */
@QuarkusTest
class ClosingTest {

    private static final String DAY = """
            objectives: [{key: back, text: Writes are back.}, {key: told, text: Everybody knows.}]
            drills:
              - {key: cut, kind: network-cut, title: Cut it, owner: olga, targets: [orders-db], maxDuration: PT20M, hypothesis: Holds.,
                 fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
              - {key: never, kind: network-cut, title: Never, owner: olga, targets: [orders-db], maxDuration: PT20M, hypothesis: Holds.,
                 fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
            timeline:
              - {key: fault, at: PT0M, drill: cut}
              - {key: asked, at: PT0M, expectation: {of: storage, text: Somebody looks.}}
              - {key: later, at: PT1H, message: {to: everyone, channels: [in-app], text: Later.}}
              - {key: by-hand, manual: true, drill: never}
            """;

    @Test
    void end_whatNeverCame_isSkippedAndSaidOnce() {
        GameDay day = GameDay.running(DAY);
        day.moveItem("carl", "by-hand", "held").statusCode(200);
        day.move("dana", "ended").statusCode(200);
        assertThat(day.item("later")).containsEntry("state", "skipped");
        assertThat(day.item("by-hand")).containsEntry("state", "skipped");
        List<Map<String, Object>> entries = day.get("dana", "/journal?limit=200").extract()
                .path("entries.findAll { it.type == 'items-skipped' }");
        assertThat(entries).hasSize(1);
        assertThat(entries.get(0)).hasEntrySatisfying("data", data -> assertThat(data.toString()).contains("later", "by-hand"));
        FormClient.of("carl").browser().get("/exercises/" + day.id + "/control-room").then()
                .body(containsString("Skipped by the end, since never released"));
    }

    @Test
    void close_unjudged_refusedWithWhatIsLeft() {
        GameDay day = ended();
        day.move("dana", "closed").statusCode(409).body("checks.key",
                hasItems("faults", "expectations", "drills", "objectives"));
        FormClient dana = FormClient.of("dana");
        String room = "/exercises/" + day.id;
        for (String page : List.of(room, room + "/control-room")) {
            assertThat(dana.browser().get(page).then().statusCode(200).extract().asString()).contains("What now",
                    "Confirm the reverts", "Judge the expectations", "Set the results of the drills", "Rate the objectives",
                    "2 left", "value=\"closed\"");
        }
        assertThat(
                dana.form().formParam("to", "closed").post(room + "/transitions").then().statusCode(200).extract().asString())
                .contains("To be done first", "Confirm the reverts: 1 left", "Not judged yet", "Rate the objectives: 2 left")
                .doesNotContain("name=\"confirmed\"");
        FormClient.of("carl").form().formParam("to", "closed").post(room + "/transitions").then().statusCode(403);
        assertThat(FormClient.of("carl").browser().get(room).then().extract().asString()).contains("What now")
                .doesNotContain("value=\"closed\"");
    }

    @Test
    void close_restMarkedNotExercised_closesAndSaysSo() {
        GameDay day = ended();
        day.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
        FormClient dana = FormClient.of("dana");
        String room = "/exercises/" + day.id;
        assertThat(
                dana.form().formParam("to", "closed").post(room + "/transitions").then().statusCode(200).extract().asString())
                .contains("Mark the rest as not exercised", "name=\"confirmed\"");
        dana.form().formParam("to", "closed").formParam("confirmed", "true").post(room + "/transitions").then().statusCode(409);
        dana.form().formParam("to", "closed").formParam("confirmed", "true").formParam("rest", "not-exercised")
                .formParam("reason", "No report is needed.").post(room + "/transitions").then().statusCode(303);
        day.get("dana", "").body("state", equalTo("closed"));
        assertThat(day.item("asked")).containsEntry("state", "skipped");
        day.get("dana", "/drills").body("items.find { it.key == 'cut' }.result", equalTo("inconclusive"));
        List<String> types = day.get("dana", "/journal?limit=200").extract().path("entries.type");
        assertThat(types).contains("item-skipped", "drill-result", "closed")
                .filteredOn("objective-rated"::equals).hasSize(2);
    }

    @Test
    void close_everythingJudged_asksForTheReviewOrAReason() {
        GameDay day = ended();
        day.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
        day.post("eve", "/drills/cut/result", Map.of("result", "passed", "reason", "It held.")).statusCode(200);
        day.post("eve", "/timeline/asked/transitions", Map.of("to", "completed")).statusCode(200);
        for (String objective : List.of("back", "told")) {
            FormClient.of("eve").form().formParam("rating", "P")
                    .post("/exercises/" + day.id + "/objectives/" + objective + "/ratings")
                    .then().statusCode(303);
        }
        assertThat(
                FormClient.of("dana").form().formParam("to", "closed").post("/exercises/" + day.id + "/transitions").then()
                        .extract()
                        .asString())
                .contains("Hold the review and publish the report: 1 left", "Why it closes without a published report",
                        "name=\"confirmed\"")
                .doesNotContain("Mark the rest");
        day.post("dana", "/transitions", Map.of("to", "closed")).statusCode(409).body("checks.key", equalTo(List.of("review")));
        day.post("dana", "/transitions", Map.of("to", "closed", "reason", "Reviewed by word of mouth.")).statusCode(200);
        assertThat(JournalProbe.field(day, "reason", "text")).contains("Reviewed by word of mouth.");
    }

    private static GameDay ended() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("asked", "released");
        day.post("carl", "/drills/cut/transitions", Map.of("to", "injected")).statusCode(200);
        day.move("dana", "ended").statusCode(200);
        return day;
    }
}

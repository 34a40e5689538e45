package dev.blackstart.conduct.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.conduct.controlroom.ControlRoomLive;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** For ten seconds whoever judged, held or noted something by mistake may undo it. */
@QuarkusTest
public class UndoTest {

    private static final String DAY = """
            drills:
              - {key: cut, kind: network-cut, title: Cut, owner: dana, targets: [orders-db], maxDuration: PT20M, hypothesis: It holds.,
                 fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
            timeline:
              - {key: seen, at: PT0M, expectation: {of: storage, text: Sees it., within: PT1H}}
              - {key: choice, at: PT0M, decision: {text: Which?, options: [go, stay]}}
              - {key: look, at: PT0M, task: {of: carl, text: Look.}}
              - {key: praise, after: {item: seen, is: completed, delay: PT30M}, task: {of: carl, text: Praise them.}}
              - {key: hint, after: {item: seen, is: missed}, task: {of: carl, text: Give a hint.}}
              - {key: down, manual: true, drill: cut}
              - {key: later, at: PT1H, task: {of: carl, text: Later.}}
            """;

    @Inject
    ControlRoomLive live;

    @Test
    void met_undoneByWhoeverJudged_openAgainAsIfItHadNotBeen() {
        GameDay day = running();
        day.moveItem("eve", "seen", "completed").statusCode(200);
        assertThat(day.item("praise").get("due")).isNotNull();
        day.moveItem("eve", "seen", "released").statusCode(200).body("state", is("released"));
        assertThat(day.item("seen")).doesNotContainKey("completedAt").containsEntry("deadline", "PT1H");
        assertThat(day.item("praise")).doesNotContainKey("due").containsEntry("state", "pending");
        assertThat(JournalProbe.field(day, "item-withdrawn", "item")).containsExactly("seen");
        assertThat(JournalProbe.field(day, "item-withdrawn", "was")).containsExactly("completed");
        day.moveItem("carl", "seen", "completed").statusCode(200).body("state", is("completed"));
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void missed_dependentReleased_refusedAndNamed() {
        GameDay day = running();
        day.moveItem("eve", "seen", "missed").statusCode(200);
        day.awaitItem("hint", "released");
        day.moveItem("eve", "seen", "released").statusCode(409)
                .body("detail", containsString("“Give a hint.”")).body("released", contains("hint"));
        assertThat(day.item("seen").get("state")).isEqualTo("missed");
    }

    @Test
    void judged_byAnotherPersonOrTooLate_refused() {
        GameDay day = running();
        day.moveItem("eve", "seen", "completed").statusCode(200);
        day.moveItem("carl", "seen", "released").statusCode(403);
        QuarkusTransaction.requiringNew().run(() -> TimelineItem.update("settledAt = ?1 where exerciseId = ?2 and key = 'seen'",
                Instant.now().minusSeconds(30), UUID.fromString(day.id)));
        day.moveItem("eve", "seen", "released").statusCode(409).body("detail", containsString("ten seconds"));
        assertThat(day.item("seen").get("state")).isEqualTo("completed");
        assertThat(JournalProbe.of(day, "item-withdrawn")).isEmpty();
    }

    @Test
    void metAfterTheDeadline_undone_missedAgainAndNoOutage() {
        GameDay day = GameDay.running("""
                timeline:
                  - {key: seen, at: PT0M, expectation: {of: storage, text: Sees it., within: PT0.2S}}
                  - {key: later, at: PT1H, task: {of: carl, text: Later.}}
                """);
        day.awaitItem("seen", "missed");
        day.moveItem("eve", "seen", "completed").statusCode(200);
        day.moveItem("eve", "seen", "released").statusCode(200).body("state", is("missed"));
        assertThat(day.get("dana", "").extract().<String> path("state")).isEqualTo("running");
    }

    @Test
    void decisionAndTask_undone_openAgain() {
        GameDay day = running();
        day.post("carl", "/timeline/choice/transitions", Map.of("to", "chosen", "option", "go")).statusCode(200);
        day.moveItem("carl", "choice", "released").statusCode(200).body("state", is("released"));
        assertThat(day.item("choice")).doesNotContainKey("option");
        day.moveItem("carl", "look", "completed").statusCode(200);
        day.moveItem("carl", "look", "released").statusCode(200).body("state", is("released"));
    }

    @Test
    void injection_neverUndone() {
        GameDay day = running();
        day.moveItem("carl", "down", "released").statusCode(200);
        day.moveItem("carl", "down", "completed").statusCode(200);
        day.moveItem("carl", "down", "released").statusCode(200).body("state", is("completed"));
        day.get("carl", "/drills").body("items[0].state", is("injected"));
        assertThat(JournalProbe.of(day, "item-withdrawn")).isEmpty();
    }

    @Test
    void page_afterMet_offersUndoToWhoeverJudged() {
        GameDay day = running();
        FormClient eve = FormClient.of("eve");
        eve.form().formParam("to", "completed").post("/exercises/" + day.id + "/expectations/seen/judgements").then()
                .statusCode(303);
        eve.browser().get("/exercises/" + day.id + "/evaluation").then().body(containsString("Met: Sees it."),
                containsString("Undo"));
        FormClient.of("carl").browser().get("/exercises/" + day.id + "/control-room").then().body(not(containsString("Undo")));
        eve.form().formParam("to", "released").formParam("back", "evaluation")
                .post("/exercises/" + day.id + "/timeline/seen/transitions").then().statusCode(303)
                .header("Location", containsString("/evaluation"));
        assertThat(day.item("seen").get("state")).isEqualTo("released");
    }

    @Test
    void page_afterHold_offersToResume() {
        GameDay day = running();
        FormClient carl = FormClient.of("carl");
        String room = "/exercises/" + day.id;
        carl.form().formParam("to", "held").post(room + "/timeline/later/transitions").then().statusCode(303);
        carl.browser().get(room + "/control-room").then().body(containsString("Held: Later."));
        carl.form().formParam("to", "pending").post(room + "/timeline/later/transitions").then().statusCode(303);
        carl.browser().get(room + "/control-room").then().body(not(containsString("Held: Later.")));
        assertThat(day.item("later").get("state")).isEqualTo("pending");
    }

    @Test
    void note_withdrawnByItsAuthor_struckOutOnThePageAndInTheStream() {
        GameDay day = running();
        String note = day.post("carl", "/notes", Map.of("text", "Wrong room.")).statusCode(201).extract().path("id");
        FormClient carl = FormClient.of("carl");
        String room = "/exercises/" + day.id + "/control-room";
        carl.browser().get(room).then().body(containsString("Note logged."));
        String path = "/notes/" + note + "/transitions";
        day.post("dana", path, Map.of("to", "withdrawn")).statusCode(403);
        day.post("pia", path, Map.of("to", "withdrawn")).statusCode(403);
        day.post("carl", "/notes/" + UUID.randomUUID() + "/transitions", Map.of("to", "withdrawn")).statusCode(404);
        day.post("carl", path, Map.of("to", "deleted")).statusCode(422);
        day.post("carl", path, Map.of("to", "withdrawn")).statusCode(200).body("state", is("withdrawn"));
        day.post("carl", path, Map.of("to", "withdrawn")).statusCode(200);
        assertThat(JournalProbe.field(day, "note-withdrawn", "note")).containsExactly(note);
        carl.browser().get(room).then().body(containsString("<s>Wrong room.</s> withdrawn"),
                not(containsString("Note logged.")));
        String line = QuarkusTransaction.requiringNew().call(() -> live.line(Exercise.findById(UUID.fromString(day.id)),
                JournalProbe.of(day, "note-withdrawn").get(0)));
        assertThat(line).contains("<s>Wrong room.</s>")
                .contains("data-key=\"" + JournalProbe.of(day, "note").get(0).seq + "\"");
    }

    private static GameDay running() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("look", "released");
        return day;
    }
}

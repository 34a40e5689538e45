package dev.blackstart.followup;

import static dev.blackstart.followup.Followup.act;
import static dev.blackstart.followup.Followup.defect;
import static dev.blackstart.followup.Followup.get;
import static dev.blackstart.followup.Followup.move;
import static dev.blackstart.followup.Followup.unlike;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Few actions, and each asked whether it prevents more than this one event. */
@QuarkusTest
class FewActionsTest {

    @Inject
    ActionsWaiting actionsWaiting;

    @Test
    void open_sixth_refusedNamingTheOpenOnes() {
        GameDay day = Followup.running();
        String defect = defect(day, unlike("Lag")).extract().path("id");
        List<String> ids = five(defect);
        act("carl", defect, "Sixth", "carl").statusCode(409).body("open", hasSize(5)).body("open.id", is(ids))
                .body("open.owner", hasItem("carl")).body("detail", containsString("5 open actions"));
        assertThat(JournalProbe.of(day, "action-opened")).hasSize(5);
    }

    @Test
    void open_sixthInsteadOfOne_thatOneIsDropped() {
        GameDay day = Followup.running();
        String defect = defect(day, unlike("Lag")).extract().path("id");
        List<String> ids = five(defect);
        act("carl", defect, "Sixth", "carl", "instead", UUID.randomUUID().toString()).statusCode(422)
                .body("field", is("instead"));
        act("carl", defect, "Sixth", "carl", "instead", ids.get(2)).statusCode(201).body("manyReason", nullValue());
        get("carl", "/api/actions/" + ids.get(2)).body("state", is("dropped")).body("dropReason", is("Replaced by: Sixth"));
        assertThat(JournalProbe.field(day, "action-dropped", "reason")).containsExactly("Replaced by: Sixth");
    }

    @Test
    void open_sixthWithReason_keptWithIt() {
        GameDay day = Followup.running();
        String defect = defect(day, unlike("Lag")).extract().path("id");
        five(defect);
        act("carl", defect, "Sixth", "carl", "reason", "Two sites.").statusCode(201).body("manyReason", is("Two sites."));
        assertThat(JournalProbe.field(day, "action-opened", "reason")).contains("Two sites.");
    }

    @Test
    void open_oneOfFiveIsDone_noQuestion() {
        GameDay day = Followup.running();
        String defect = defect(day, unlike("Lag")).extract().path("id");
        move("carl", five(defect).get(0), "done").statusCode(200);
        act("carl", defect, "Sixth", "carl").statusCode(201);
    }

    @Test
    void open_preventsSimilar_answerIsStoredAndShown() {
        GameDay day = Followup.running();
        String defect = defect(day, unlike("Lag")).extract().path("id");
        act("carl", defect, "Limit for all", "carl", "preventsSimilar", "perhaps").statusCode(422)
                .body("field", is("preventsSimilar"));
        String id = act("carl", defect, "Limit for all", "carl", "preventsSimilar", "no").statusCode(201)
                .body("preventsSimilar", is("no")).extract().path("id");
        PageClient.as("carl").get("/actions/" + id).statusCode(200).body(containsString("Prevents a similar event"));
        act("carl", defect, "Limit", "carl").statusCode(201).body("preventsSimilar", nullValue());
    }

    @Test
    void page_sixth_asksWhichToDropAndKeepsWhatWasTyped() {
        GameDay day = Followup.running();
        String defect = defect(day, unlike("Lag")).extract().path("id");
        PageClient carl = PageClient.as("carl");
        carl.get("/defects/" + defect).statusCode(200).body(not(containsString("Drop instead")));
        List<String> ids = five(defect);
        carl.get("/defects/" + defect).body(containsString("Drop instead"), containsString(ids.get(4)));
        carl.post("/defects/" + defect + "/actions", Map.of("title", "Sixth limit", "owner", "carl", "preventsSimilar", "yes"))
                .statusCode(409).body(containsString("Sixth limit"), containsString("5 open actions"));
        carl.post("/defects/" + defect + "/actions", Map.of("title", "Sixth limit", "owner", "carl", "instead", ids.get(0)))
                .statusCode(303);
    }

    /** R79: it lies on the list of whoever does it, once they may know of it. */
    @Test
    void home_criticalAction_waitsForItsOwnerOnceTheExerciseIsOver() {
        GameDay day = Followup.running();
        String title = unlike("Alert on lag");
        String found = Followup.finding(day, "pia", "Seen.");
        String defect = Followup.post("carl", "/api/defects", Map.of("title", unlike("Lag"), "findings", List.of(found),
                "severity", "sev1", "likelihood", "likely")).extract().path("id");
        act("carl", defect, title, "pia").statusCode(201);
        assertThat(waiting("pia")).doesNotContain(title);
        day.move("dana", "ended").statusCode(200);
        assertThat(waiting("pia")).contains(title);
        assertThat(waiting("wilma")).doesNotContain(title);
    }

    private List<String> waiting(String person) {
        return QuarkusTransaction.requiringNew()
                .call(() -> actionsWaiting.waitingFor(person).stream().map(one -> one.text()).toList());
    }

    private static List<String> five(String defect) {
        List<String> ids = new ArrayList<>();
        for (int i = 1; i <= 5; i++) {
            ids.add(act("carl", defect, "Limit number " + i, "carl").statusCode(201).extract().path("id"));
        }
        return ids;
    }
}

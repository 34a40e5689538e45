package dev.blackstart.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;

/** Whoever reads a plan or a preparation item may raise a concern; an approver answers it before the start. */
@QuarkusTest
class ConcernsTest {

    private static final String DAY = """
            preparation: [{key: check, team: storage, kind: runbook, title: Read the runbook, due: -P1D}]
            timeline: [{key: open, at: PT1H, task: {of: carl, text: Look.}}]
            """;

    private static String raise(String person, String path, boolean anonymous) {
        return GameDay.as(person).contentType("application/json")
                .body(Map.of("text", "The standby is too old.", "anonymous", anonymous)).post("/api/" + path).then()
                .statusCode(201).body("by", anonymous ? nullValue() : is(person)).extract().path("id");
    }

    @Test
    void concern_open_holdsTheStartUntilAnApproverAnswers() {
        GameDay day = GameDay.scheduled(DAY);
        String concern = raise("pia", "exercises/" + day.id + "/concerns", false);
        day.get("dana", "/gate").body("checks.find { it.key == 'concerns' }.advice", containsString("adam or olga"));
        day.move("dana", "running").statusCode(409);
        String answers = "/api/plans/" + day.plan + "/concerns/" + concern + "/answers";
        GameDay.as("carl").contentType("application/json").body(Map.of("text", "No.")).post(answers).then().statusCode(403);
        GameDay.as("pia").contentType("application/json").body(Map.of("text", "No.")).post(answers).then().statusCode(404);
        GameDay.as("olga").contentType("application/json").body(Map.of("text", "It was replaced.")).post(answers).then()
                .statusCode(200).body("answeredBy", is("olga"));
        day.get("pia", "/concerns").body("items[0].answer", is("It was replaced."));
        day.move("dana", "running").statusCode(200);
        assertThat(JournalProbe.of(day, "concern-raised")).singleElement()
                .satisfies(entry -> assertThat(entry.audience).isEqualTo("control"));
    }

    @Test
    void concern_anonymousFromAPreparationItem_namesNobodyAnywhere() {
        GameDay day = GameDay.scheduled(DAY);
        String item = day.get("dana", "/preparation").extract().path("items[0].id");
        raise("tess", "preparation/" + item + "/concerns", true);
        day.get("tess", "/concerns").statusCode(404);
        assertThat(day.get("dana", "/concerns").extract().asString()).contains("too old").doesNotContain("tess");
        assertThat(JournalProbe.of(day, "concern-raised")).singleElement()
                .satisfies(entry -> assertThat(entry.actor).isEqualTo("anonymous"));
        GameDay.as("wilma").contentType("application/json").body(Map.of("text", "No.")).post("/api/preparation/" + item
                + "/concerns").then().statusCode(404);
    }

    @Test
    void page_playerSeesTheirOwnOnly_approverAnswers() {
        GameDay day = GameDay.scheduled(DAY);
        raise("dana", "plans/" + day.plan + "/concerns", false);
        FormClient pia = FormClient.of("pia");
        String page = "/exercises/" + day.id + "/concerns";
        pia.form().formParam("text", "Nobody told support.").post(page).then().statusCode(303);
        assertThat(pia.browser().get(page).asString()).contains("Nobody told support.").doesNotContain("too old",
                "Hidden name");
        FormClient.of("wilma").browser().get(page).then().statusCode(404);
        FormClient olga = FormClient.of("olga");
        String plan = "/plans/" + day.plan + "/concerns";
        assertThat(olga.browser().get(plan).asString()).contains("Nobody told support.", "Answer the concern");
        String id = GameDay.as("olga").get("/api" + plan).path("items.find { it.text.startsWith('Nobody') }.id");
        olga.form().formParam("answer", "They know now.").post(plan + "/" + id + "/answers").then().statusCode(303);
        assertThat(pia.browser().get(page).asString()).contains("They know now.");
    }
}

package dev.blackstart.followup;

import static dev.blackstart.followup.Followup.act;
import static dev.blackstart.followup.Followup.finding;
import static dev.blackstart.followup.Followup.get;
import static dev.blackstart.followup.Followup.move;
import static dev.blackstart.followup.Followup.post;
import static dev.blackstart.followup.Followup.unlike;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.nullValue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Actions by the risk that they remove. */
@QuarkusTest
class ActionRankTest {

    @Test
    void open_severityAndLikelihood_rankedInWordsAndJournaled() {
        GameDay day = Followup.running();
        String defect = defect(day, "sev1", "likely");
        get("carl", "/api/defects/" + defect).body("severity", is("sev1")).body("likelihood", is("likely"))
                .body("rank", is("critical"));
        act("carl", defect, "Alert on lag", "carl").statusCode(201).body("rank", is("critical"));
        assertThat(JournalProbe.field(day, "defect-opened", "likelihood")).contains("likely");
    }

    @Test
    void open_withoutLikelihood_unknownIsAllowedAndTold() {
        GameDay day = Followup.running();
        String defect = defect(day, "sev1", null);
        get("carl", "/api/defects/" + defect).body("likelihood", nullValue()).body("rank", is("unknown"));
        act("carl", defect, "Alert on lag", "carl").body("rank", is("unknown"));
        PageClient.as("carl").get("/actions?whose=all&owner=carl").statusCode(200).body(containsString("not ranked"));
    }

    @Test
    void change_likelihood_itsActionsAreRankedAnew() {
        GameDay day = Followup.running();
        String defect = defect(day, "sev2", "rare");
        String action = act("carl", defect, "Alert on lag", "carl").body("rank", is("low")).extract().path("id");
        change(defect, Map.of("likelihood", "almost-certain")).statusCode(200).body("rank", is("critical"));
        get("carl", "/api/actions/" + action).body("rank", is("critical"));
        change(defect, Map.of("title", "Another title")).body("likelihood", is("almost-certain"));
        change(defect, Map.of("likelihood", "unknown")).body("likelihood", nullValue()).body("rank", is("unknown"));
        get("carl", "/api/actions/" + action).body("rank", is("unknown"));
        change(defect, Map.of("likelihood", "often")).statusCode(422).body("field", is("likelihood"));
    }

    @Test
    void list_manyRanks_theMostRiskFirstAndPagedWithoutGapOrRepeat() {
        GameDay day = Followup.running();
        Map<String, String> made = new HashMap<>();
        for (String likelihood : List.of("rare", "unknown", "almost-certain", "possible", "likely")) {
            String defect = defect(day, "sev2", likelihood);
            for (String due : List.of("one", "two")) {
                made.put(likelihood + due, act("carl", defect, "Alert on lag " + due, "carl").extract().path("id"));
            }
        }
        List<String> ranks = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        String next = null;
        do {
            var page = get("carl", "/api/actions?limit=3&exercise=" + day.id + (next == null ? "" : "&after=" + next))
                    .statusCode(200).extract();
            ranks.addAll(page.path("items.rank"));
            ids.addAll(page.path("items.id"));
            next = page.path("next");
        } while (next != null);
        assertThat(ranks).containsExactly("critical", "critical", "high", "high", "medium", "medium", "low", "low", "unknown",
                "unknown");
        assertThat(ids).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(made.values());
    }

    @Test
    void list_filters_narrow() {
        GameDay day = Followup.running();
        String high = defect(day, "sev2", "likely");
        act("carl", high, "Alert on lag", "carl", "kind", "detect").statusCode(201);
        act("carl", high, "Fence the old primary", "eve", "kind", "prevent").statusCode(201);
        String low = defect(day, "sev4", "rare");
        String done = act("carl", low, "Rename the host", "eve", "kind", "process").extract().path("id");
        move("eve", done, "done").statusCode(200);
        String all = "/api/actions?exercise=" + day.id;
        get("carl", all + "&rank=high").body("items.rank", everyItem(is("high"))).body("items.size()", is(2));
        get("carl", all + "&owner=eve").body("items.owner", everyItem(is("eve"))).body("items.size()", is(2));
        get("carl", all + "&kind=detect").body("items.title", is(List.of("Alert on lag")));
        get("carl", all + "&state=undone&rank=low").body("items", empty());
        get("carl", all + "&overdue=true").body("items", empty());
    }

    @ParameterizedTest
    @ValueSource(strings = { "rank=worst", "kind=guess" })
    void list_noSuchWord_refusedByName(String query) {
        get("carl", "/api/actions?" + query).statusCode(422).body("field", is(query.substring(0, 4)));
    }

    @Test
    void page_criticalAction_saysThatItHasThePriorityOfACriticalBug() {
        GameDay day = Followup.running();
        String action = act("carl", defect(day, "sev1", "likely"), "Alert on lag", "carl").extract().path("id");
        PageClient.as("carl").get("/actions/" + action).statusCode(200)
                .body(containsString("It has the priority of a critical bug"));
        String report = GameDay.as("carl").accept("text/markdown").get("/api/exercises/" + day.id + "/report").asString();
        assertThat(report).contains("critical, the priority of a critical bug");
    }

    private static String defect(GameDay day, String severity, String likelihood) {
        String title = unlike("Lag");
        Map<String, Object> opening = new HashMap<>(
                Map.of("title", title, "findings", List.of(finding(day, "pia", "Seen: " + title)), "severity", severity));
        if (likelihood != null) {
            opening.put("likelihood", likelihood);
        }
        return post("carl", "/api/defects", opening).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse change(String defect, Map<String, ?> change) {
        return GameDay.as("carl").contentType(ContentType.JSON).body(change).patch("/api/defects/" + defect).then();
    }
}

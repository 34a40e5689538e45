package dev.blackstart.conduct.banner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.OpenPage;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** The status banner and the controls on the pages of an exercise, for each who reads them. */
@QuarkusTest
class BannerTest {

    private static final String DAY = """
            objectives: [{key: back, text: Writes are back.}]
            drills:
              - {key: cut, kind: network-cut, title: Cut it, owner: dana, targets: [orders-db], maxDuration: PT20M,
                 fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
            callTrees:
              - {key: tree, message: {subject: Please confirm}, root: {person: pia, channels: [email], wait: PT5M}}
            preparation: [{key: check, team: storage, kind: runbook, title: Read the run book, due: -P1D}]
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, channels: [in-app], text: Welcome.}}
              - {key: fault, at: PT10M, drill: cut}
              - {key: asked, at: PT0M, expectation: {of: storage, text: Somebody looks.}}
              - {key: back, at: PT40M, revert: cut}
            """;

    private static final List<String> PAGES = List.of("", "/control-room", "/timeline/fault", "/timeline/new", "/evaluation",
            "/call-trees", "/call-trees/tree", "/drills/cut/result", "/report", "/preparation", "/sheet", "/me", "/recap",
            "/scoreboard");

    @AfterEach
    void releaseTheLever() {
        lever(false);
    }

    @Test
    void everyPage_running_bannerWithNoDuffPauseAndForThoseWhoMayAbort() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("asked", "released");
        for (String page : PAGES) {
            String dana = page(day, "dana", page);
            assertThat(dana).as(page).containsOnlyOnce("class=\"ribbon\"").contains("data-state=\"LIVE\"", "/no-duff",
                    "value=\"paused\"", "value=\"aborted\"");
            if (!page.equals("/timeline/new")) {
                assertThat(page(day, "eve", page)).as(page).contains("data-state=\"LIVE\"", "/no-duff", "value=\"paused\"")
                        .doesNotContain("value=\"aborted\"");
            }
        }
        assertThat(page(day, "carl", "")).contains("value=\"paused\"").doesNotContain("value=\"aborted\"");
        assertThat(page(day, "sol", "")).contains("value=\"paused\"", "value=\"aborted\"");
        assertThat(page(day, "pia", "/me")).contains("Storage exercise", "/no-duff")
                .doesNotContain("value=\"paused\"", "value=\"aborted\"", "Hidden name of the plan");
        assertThat(FormClient.of("eve").browser().get("/exercises/" + day.id + "/timeline/unknown").then().statusCode(404)
                .extract()
                .asString()).contains("data-state=\"LIVE\"", "/no-duff", "value=\"paused\"");
    }

    @Test
    void itemOfPreparation_whoMayKnowOfTheExercise_banner() {
        GameDay day = GameDay.running(DAY);
        String item = day.get("dana", "/preparation").extract().path("items[0].id");
        FormClient.of("dana").browser().get("/preparation/" + item).then().statusCode(200)
                .body(containsString("data-state=\"LIVE\""));
        FormClient.of("tess").browser().get("/preparation/" + item).then().statusCode(200)
                .body(not(containsString("class=\"ribbon\"")));
    }

    @Test
    void controls_ofOthers_areNotShown() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("asked", "released");
        assertThat(page(day, "eve", "/control-room")).contains("value=\"missed\"")
                .doesNotContain("Release now", "Skip, defer", ">Hold<", "Add an item", "End the exercise", "value=\"aborted\"");
        assertThat(page(day, "sol", "/control-room")).doesNotContain("Release now", "value=\"missed\"", "Add an item");
        assertThat(page(day, "carl", "/control-room")).contains("Release now", "Add an item", "value=\"missed\"")
                .doesNotContain("End the exercise", "value=\"aborted\"");
        assertThat(page(day, "eve", "/timeline/fault")).doesNotContain("Release now", "Reason to skip it", ">Hold<");
        assertThat(page(day, "carl", "/timeline/fault")).contains("Release now", "Reason to skip it");
        assertThat(page(day, "carl", "")).contains("Take over direction").doesNotContain("Change the roster");
        assertThat(page(day, "dana", "")).contains("Change the roster").doesNotContain("Take over direction");
        GameDay later = GameDay.scheduled(DAY);
        assertThat(page(later, "carl", "")).doesNotContain("Move the date", "Cancel the exercise", "value=\"running\"");
        assertThat(page(later, "dana", "")).contains("Move the date", "Cancel the exercise", "value=\"running\"");
    }

    @Test
    void noDuff_whoWasNotThere_learnsWhoWhenWhereAndWhatToDo() {
        GameDay day = GameDay.running(DAY);
        String said = "Smoke in hall 3 of the data centre, the fire brigade is on its way, everybody leaves the building now";
        GameDay.as("pia").contentType(ContentType.JSON).body(Map.of("text", said)).post("/api/no-duff").then().statusCode(202);
        for (String reader : List.of("dana", "eve", "noel")) {
            assertThat(page(day, reader, reader.equals("noel") ? "/me" : "/evaluation")).contains("data-state=\"NO DUFF\"",
                    "Real emergency. The exercise is stopped.", "“" + said + "”", "Pia", "may resume it when");
        }
        assertThat(page(day, "carl", "")).doesNotContain(">Resume<");
        assertThat(page(day, "sol", "")).contains("Resume", "value=\"running\"", "data-asks");
        day.confirm("carl", "resume").statusCode(202);
        day.move("dana", "running").statusCode(200);
        assertThat(page(day, "dana", "")).doesNotContain("Real emergency. The exercise is stopped.");
    }

    @Test
    void banner_pushed_toPagesThatStayOpen() throws Exception {
        GameDay day = GameDay.running(DAY);
        assertThat(page(day, "pia", "")).contains("data-live=\"/exercises/" + day.id + "/live/banner\"");
        try (OpenPage eve = OpenPage.open(day, "eve", "banner"); OpenPage pia = OpenPage.open(day, "pia", "banner")) {
            eve.awaitText("data:moment");
            pia.awaitText("data:moment");
            assertThat(eve.text()).contains("data-state=\"LIVE\"", "value=\"paused\"").doesNotContain("csrf-token",
                    "value=\"aborted\"");
            assertThat(pia.text()).contains("Storage exercise").doesNotContain("Hidden name of the plan", "value=\"paused\"");
            day.move("carl", "paused").statusCode(200);
            pia.awaitText("data-state=\"PAUSED\"");
        }
        assertThat(OpenPage.ask(day, "wilma", "banner", null).statusCode()).isEqualTo(404);
    }

    @Test
    void leverPulled_everybodyLearnsThatAndThoseWhoConductWhy() {
        GameDay day = GameDay.running(DAY);
        lever(true);
        assertThat(page(day, "carl", "/timeline/fault")).contains("The safety lever is pulled.", "“A storm over the site”",
                "By Dana", "No fault can be injected in any exercise");
        String wilma = FormClient.of("wilma").browser().get("/directory").then().statusCode(200).extract().asString();
        assertThat(Jsoup.parse(wilma).select("[aria-label=Safety lever]").text())
                .contains("The safety lever is pulled.", "You need to do nothing.").doesNotContain("A storm",
                        "By Dana");
        lever(false);
        FormClient.of("wilma").browser().get("/alerts").then().statusCode(200).body(not(containsString("safety lever")));
    }

    @Test
    void incidentOpen_onEveryPageUntilItIsClosed() {
        String incident = GameDay.as("dana").contentType(ContentType.JSON)
                .body(Map.of("title", "Fibre cut in fra1", "systems", List.of("payments-ledger"))).post("/api/incidents").then()
                .statusCode(201).extract().path("id");
        try {
            assertThat(FormClient.of("pia").browser().get("/").then().extract().asString()).contains("Real incident: ",
                    "/directory/incidents");
        } finally {
            GameDay.as("dana").contentType(ContentType.JSON).body(Map.of("to", "closed"))
                    .post("/api/incidents/" + incident + "/transitions").then().statusCode(200)
                    .body("state", equalTo("closed"));
        }
    }

    private static void lever(boolean pulled) {
        GameDay.as("dana").contentType(ContentType.JSON).body(Map.of("pulled", pulled, "reason", "A storm over the site"))
                .post("/api/safety-lever");
    }

    private static String page(GameDay day, String person, String page) {
        return FormClient.of(person).browser().get("/exercises/" + day.id + page).then().statusCode(200).extract().asString();
    }
}

package dev.blackstart.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** What is dangerous is asked first, by the server: a form without {@code confirmed} changes nothing. */
@QuarkusTest
class ConfirmationTest {

    private static final String DRILL = """
            drills:
              - {key: cut, kind: network-cut, title: Cut the network, owner: dana, targets: [orders-db], maxDuration: PT20M,
                 hypothesis: Orders go on., fault: {driver: manual, instruction: Pull the red cable.},
                 revert: {driver: manual, instruction: Plug the red cable in.}}
            timeline:
              - {key: down, at: PT1H, drill: cut}
              - {key: later, at: PT1H, task: {of: carl, text: Later.}}
            """;

    @Test
    void abort_notConfirmed_asksInNumbersAndCarriesItsFieldsAlong() {
        GameDay day = GameDay.running(DRILL);
        day.moveItem("carl", "down", "released").statusCode(200);
        String page = post(day, "dana", "/transitions", Map.of("to", "ended", "outcome", "aborted", "reason", "Too \"hot\""))
                .statusCode(200)
                .body(containsString("Abort the exercise?"), containsString("Reverts 1 fault, notifies 8 people"),
                        containsString("Cut the network, armed"))
                .extract().asString();
        Element form = Jsoup.parse(page).selectFirst("[data-question] form");
        assertThat(form.attr("action")).isEqualTo("/exercises/" + day.id + "/transitions");
        assertThat(form.selectFirst("[name=to]").attr("value")).isEqualTo("ended");
        assertThat(form.selectFirst("[name=outcome]").attr("value")).isEqualTo("aborted");
        assertThat(form.selectFirst("[name=reason]").attr("value")).isEqualTo("Too \"hot\"");
        assertThat(form.select("[name=csrf-token]")).hasSize(1);
        assertThat(state(day)).isEqualTo("running");
        post(day, "dana", "/transitions", Map.of("to", "ended", "outcome", "aborted", "confirmed", "true")).statusCode(303);
        assertThat(JournalProbe.field(day, "endex", "outcome")).containsExactly("aborted");
    }

    @Test
    void abort_thoseWhoMayNot_refusedWithoutAQuestion() {
        GameDay day = GameDay.running(DRILL);
        post(day, "eve", "/transitions", Map.of("to", "ended", "outcome", "aborted")).statusCode(403)
                .body(not(containsString("data-question")));
        post(day, "eve", "/timeline/down/transitions", Map.of("to", "released")).statusCode(403)
                .body(not(containsString("red cable")));
        post(day, "pia", "/transitions", Map.of("to", "ended", "outcome", "aborted")).statusCode(403);
        post(day, "wilma", "/transitions", Map.of("to", "ended", "outcome", "aborted")).statusCode(404);
    }

    @Test
    void fault_armedHeldOrInjected_saysAllOfItAndWaitsForAYes() {
        GameDay day = GameDay.running(DRILL);
        asksWithAllFacts(post(day, "carl", "/timeline/down/transitions", Map.of("to", "released")));
        post(day, "carl", "/timeline/down/transitions", Map.of("to", "held")).statusCode(303);
        asksWithAllFacts(post(day, "carl", "/timeline/down/transitions", Map.of("to", "pending")));
        assertThat(day.item("down").get("state")).isEqualTo("held");
        post(day, "carl", "/timeline/down/transitions", Map.of("to", "released", "confirmed", "true")).statusCode(303);
        asksWithAllFacts(post(day, "carl", "/drills/cut/transitions", Map.of("to", "injected"))
                .body(containsString("No other fault is active.")));
        asksWithAllFacts(post(day, "carl", "/timeline/down/transitions", Map.of("to", "completed")));
        day.get("carl", "/drills").body("items[0].state", is("armed"));
        post(day, "carl", "/drills/cut/transitions", Map.of("to", "injected", "confirmed", "true")).statusCode(303);
        day.get("carl", "/drills").body("items[0].state", is("injected"));
    }

    @Test
    void revert_notConfirmed_saysHowToRevertAndNothingOfInjecting() {
        GameDay day = GameDay.running(DRILL);
        post(day, "carl", "/timeline/down/transitions", Map.of("to", "released", "confirmed", "true")).statusCode(303);
        post(day, "carl", "/drills/cut/transitions", Map.of("to", "injected", "confirmed", "true")).statusCode(303);
        post(day, "carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200)
                .body(containsString("Plug the red cable in."), containsString("Orders database (orders-"),
                        not(containsString("Pull the red cable.")), not(containsString("must inject it")));
        day.get("carl", "/drills").body("items[0].state", is("injected"));
    }

    @Test
    void item_noDrill_releasedWithoutAQuestion() {
        GameDay day = GameDay.running(DRILL);
        post(day, "carl", "/timeline/later/transitions", Map.of("to", "released")).statusCode(303);
        assertThat(day.item("later").get("state")).isEqualTo("released");
    }

    @Test
    void itemPage_ofADrill_showsTheFaultBeforeItIsArmed() {
        GameDay day = GameDay.running(DRILL);
        allFacts(FormClient.of("carl").browser().get("/exercises/" + day.id + "/timeline/down").then().statusCode(200));
    }

    @Test
    void leavingNoDuff_saysWhichFaultsAreStillBeingReverted() {
        GameDay day = GameDay.running(DRILL);
        day.moveItem("carl", "down", "released").statusCode(200);
        GameDay.as("pia").contentType("application/json").body(Map.of("text", "Smoke.")).post("/api/no-duff").then()
                .statusCode(202);
        day.awaitState("paused");
        post(day, "sol", "/transitions", Map.of("to", "running")).statusCode(200)
                .body(containsString("1 fault is still being reverted"), containsString("Cut the network, reverting"));
        assertThat(state(day)).isEqualTo("paused");
        post(day, "sol", "/transitions", Map.of("to", "running", "confirmed", "true")).statusCode(303);
        assertThat(state(day)).isEqualTo("paused");
        day.confirm("carl", "resume").statusCode(200);
        assertThat(state(day)).isEqualTo("running");
    }

    @Test
    void pauseAndResume_notAsked() {
        GameDay day = GameDay.running(DRILL);
        post(day, "carl", "/transitions", Map.of("to", "paused")).statusCode(303);
        post(day, "carl", "/transitions", Map.of("to", "running")).statusCode(303);
        assertThat(state(day)).isEqualTo("running");
    }

    @Test
    void endCloseAndCancel_asked() {
        GameDay day = GameDay.running("timeline: [{key: one, at: PT1H, task: {of: carl, text: Look.}}]");
        post(day, "dana", "/transitions", Map.of("to", "ended", "outcome", "completed")).statusCode(200)
                .body(containsString("End the exercise?"));
        day.move("dana", "ended").statusCode(200);
        post(day, "dana", "/transitions", Map.of("to", "ended", "outcome", "completed")).statusCode(303);
        post(day, "dana", "/transitions", Map.of("to", "closed")).statusCode(200)
                .body(containsString("Close the exercise?"));
        assertThat(state(day)).isEqualTo("ended");
        GameDay other = GameDay.scheduled(DRILL);
        post(other, "dana", "/transitions", Map.of("to", "cancelled")).statusCode(200)
                .body(containsString("Cancel the exercise?"));
        assertThat(state(other)).isEqualTo("scheduled");
    }

    private static void asksWithAllFacts(ValidatableResponse answer) {
        allFacts(answer.statusCode(200).body(containsString("data-question")));
    }

    private static void allFacts(ValidatableResponse page) {
        page.body(containsString("Orders database (orders-"), containsString("Orders go on."),
                containsString("Pull the red cable."), containsString("Plug the red cable in."), containsString("20 m, then"),
                containsString("must revert it and confirm"), containsString("Carl"), containsString("Dana"));
    }

    private static String state(GameDay day) {
        return day.get("dana", "").extract().path("state");
    }

    private static ValidatableResponse post(GameDay day, String person, String path, Map<String, String> fields) {
        RequestSpecification form = FormClient.of(person).form();
        return form.formParams(fields).post("/exercises/" + day.id + path).then();
    }
}

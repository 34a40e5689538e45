package dev.blackstart.calling;

import static dev.blackstart.testsupport.GameDay.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.blackstart.notify.Delivery;
import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** A call tree in a running exercise: pia leads noel and wilma (who is on no roster); olga stands in for pia. */
@QuarkusTest
class CallTreesTest extends CallTreeDay {

    @Test
    void tree_everybodyAnswersByLink_passed() {
        GameDay day = day();
        day.moveItem("carl", "page", "released").statusCode(200);
        String id = day.get("carl", "/call-trees").statusCode(200).extract().path("items[0].activations[0].id");
        JsonPath begun = look(id);
        assertThat(begun.getString("root.trying")).isEqualTo("pia");
        assertThat(begun.getList("root.calls.state")).containsOnly("waiting");
        press(link(attempt(id, "pia")), "Bridge 7").statusCode(200).body(containsString("Confirmed"));
        assertThat(look(id).getList("root.calls.state")).containsOnly("calling");
        press(link(attempt(id, "noel")), "Bridge 7").statusCode(200);
        press(link(attempt(id, "wilma")), "The canteen").statusCode(200);
        JsonPath over = look(id);
        assertThat(over.getString("state")).isEqualTo("ended");
        assertThat(over.getString("result")).isEqualTo("passed");
        assertThat(over.getString("reason")).endsWith("3 people (wanted 3), within 15 m.");
        assertThat(over.getInt("figures.reached")).isEqualTo(3);
        assertThat(over.getString("figures.toQuorum")).isNotNull();
        assertThat(day.item("page")).containsEntry("state", "completed");
        assertThat(JournalProbe.verified(day).valid()).isTrue();
        for (String person : List.of("pia", "noel", "wilma")) {
            as("eve").contentType("application/json").body(Map.of("right", !person.equals("wilma")))
                    .post("/api/contact-attempts/" + attempt(id, person) + "/judgements").then().statusCode(200);
        }
        assertThat(look(id).getDouble("fidelity")).isBetween(0.66, 0.67);
        assertThat(JournalProbe.facts(day, "call-tree-ended")).hasSize(1);
    }

    @Test
    void tree_playersLearnNothingButTheirOwnCall() {
        GameDay day = day();
        String id = activate(day).getString("id");
        for (String person : List.of("pia", "noel", "wilma", "olga")) {
            as(person).get("/api/activations/" + id).then().statusCode(404);
            as(person).get("/api/activations/" + UUID.randomUUID()).then().statusCode(404);
            FormClient.of(person).browser().get("/exercises/" + day.id + "/call-trees/storage-on-call").then().statusCode(404);
        }
        day.get("pia", "/call-trees").statusCode(404);
        day.post("pia", "/call-trees/storage-on-call/activations", Map.of()).statusCode(403);
        as("wilma").post("/api/exercises/" + day.id + "/call-trees/storage-on-call/activations").then().statusCode(404);
        day.get("noel", "/journal").body("entries.type", not(hasItem("contact-attempted")));
        day.get("pia", "/journal").body("entries.type", hasItem("contact-notified"));
    }

    @Test
    void activate_unknownTreeOrNotRunning_refused() {
        GameDay day = day();
        day.post("carl", "/call-trees/nowhere/activations", Map.of()).statusCode(404);
        String id = activate(day).getString("id");
        day.post("dana", "/call-trees/storage-on-call/activations", Map.of()).statusCode(200).body("id", equalTo(id));
        day.move("carl", "paused").statusCode(200);
        FormClient.of("carl").form().formParam("activation", id)
                .post("/exercises/" + day.id + "/call-trees/storage-on-call/end")
                .then().statusCode(303);
        day.post("carl", "/call-trees/storage-on-call/activations", Map.of()).statusCode(409);
    }

    @Test
    void activateAndEnd_evaluator_watchesOnly() {
        GameDay day = day();
        String tree = "/exercises/" + day.id + "/call-trees/storage-on-call";
        day.post("eve", "/call-trees/storage-on-call/activations", Map.of()).statusCode(403);
        FormClient eve = FormClient.of("eve");
        eve.form().post(tree + "/activations").then().statusCode(403);
        eve.browser().get(tree).then().statusCode(200).body(not(containsString("/activations")));
        String id = activate(day).getString("id");
        eve.form().formParam("activation", id).post(tree + "/end").then().statusCode(403);
        assertThat(look(id).getString("state")).isEqualTo("running");
        FormClient.of("carl").browser().get(tree).then().statusCode(200).body(containsString("/end"));
    }

    @Test
    void outOfPlay_getsNothingAndCountsAsNotAnswering() {
        GameDay day = GameDay.running("""
                outOfPlay: [{person: pete, reason: Away}]
                callTrees: [{key: storage-on-call, root: {person: pete, channels: [email], wait: PT2S, alternates: [pia]}}]
                """ + HAND);
        String id = activate(day).getString("id");
        String withheld = attempt(id, "pete");
        Awaitility.await().until(() -> look(id).getString("root.trying"), "pia"::equals);
        assertThat(look(id).getList("root.attempts.state")).containsExactly("withheld", "open");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Delivery.about(UUID.fromString(withheld)))).isEmpty();
        result("pete", withheld, Map.of("result", "confirmed")).statusCode(404);
        FormClient.of("pete").browser().get("/calls").then().body(not(containsString("call-" + withheld)));
    }

    @Test
    void rehearsal_everybodyAnswers_dry() {
        GameDay day = GameDay.rehearsing(TREE + """
                timeline:
                  - {key: page, at: PT1M, callTree: storage-on-call}
                  - {key: later, after: {item: page, is: completed}, message: {to: pia, text: The tree is done.}}
                  - {key: end, at: PT1H, endex: {}}
                """, 600);
        day.awaitItem("page", "completed");
        day.awaitItem("later", "released");
        String id = day.get("carl", "/call-trees").extract().path("items[0].activations[0].id");
        assertThat(look(id).getString("result")).isEqualTo("passed");
        assertThat(look(id).getList("root.attempts.deliveries.flatten().state")).containsOnly("dry");
    }

    @Test
    void onBehalf_control_recordsInTheTree() {
        GameDay day = day();
        String id = activate(day).getString("id");
        String contact = look(id).getString("root.id");
        FormClient carl = FormClient.of("carl");
        String tree = "/exercises/" + day.id + "/call-trees/storage-on-call";
        carl.browser().get(tree).then().statusCode(200).body(containsString("Pia Rossi"), containsString("0 of 3"));
        carl.browser().get(tree + "/contacts/" + contact).then().statusCode(200).body(containsString("Confirmed"));
        carl.form().formParam("result", "confirmed").post(tree + "/attempts/" + attempt(id, "pia") + "/results").then()
                .statusCode(303);
        carl.browser().get(tree).then().body(containsString("1 of 3"));
        carl.browser().get("/exercises/" + day.id + "/control-room").then().body(containsString("1 of 3 ack"));
        assertThat(look(id).getString("root.attempts[0].via")).isEqualTo("control");
        carl.browser().get(tree + "/contacts/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void gate_contacts_warnsAndPasses() {
        GameDay day = GameDay.scheduled(
                """
                        callTrees: [{key: t, root: {person: olga, channels: [webhook, phone], calls: [{person: pia, channels: [email]}]}}]
                        """
                        + HAND.replace("storage-on-call", "t"));
        day.get("dana", "/gate").statusCode(200)
                .body("checks.find { it.key == 'contacts' }.result", equalTo("pass"))
                .body("checks.find { it.key == 'contacts' }.advice", containsString("olga"))
                .body("passes", equalTo(true));
    }
}

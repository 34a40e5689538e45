package dev.blackstart.calling;

import static dev.blackstart.testsupport.GameDay.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.blackstart.notify.Delivery;
import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;

/** Links by which people who were called confirm: used, shown, forged, expired. */
@QuarkusTest
class CallLinksTest extends CallTreeDay {

    @Test
    void link_openedByAScanner_changesNothing() {
        GameDay day = day();
        String id = activate(day).getString("id");
        String link = link(attempt(id, "pia"));
        given().get(link).then().statusCode(200).body(containsString("Which bridge"), containsString("EXERCISE EXERCISE"),
                not(containsString("noel")), not(containsString("Hidden name"))).cookies(Map.of());
        given().head(link).then().statusCode(200);
        given().get(link).then().statusCode(200).body(containsString("Confirm"));
        assertThat(look(id).getInt("figures.reached")).isZero();
        assertThat(JournalProbe.of(day, "contact-acknowledged")).isEmpty();
    }

    @Test
    void link_used_tellsWhenAndCountsOnce() {
        GameDay day = day();
        String id = activate(day).getString("id");
        String link = link(attempt(id, "pia"));
        press(link, "Bridge 7").statusCode(200);
        press(link, "Another answer").statusCode(200).body(containsString("already confirmed at"));
        given().get(link).then().statusCode(200).body(containsString("already confirmed at"), not(containsString("Bridge 7")));
        assertThat(JournalProbe.of(day, "contact-acknowledged")).hasSize(1);
        assertThat(look(id).getString("root.attempts[0].answer")).isEqualTo("Bridge 7");
    }

    @Test
    void link_forgedForeignOrBroken_404AndNothingChanged() {
        GameDay day = day();
        String id = activate(day).getString("id");
        String good = link(attempt(id, "pia")).substring("/ack/".length());
        byte[] bytes = java.util.Base64.getUrlDecoder().decode(good);
        byte[] foreign = bytes.clone();
        UUID other = UUID.randomUUID();
        java.nio.ByteBuffer.wrap(foreign).putLong(other.getMostSignificantBits()).putLong(other.getLeastSignificantBits());
        byte[] longer = bytes.clone();
        java.util.Arrays.fill(longer, 16, 24, (byte) 0x7f);
        for (byte[] forged : List.of(foreign, longer, new byte[40], new byte[3])) {
            String token = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            press("/ack/" + token, "x").statusCode(404).body(containsString("not complete"));
            given().get("/ack/" + token).then().statusCode(404);
            given().contentType("application/x-www-form-urlencoded").post("/ack/" + token + "/no-duff").then().statusCode(404);
        }
        given().get("/ack/%F0%9F%92%A3").then().statusCode(404);
        given().get("/ack/" + ackLinks.token(UUID.randomUUID(), Instant.now().plusSeconds(60))).then().statusCode(404);
        assertThat(look(id).getInt("figures.reached")).isZero();
        day.get("carl", "").body("state", equalTo("running"));
    }

    @Test
    void link_expired_410ButItsNoDuffIsTaken() {
        GameDay day = day();
        String id = activate(day).getString("id");
        String old = "/ack/" + ackLinks.token(UUID.fromString(attempt(id, "pia")), Instant.now().minusSeconds(60));
        given().get(old).then().statusCode(410).body(containsString("too old"));
        press(old, "x").statusCode(410);
        assertThat(look(id).getInt("figures.reached")).isZero();
        given().contentType("application/x-www-form-urlencoded; charset=utf-8").formParam("text", "Smoke in hall 3")
                .post(old + "/no-duff").then().statusCode(202).body(containsString("NO DUFF"));
        day.get("carl", "").body("state", equalTo("paused"));
        assertThat(JournalProbe.facts(day, "no-duff")).singleElement()
                .satisfies(said -> assertThat(said.path("text").asText()).isEqualTo("Smoke in hall 3"));
    }

    @Test
    void link_afterEndex_toldToStandDown() {
        GameDay day = day();
        String id = activate(day).getString("id");
        String link = link(attempt(id, "pia"));
        day.move("dana", "ended").statusCode(200);
        press(link, "x").statusCode(410).body(containsString("Stand down"));
        given().get(link).then().statusCode(410);
        JsonPath over = look(id);
        assertThat(over.getString("state")).isEqualTo("stood-down");
        assertThat(over.getString("result")).isEqualTo("inconclusive");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Delivery.<Delivery> list("exerciseId = ?1 and person = 'pia'",
                UUID.fromString(day.id)))).anyMatch(sent -> sent.subject.contains("stand down"));
    }

    @Test
    void noDuff_tellsEverybodyWhoWasContacted() {
        GameDay day = day();
        String id = activate(day).getString("id");
        press(link(attempt(id, "pia")), "").statusCode(200);
        as("carl").contentType("application/json").body(Map.of("text", "Fire")).post("/api/no-duff").then().statusCode(202);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Delivery.<Delivery> list("exerciseId = ?1 and subject = ?2",
                UUID.fromString(day.id), "NO DUFF"))).extracting(told -> told.person).contains("wilma", "noel", "olga", "dana")
                .doesNotHaveDuplicates();
        day.get("carl", "").body("state", equalTo("paused"));
        press(link(attempt(id, "noel")), "").statusCode(200);
    }

    @Test
    void acknowledge_inThePage_byTheCalledPersonAlone() {
        GameDay day = day();
        String id = activate(day).getString("id");
        String attempt = attempt(id, "pia");
        result("noel", attempt, Map.of("result", "confirmed")).statusCode(404);
        result("wilma", attempt, Map.of("result", "confirmed")).statusCode(404);
        given().contentType("application/json").body(Map.of("result", "confirmed"))
                .post("/api/contact-attempts/" + attempt + "/results").then().statusCode(401);
        result("pia", attempt, Map.of("result", "busy")).statusCode(403);
        result("pia", attempt, Map.of("result", "perhaps")).statusCode(422).body("field", equalTo("result"));
        FormClient pia = FormClient.of("pia");
        pia.browser().get("/exercises/" + day.id + "/me").then().statusCode(200).body(containsString("You are called"),
                containsString("call-" + attempt));
        FormClient.of("noel").browser().get("/exercises/" + day.id + "/me").then().body(not(containsString("call-" + attempt)));
        pia.form().formParam("result", "confirmed").formParam("answer", "Bridge 7").formParam("from", "me")
                .post("/calls/" + attempt + "/results").then().statusCode(303)
                .header("Location", containsString("/exercises/" + day.id + "/me"));
        pia.browser().get("/exercises/" + day.id + "/me").then().body(not(containsString("call-" + attempt)));
        assertThat(look(id).getString("root.attempts[0].via")).isEqualTo("page");
        FormClient.of("wilma").browser().get("/calls").then().statusCode(200).body(containsString(attempt(id, "wilma")),
                not(containsString("noel")), not(containsString("pia")));
    }

    @Test
    void acknowledge_twoDevicesAtOnce_once() throws Exception {
        GameDay day = day();
        String id = activate(day).getString("id");
        String link = link(attempt(id, "pia"));
        var pool = java.util.concurrent.Executors.newFixedThreadPool(4);
        try {
            var presses = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(i -> pool.submit(() -> press(link, "answer " + i).extract().statusCode())).toList();
            for (var press : presses) {
                assertThat(press.get()).isEqualTo(200);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(JournalProbe.of(day, "contact-acknowledged")).hasSize(1);
        assertThat(JournalProbe.of(day, "contact-attempted")).hasSize(3);
    }
}

package dev.blackstart.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;

/** What people read of their messages, and how they say where they are reached; without a mail server. */
@QuarkusTest
class MessagesTest {

    @Inject
    Outbox outbox;

    @Inject
    Clock clock;

    private String person(String email) {
        String key = "reader-" + UUID.randomUUID().toString().substring(0, 8);
        String hash = BcryptUtil.bcryptHash(DemoPeople.PASSWORD, 4);
        QuarkusTransaction.requiringNew()
                .run(() -> new Person(key, "Reader", email, PlatformRole.MEMBER, hash, clock.instant()).persist());
        return key;
    }

    private void send(OutboundMessage letter, String person, String... by) {
        QuarkusTransaction.requiringNew().run(() -> outbox.post(letter, List.of(person), List.of(by), clock.instant()));
    }

    private static OutboundMessage letter(String subject, String text, boolean dry) {
        return new OutboundMessage(UUID.randomUUID(), UUID.randomUUID(), subject, text, dry);
    }

    @Test
    void outbox_mailWithoutServer_readByItsPersonAlone() {
        String reader = person("reader@example.org");
        PageClient.as(reader).get("/outbox").statusCode(200).body(containsString("Nothing was sent to you yet"));
        send(letter("Hello <b>", "See http://127.0.0.1:8080/findings & more", false), reader, "webhook", "email");

        PageClient.as(reader).get("/outbox").statusCode(200).body(containsString("Hello &lt;b&gt;"),
                containsString("<a href=\"/findings\">http://127.0.0.1:8080/findings</a> &amp; more"));
        GameDay.as(reader).get("/api/outbox").then().statusCode(200).body("items", hasSize(1), "items[0].channel",
                equalTo("email"), "items[0].state", equalTo("sent"), "items[0].exerciseId", nullValue(), "next", nullValue());
        for (String other : List.of("adam", "dana", "wilma")) {
            PageClient.as(other).get("/outbox").statusCode(200).body(not(containsString("Hello &lt;b&gt;")));
            GameDay.as(other).get("/api/outbox").then().statusCode(200).body(not(containsString("Hello <b>")));
        }
        RestAssured.given().get("/api/outbox").then().statusCode(401);
        RestAssured.given().redirects().follow(false).get("/outbox").then().statusCode(302);
    }

    @Test
    void outbox_rehearsedOrRecalled_isNotThere() {
        String reader = person("reader@example.org");
        send(letter("Rehearsed", "T", true), reader, "email");
        OutboundMessage recalled = letter("Recalled", "T", false);
        QuarkusTransaction.requiringNew().run(() -> {
            Delivery waiting = new Delivery(recalled, reader, "nobody", List.of(), clock.instant());
            waiting.persist();
            outbox.recall(recalled.aboutId());
        });
        GameDay.as(reader).get("/api/outbox").then().statusCode(200).body("items", hasSize(0));
    }

    @Test
    void outbox_notArrived_toldWithoutItsText() {
        String reader = person("reader@example.org");
        QuarkusTransaction.requiringNew().run(() -> {
            Delivery failed = new Delivery(letter("Call", "secret link", false), reader, "webhook", List.of(),
                    clock.instant());
            failed.fail("It answered 404.");
            failed.persist();
        });
        GameDay.as(reader).get("/api/outbox").then().statusCode(200).body("items[0].state", equalTo("failed"),
                "items[0].failure", equalTo("It answered 404."), "items[0].text", nullValue());
        PageClient.as(reader).get("/outbox").statusCode(200).body(containsString("It answered 404."),
                not(containsString("secret link")));
    }

    @Test
    void outbox_many_inPagesTheNewestFirst() {
        String reader = person("reader@example.org");
        for (int i = 0; i < 30; i++) {
            send(letter("Number " + i, "T", false), reader, "email");
        }
        String next = GameDay.as(reader).get("/api/outbox?limit=20").then().statusCode(200)
                .body("items", hasSize(20), "items[0].subject", equalTo("Number 29")).extract().path("next");
        GameDay.as(reader).get("/api/outbox?limit=20&after=" + next).then().body("items", hasSize(10), "items[9].subject",
                equalTo("Number 0"));
        GameDay.as("pia").get("/api/outbox?after=" + next).then().statusCode(422);
        PageClient.as(reader).get("/outbox").body(containsString("Older ones"), not(containsString("Number 4<")));
        PageClient.as("pia").get("/outbox?after=" + next).statusCode(200).body(not(containsString("Number 4<")));
        GameDay.as(reader).get("/api/outbox?limit=0").then().statusCode(422);
    }

    @Test
    void item_itsDeliveries_controlStaffAlone() {
        GameDay day = GameDay
                .running("timeline: [{key: hello, at: PT0M, message: {to: everyone, channels: [email], text: Hi.}}]\n");
        day.awaitItem("hello", "released");
        day.get("carl", "/timeline/hello/deliveries").statusCode(200).body("items", hasSize(8), "items[0].state",
                equalTo("sent"), "items[0].channel", equalTo("email"), "items.name.flatten()", not(hasSize(0)));
        PageClient.as("dana").get("/exercises/" + day.id + "/timeline/hello").statusCode(200)
                .body(containsString("Who was reached"), containsString("Pia Rossi"));
        day.get("pia", "/timeline/hello/deliveries").statusCode(404);
        day.get("wilma", "/timeline/hello/deliveries").statusCode(404);
        day.get("carl", "/timeline/nothing/deliveries").statusCode(404);
        GameDay.as("pia").get("/api/outbox?limit=1").then().body("items[0].text", containsString("EXERCISE EXERCISE EXERCISE"));
    }

    @Test
    void settings_changedAndTried() {
        String reader = person(null);
        PageClient me = PageClient.as(reader);
        me.get("/settings").statusCode(200).body(containsString("reached in these pages only"));
        me.post("/settings", Map.of("email", " r@example.org ", "chat", "", "phone", "+49 30 123456", "zone", "Asia/Tokyo"))
                .statusCode(303).header("Location", containsString("/settings?saved=true"));
        me.get("/settings").body(containsString("value=\"r@example.org\""), containsString("value=\"Asia/Tokyo\""));
        me.post("/settings/tests", Map.of("channel", "email")).statusCode(303);
        me.get("/settings").body(containsString("Sent"), containsString("JST"));
        GameDay.as(reader).get("/api/outbox").then().body("items", hasSize(1), "items[0].subject", equalTo("Test message"));
        me.post("/settings/tests", Map.of("channel", "webhook")).statusCode(422).body(containsString("You have no address"));
        for (int i = 0; i < 5; i++) {
            me.post("/settings/tests", Map.of("channel", "email")).statusCode(303);
        }
        me.post("/settings/tests", Map.of("channel", "email")).statusCode(429).body(containsString("wait ten minutes"));
    }

    @Test
    void settings_wrong_refusedAndKept() {
        PageClient me = PageClient.as(person("old@example.org"));
        me.post("/settings", Map.of("email", "no mail\r\nBcc: x@y.z", "chat", "", "phone", "", "zone", "")).statusCode(422)
                .body(containsString("Enter a valid mail address"));
        me.post("/settings", Map.of("email", "a@example.org", "chat", "http://inside/x", "phone", "", "zone", "Mars/Base"))
                .statusCode(422).body(containsString("value=\"http://inside/x\""), containsString("value=\"Mars/Base\""),
                        containsString("Enter a webhook address"));
        me.get("/settings").body(containsString("value=\"old@example.org\""));
        RestAssured.given().formParam("email", "x@example.org").redirects().follow(false).post("/settings").then()
                .statusCode(302);
    }

    @Test
    void settings_phoneWithoutCountryCode_toldAndKept() {
        PageClient me = PageClient.as(person(null));
        me.post("/settings", Map.of("email", "", "chat", "", "phone", "4930231250", "zone", "")).statusCode(303);
        me.get("/settings").body(containsString("4930231250 looks like a number without country code"));
        me.post("/settings", Map.of("email", "", "chat", "", "phone", "+49 30 231250", "zone", "")).statusCode(303);
        me.get("/settings").body(not(containsString("country code")));
    }

    @Test
    void password_changed_otherBrowsersAreSignedOut() {
        String reader = person(null);
        PageClient me = PageClient.as(reader);
        PageClient elsewhere = PageClient.as(reader);
        String wanted = "correct horse battery";
        me.post("/settings/password", Map.of("current", "wrong", "wanted", wanted)).statusCode(422)
                .body(containsString("This is not your password"), not(containsString(wanted)));
        me.post("/settings/password", Map.of("current", DemoPeople.PASSWORD, "wanted", "short")).statusCode(422);
        me.post("/settings/password", Map.of("current", DemoPeople.PASSWORD, "wanted", "x".repeat(73))).statusCode(422);
        me.post("/settings/password", Map.of("current", DemoPeople.PASSWORD, "wanted", wanted)).statusCode(303);

        me.get("/settings").statusCode(200);
        elsewhere.get("/settings").statusCode(302);
        GameDay.as(reader).get("/api/outbox").then().statusCode(401);
        RestAssured.given().auth().preemptive().basic(reader, wanted).get("/api/outbox").then().statusCode(200);
    }

    @Test
    void password_manyWrongTries_rightOneAcceptedLate() {
        PageClient me = PageClient.as(person(null));
        String wanted = "correct horse battery";
        for (int i = 0; i < 10; i++) {
            me.post("/settings/password", Map.of("current", "wrong-" + i, "wanted", wanted)).statusCode(422)
                    .body(containsString("This is not your password"));
        }
        Instant began = Instant.now();
        me.post("/settings/password", Map.of("current", DemoPeople.PASSWORD, "wanted", wanted)).statusCode(303);
        assertThat(Duration.between(began, Instant.now())).as("guessing is slow").isGreaterThan(Duration.ofMillis(700));
        me.get("/settings/password?changed=true").statusCode(200).body(containsString("Your other browsers are signed out"));
    }
}

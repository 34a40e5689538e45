package dev.blackstart.calling;

import static dev.blackstart.testsupport.GameDay.as;
import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.notify.Delivery;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** A running exercise with a call tree: pia leads noel and wilma (who is on no roster); olga stands in for pia. */
abstract class CallTreeDay {

    static final String TREE = """
            callTrees:
              - key: storage-on-call
                message: {subject: Can you be reached, text: Answer at once., confirmQuestion: "Which bridge do you join?"}
                pass: {reach: 1.0, quorum: 3, within: PT15M}
                root:
                  person: pia
                  channels: [email]
                  wait: PT5M
                  alternates: [olga]
                  calls:
                    - {person: noel, channels: [email], wait: PT5M}
                    - {person: wilma, channels: [email], wait: PT5M}
            """;
    static final String HAND = """
            timeline:
              - {key: page, manual: true, callTree: storage-on-call}
              - {key: end, at: PT2H, endex: {}}
            """;

    @Inject
    AckLinks ackLinks;

    static GameDay day() {
        return GameDay.running(TREE + HAND);
    }

    static JsonPath activate(GameDay day) {
        return day.post("carl", "/call-trees/storage-on-call/activations", Map.of()).statusCode(201).extract().jsonPath();
    }

    static JsonPath look(String activation) {
        return as("carl").get("/api/activations/" + activation).then().statusCode(200).extract().jsonPath();
    }

    /** The newest attempt to reach somebody. */
    static String attempt(String activation, String person) {
        return QuarkusTransaction.requiringNew().call(() -> ContactAttempt
                .<ContactAttempt> list("activationId = ?1 and person = ?2 order by createdAt desc, turn desc",
                        UUID.fromString(activation), person)
                .get(0).id.toString());
    }

    String link(String attempt) {
        return "/ack/" + ackLinks.token(UUID.fromString(attempt), Instant.now().plus(Duration.ofHours(1)));
    }

    static ValidatableResponse press(String link, String answer) {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8").formParam("answer", answer).post(link)
                .then();
    }

    static ValidatableResponse result(String by, String attempt, Map<String, ?> said) {
        return as(by).contentType("application/json").body(said).post("/api/contact-attempts/" + attempt + "/results").then();
    }

    static List<String> sent(GameDay day, String subject) {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.<Delivery> list("exerciseId = ?1 and subject like ?2",
                UUID.fromString(day.id), "%" + subject + "%")).stream().map(letter -> letter.person).toList();
    }
}

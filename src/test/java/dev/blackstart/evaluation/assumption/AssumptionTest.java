package dev.blackstart.evaluation.assumption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;

/** Whether assumptions of the plan held, as control staff record it. */
@QuarkusTest
class AssumptionTest {

    private static final String DAY = """
            scenario:
              assumptions: [{key: replica-current, text: The standby is current.}, {key: dns, text: DNS answers.}]
              failureModes: [{key: split, text: Both take writes., prevention: Fencing.}]
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, subject: It begins, text: Play.}}""";

    @Test
    void check_eachOutcome_journaledAndInTheReport() {
        GameDay day = GameDay.running(DAY);
        day.get("carl", "/assumptions").statusCode(200).body("items.key", equalTo(List.of("replica-current", "dns")))
                .body("items[0].outcome", nullValue());
        day.post("eve", "/assumptions/replica-current", Map.of("outcome", "did-not-hold", "note", "It lagged 40 s."))
                .statusCode(200).body("author", equalTo("eve"));
        day.post("carl", "/assumptions/dns", Map.of("outcome", "held")).statusCode(200);
        day.post("carl", "/assumptions/dns", Map.of("outcome", "held")).statusCode(200);
        assertThat(JournalProbe.field(day, "assumption-checked", "outcome")).containsExactly("did-not-hold", "held");
        day.post("eve", "/failure-modes/split", Map.of("outcome", "prevented")).statusCode(200);
        day.move("dana", "ended").statusCode(200);
        GameDay.as("dana").accept("application/json").get("/api/exercises/" + day.id + "/report").then().statusCode(200)
                .body("measurements.assumptions.outcome", equalTo(List.of("did-not-hold", "held")))
                .body("measurements.assumptions[0].note", equalTo("It lagged 40 s."))
                .body("measurements.modes[0].outcome", equalTo("prevented"));
        PageClient.as("dana").get("/exercises/" + day.id + "/report").statusCode(200).body(containsString("It lagged 40 s."));
        GameDay.as("dana").accept("text/markdown").get("/api/exercises/" + day.id + "/report").then().statusCode(200)
                .body(containsString("The standby is current. did not hold. It lagged 40 s."));
    }

    @Test
    void check_whatMakesNoSense_refusedByField() {
        GameDay day = GameDay.scheduled(DAY);
        day.post("eve", "/assumptions/dns", Map.of("outcome", "held")).statusCode(409);
        day.move("dana", "running").statusCode(200);
        day.post("eve", "/assumptions/dns", Map.of("outcome", "perhaps")).statusCode(422).body("field", equalTo("outcome"));
        day.post("eve", "/assumptions/dns", Map.of("outcome", "did-not-hold")).statusCode(422).body("field", equalTo("note"));
        day.post("eve", "/assumptions/dns", Map.of("outcome", "held", "note", "x".repeat(2_001))).statusCode(422)
                .body("field", equalTo("note"));
        day.post("eve", "/assumptions/none", Map.of("outcome", "held")).statusCode(404);
        PageClient.as("eve").post("/exercises/" + day.id + "/assumptions/dns", Map.of("outcome", "did-not-hold", "note", ""))
                .statusCode(422).body(containsString("Say what showed that it did not hold."));
    }

    @Test
    void assumptions_playersAndStrangers_notFound() {
        GameDay day = GameDay.running(DAY);
        for (String person : List.of("pia", "olga", "wilma")) {
            day.get(person, "/assumptions").statusCode(404);
        }
        day.post("wilma", "/assumptions/dns", Map.of("outcome", "held")).statusCode(404);
        day.post("pia", "/assumptions/dns", Map.of("outcome", "held")).statusCode(403);
    }
}

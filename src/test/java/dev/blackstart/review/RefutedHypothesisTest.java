package dev.blackstart.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;

/** R67: an experiment that shows its hypothesis to be wrong is celebrated. */
@QuarkusTest
class RefutedHypothesisTest {

    private static final String DAY = """
            drills:
              - key: cut
                kind: network-cut
                title: Cut the link
                owner: dana
                targets: [orders-db]
                hypothesis: The other link takes over within a second.
                fault: {driver: manual, instruction: Cut.}
                revert: {driver: manual, instruction: Join.}
                maxDuration: PT20M
            timeline: [{key: fault, manual: true, drill: cut}]
            """;

    @Test
    void report_refuted_mostValuableResultWithThanks() {
        GameDay day = judged("failed");
        String markdown = markdown(day);
        assertThat(markdown).contains("The most valuable result: a hypothesis was refuted.", "Thanks to ", "who found it.");
        PageClient.as("dana").get("/exercises/" + day.id + "/report").statusCode(200)
                .body(containsString("The most valuable result: a hypothesis was refuted."), containsString("who found it"));
    }

    @Test
    void report_confirmed_nothingIsCalledMostValuable() {
        GameDay day = judged("passed");
        assertThat(markdown(day)).doesNotContain("most valuable result");
        PageClient.as("dana").get("/exercises/" + day.id + "/report").statusCode(200)
                .body(not(containsString("most valuable result")));
    }

    private static GameDay judged(String result) {
        GameDay day = GameDay.running(DAY);
        day.moveItem("carl", "fault", "released").statusCode(200);
        day.post("carl", "/drills/cut/transitions", Map.of("to", "injected")).statusCode(200);
        day.post("carl", "/findings", Map.of("text", "It took two minutes.", "drill", "cut")).statusCode(201);
        day.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
        day.move("dana", "ended").statusCode(200);
        day.post("eve", "/drills/cut/result", Map.of("result", result, "reason", "We measured it.")).statusCode(200);
        return day;
    }

    private static String markdown(GameDay day) {
        return GameDay.as("dana").accept("text/markdown").get("/api/exercises/" + day.id + "/report").then().statusCode(200)
                .extract().asString();
    }
}

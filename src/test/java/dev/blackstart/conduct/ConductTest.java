package dev.blackstart.conduct;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class ConductTest {

    private static final String DAY = """
            drills:
              - key: kill-primary
                kind: database-failover
                title: Stop the primary
                owner: dana
                targets: [orders-db]
                fault: {driver: manual, instruction: Pull the plug.}
                revert: {driver: manual, instruction: Plug it in again.}
                maxDuration: PT20M
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, channels: [in-app], subject: Exercise begins, text: Welcome.}}
              - {key: fault, at: PT0.2S, drill: kill-primary}
              - {key: back, manual: true, revert: kill-primary}
              - {key: end, manual: true, endex: {}}
            """;

    @Test
    void day_conductedToItsEnd_faultRevertedAndClosed() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("open", "released");
        day.awaitItem("fault", "released");
        day.post("carl", "/drills/kill-primary/transitions", Map.of("to", "injected")).statusCode(200);
        assertThat(day.item("fault").get("state")).isEqualTo("completed");
        day.moveItem("carl", "end", "released").statusCode(200);
        day.awaitState("ended");
        day.move("dana", "closed").statusCode(409);
        day.post("carl", "/drills/kill-primary/transitions", Map.of("to", "reverted")).statusCode(200);
        day.judged().move("dana", "closed").statusCode(200);
    }
}

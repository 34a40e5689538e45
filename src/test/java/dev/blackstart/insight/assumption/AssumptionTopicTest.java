package dev.blackstart.insight.assumption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

/** The register of assumptions across plans: what was shown when, and for whom. */
@QuarkusTest
class AssumptionTopicTest {

    private final String word = UUID.randomUUID().toString().substring(0, 8);

    private final String day = """
            scenario:
              assumptions: [{key: a-%1$s, text: Standby %1$s.}, {key: b-%1$s, text: Names %1$s.}]
              failureModes: [{key: m-%1$s, text: Split %1$s., designed: Fenced.}]
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, subject: It begins, text: Play.}}""".formatted(word);

    private static List<Map<String, Object>> rows(String person, int figure) {
        return GameDay.as(person).accept("application/json").get("/api/insight/assumptions").then().statusCode(200).extract()
                .path("figures[" + figure + "].rows");
    }

    private List<Map<String, Object>> mine(String person, int figure, String column) {
        return rows(person, figure).stream().filter(row -> row.get(column).toString().contains(word)).toList();
    }

    @Test
    void register_checked_saysWhenAndByWhich_neverTestedFirst() {
        GameDay held = GameDay.running(day);
        held.post("eve", "/assumptions/a-" + word, Map.of("outcome", "held")).statusCode(200);
        held.post("eve", "/assumptions/b-" + word, Map.of("outcome", "not-tested")).statusCode(200);
        held.post("eve", "/failure-modes/m-" + word, Map.of("outcome", "did-not-happen")).statusCode(200);
        assertThat(mine("dana", 0, "assumption")).as("while it runs nothing counts")
                .extracting(row -> row.get("state")).containsOnly("never tested");
        held.move("dana", "ended").statusCode(200);
        List<Map<String, Object>> first = mine("dana", 0, "assumption");
        assertThat(first).extracting(row -> row.get("assumption"))
                .containsExactly("Names " + word + ".", "Standby " + word + ".");
        assertThat(first).extracting(row -> row.get("state")).containsExactly("never tested", "held");
        assertThat(first.get(1).get("lastHeld")).isNotNull();
        assertThat(mine("dana", 1, "mode")).extracting(row -> row.get("state")).containsExactly("never observed");

        GameDay refuted = GameDay.ofPlan(held.plan);
        refuted.move("dana", "running").statusCode(200);
        refuted.post("eve", "/assumptions/a-" + word, Map.of("outcome", "did-not-hold", "note", "It lagged.")).statusCode(200);
        refuted.post("eve", "/failure-modes/m-" + word, Map.of("outcome", "otherwise", "observed", "No fence."))
                .statusCode(200);
        refuted.move("dana", "ended").statusCode(200);
        Map<String, Object> last = mine("dana", 0, "assumption").get(1);
        assertThat(last).containsEntry("state", "did not hold").containsEntry("note", "It lagged.");
        assertThat(last.get("lastHeld")).isNotNull();
        assertThat(last.get("lastDidNotHold")).isNotNull();
        assertThat(mine("dana", 1, "mode")).extracting(row -> row.get("note")).containsExactly("No fence.");
    }

    @Test
    void register_whoMayNotReadThePlan_learnsNothing() {
        GameDay secret = GameDay.running(day);
        secret.post("eve", "/assumptions/a-" + word, Map.of("outcome", "held")).statusCode(200);
        for (String person : List.of("pia", "noel", "wilma")) {
            for (String accept : List.of("application/json", "text/csv")) {
                assertThat(GameDay.as(person).accept(accept).get("/api/insight/assumptions").asString())
                        .doesNotContain(word);
            }
        }
        secret.post("dana", "/roster", Map.of("person", "adam", "role", "player")).statusCode(200);
        assertThat(mine("adam", 0, "assumption")).as("a master who plays").isEmpty();
        assertThat(mine("carl", 0, "assumption")).hasSize(2);
    }
}

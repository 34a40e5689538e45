package dev.blackstart.conduct.recap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

/** The recap: everybody reads what they may know, and nobody more. */
@QuarkusTest
class RecapResourceTest {

    private static final String DAY = """
            drills:
              - key: kill-primary
                kind: database-failover
                title: Secret fault
                owner: dana
                targets: [orders-db]
                fault: {driver: manual, instruction: Pull the plug.}
                revert: {driver: manual, instruction: Plug it in again.}
                maxDuration: PT20M
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, channels: [in-app], text: For everybody.}}
              - {key: storage, at: PT0M, message: {to: storage, channels: [in-app], text: For storage alone.}}
              - {key: noel, at: PT0M, message: {to: noel, channels: [in-app], text: For Noel alone.}}
              - {key: fault, at: PT0M, drill: kill-primary}
              - {key: look, manual: true, task: {of: carl, text: Secret task}}
            """;

    @Test
    void read_byEach_whatTheyMayKnow() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("fault", "released");
        day.post("carl", "/findings", Map.of("text", "Secret finding", "severity", "sev1", "item", "look")).statusCode(201);
        day.post("pia", "/findings", Map.of("text", "The page is red.", "severity", "sev2")).statusCode(201);
        day.post("carl", "/notes", Map.of("text", "Secret note")).statusCode(201);

        assertThat(recap(day, "dana")).contains("Secret fault", "Secret finding", "2 findings", "For storage alone.",
                "STARTEX");
        assertThat(recap(day, "pia")).contains("The page is red.", "For everybody.", "For storage alone.",
                "STARTEX", "Running since").doesNotContain("Secret", "For Noel alone.");
        assertThat(recap(day, "noel")).contains("For Noel alone.", "The page is red.").doesNotContain("Secret",
                "For storage alone.");
        assertThat(recap(day, "olga")).contains("For everybody.").doesNotContain("Secret", "alone.");
        FormClient.of("wilma").browser().get("/exercises/" + day.id + "/recap").then().statusCode(404);
    }

    @Test
    void block_rightAfterStartex_notThereYet() {
        GameDay day = GameDay.running(DAY);
        assertThat(FormClient.of("pia").browser().get("/exercises/" + day.id + "/me").asString()).doesNotContain("recap");
        assertThat(FormClient.of("carl").browser().get("/exercises/" + day.id + "/control-room").asString())
                .doesNotContain("recap");
    }

    private static String recap(GameDay day, String person) {
        FormClient desk = FormClient.of(person);
        List<String> both = List.of("", "/lines").stream()
                .map(path -> desk.browser().get("/exercises/" + day.id + "/recap" + path).then().statusCode(200).extract()
                        .asString())
                .toList();
        assertThat(both.get(0)).contains(both.get(1).strip().lines().skip(1).findFirst().orElse("").strip());
        return both.get(0);
    }
}

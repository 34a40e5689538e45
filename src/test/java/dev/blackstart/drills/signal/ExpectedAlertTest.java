package dev.blackstart.drills.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.blackstart.alerting.AlertSource;
import dev.blackstart.testsupport.AlertSources;
import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

@QuarkusTest
@TestProfile(AlertSources.class)
class ExpectedAlertTest {

    private static final String DRILL = "/drills/kill";

    private final String alert = "OrdersDown-" + UUID.randomUUID();

    private GameDay injected(String expects) {
        watchdog();
        GameDay day = GameDay.running("""
                drills:
                  - key: kill
                    kind: custom
                    title: Stop it
                    owner: dana
                    targets: [orders-db]
                    fault: {driver: manual, instruction: Stop it.}
                    revert: {driver: manual, instruction: Start it.}
                    maxDuration: PT20M
                    clockTargets: {detect: PT10M}
                    expects: [%s]
                timeline:
                  - {key: fault, at: PT0S, drill: kill}
                  - {key: end, manual: true, endex: {}}
                """.formatted(expects.replace("ALERT", alert)));
        day.awaitItem("fault", "released");
        day.post("carl", DRILL + "/transitions", Map.of("to", "injected")).statusCode(200);
        return day;
    }

    private static void watchdog() {
        AlertSources.send("{\"name\": \"Watchdog\", \"status\": \"firing\"}").statusCode(200);
    }

    private void fires(Instant since) {
        AlertSources.send("{\"name\": \"%s\", \"status\": \"firing\", \"at\": \"%s\"}".formatted(alert, since))
                .statusCode(200);
    }

    private static void await(GameDay day, String state) {
        Awaitility.await("the alert is " + state).pollInterval(Duration.ofMillis(100)).until(
                () -> day.get("eve", DRILL + "/alerts").extract().path("expected[0].state"), state::equals);
    }

    @Test
    void alert_comesWhileTheFaultIsActive_isDetection() {
        GameDay day = injected("{alert: ALERT, within: PT10M}");
        day.get("eve", DRILL + "/alerts").statusCode(200).body("expected.alert", equalTo(List.of(alert)))
                .body("expected[0].state", equalTo("expected"));
        fires(Instant.now());
        await(day, "came");
        day.get("eve", DRILL + "/clocks").body("clocks[0].clock", equalTo("detected"))
                .body("clocks[0].state", equalTo("marked")).body("clocks[0].marks", hasSize(1))
                .body("clocks[0].marks[0].source", equalTo("alert"))
                .body("clocks[0].marks[0].basis", equalTo(alert + " from prometheus"));
        fires(Instant.now());
        day.get("eve", DRILL + "/clocks").body("clocks[0].marks", hasSize(1));
        String id = day.get("eve", DRILL + "/alerts").body("arrived.name", hasItem(alert)).extract()
                .path("arrived.find { it.name == '" + alert + "' }.id");
        day.post("eve", DRILL + "/alerts/" + id + "/ratings", Map.of("rating", "led-there")).statusCode(200);
        day.post("carl", DRILL + "/alerts/" + id + "/ratings", Map.of("rating", "noise")).statusCode(200);
        day.post("carl", DRILL + "/alerts/" + id + "/ratings", Map.of("rating", "wonderful")).statusCode(422);
        day.post("carl", DRILL + "/alerts/" + UUID.randomUUID() + "/ratings", Map.of("rating", "noise")).statusCode(404);
        day.get("eve", DRILL + "/alerts").body("arrived.find { it.name == '" + alert + "' }.ratings",
                equalTo(Map.of("eve", "led-there", "carl", "noise")));
        FormClient.of("eve").browser().get("/exercises/" + day.id + DRILL).then().statusCode(200)
                .body(containsString("Led there")).body(containsString("carl: noise"));
        day.get("eve", DRILL + "/proposal").body("result", equalTo("passed"));
    }

    @Test
    void alert_firedBeforeTheFault_isNoDetection() {
        Instant before = Instant.now().minusSeconds(60);
        GameDay day = injected("{alert: ALERT, within: PT10M}");
        fires(before);
        AlertSources.send("{\"name\": \"another\", \"status\": \"firing\"}").statusCode(200);
        day.get("eve", DRILL + "/alerts").body("expected[0].state", equalTo("expected"));
        day.get("eve", DRILL + "/clocks").body("clocks[0].state", equalTo("open"));
    }

    @Test
    void alert_doesNotCome_findingProposedToControlStaff_playersLearnNothing() {
        GameDay day = injected("{alert: ALERT, within: PT0.2S}");
        await(day, "missed");
        day.get("eve", "/findings")
                .body("items.text", equalTo(List.of("The alert " + alert + " did not come within 0 s of the fault.")))
                .body("items[0].kind", equalTo("monitoring-gap")).body("items[0].state", equalTo("proposed"))
                .body("items[0].drill", equalTo("kill"));
        day.get("eve", DRILL + "/proposal").body("result", equalTo("failed"))
                .body("reasons[0]", containsString(alert));
        fires(Instant.now());
        for (String path : List.of("/findings", "/journal?limit=1000", "/timeline", "/drills", "")) {
            assertThat(day.get("pia", path).extract().asString()).as(path).doesNotContain(alert);
        }
        day.get("pia", DRILL + "/alerts").statusCode(404);
        day.get("pia", DRILL + "/proposal").statusCode(404);
        FormClient pia = FormClient.of("pia");
        for (String page : List.of("/me", "/recap", "")) {
            assertThat(pia.browser().get("/exercises/" + day.id + page).asString()).as(page).doesNotContain(alert);
        }
    }

    @Test
    void alert_revertedBeforeItsTime_notJudged_withoutTimeMissed() {
        GameDay day = injected("{alert: ALERT, within: PT10M}, {alert: Z-ALERT}");
        day.post("carl", DRILL + "/transitions", Map.of("to", "reverted")).statusCode(200);
        await(day, "not-judged");
        day.get("eve", DRILL + "/alerts").body("expected.state", equalTo(List.of("not-judged", "missed")));
    }

    @Test
    void gate_sourceNotHeardForADay_fails() {
        watchdog();
        GameDay day = GameDay.scheduled("""
                drills:
                  - key: kill
                    kind: custom
                    title: Stop it
                    owner: dana
                    targets: [orders-db]
                    fault: {driver: manual, instruction: Stop it.}
                    revert: {driver: manual, instruction: Start it.}
                    maxDuration: PT20M
                    expects: [{alert: Down}]
                timeline: [{key: fault, manual: true, drill: kill}]
                """);
        day.get("dana", "/gate").body("checks.find { it.key == 'alerts' }.result", equalTo("pass"));
        QuarkusTransaction.requiringNew().run(
                () -> AlertSource.update("lastHeardAt = ?1 where name is not null", Instant.now().minus(Duration.ofHours(25))));
        day.get("dana", "/gate").body("checks.find { it.key == 'alerts' }.result", equalTo("fail"))
                .body("checks.find { it.key == 'alerts' }.advice", containsString("heard from within 24 hours"));
        watchdog();
        day.get("dana", "/gate").body("checks.find { it.key == 'alerts' }.result", equalTo("pass"));
    }
}

package dev.blackstart.lab;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.testsupport.AlertSources;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.LabOfTests;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.response.ValidatableResponse;

/** The three plans of the lab, conducted against the lab: one after the other, because the failover moves the primary. */
@QuarkusTest
@TestProfile(AlertSources.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LabExercisesTest {

    private static Lab lab;

    /** Before the first test, not before the class: the address of the application is known from then on. */
    @BeforeEach
    void startLab() throws IOException {
        if (lab == null) {
            lab = LabOfTests.start();
        }
    }

    @AfterAll
    static void stopLab() {
        if (lab != null) {
            lab.close();
        }
    }

    @Test
    @Order(1)
    void networkCut_siteAIsCutAndHealed_orderingGoesOn() throws IOException {
        GameDay day = begin("network-cut", "lab-network-cut");
        inject(day, "cut-site-a");
        awaitAlert(day, "cut-site-a", "came");
        awaitProbe(day, "site-a", "outside");
        assertThat(lab.takesOrders()).isTrue();
        revert(day, "cut-site-a");
        awaitProbe(day, "site-a", "inside");
        assertClock(day, "cut-site-a", "detected", "alert");
        assertClock(day, "cut-site-a", "recovered", "probe");
        assertThat(linkIsOn("orders-a-to-database-a")).isTrue();
        end(day);
        report(day).body(containsString("alert LinkDown from lab"));
    }

    @Test
    @Order(2)
    void databaseFailover_primaryKilled_lostOrdersAreCountedAndTheMissingAlertIsAFinding() throws IOException {
        GameDay day = begin("database-failover", "lab-database-failover", "alert: OrdersDatabaseDown, within: PT30S",
                "alert: OrdersDatabaseDown, within: PT30S}, {alert: StandbyPromoted, within: PT3S");
        await().until(() -> lab.acknowledgedOrders() > 30);
        inject(day, "kill-primary");
        await().until(() -> "b".equals(lab.writingSite()));
        awaitProbe(day, "write-path", "inside");
        awaitProbe(day, "lost-orders", "outside");
        revert(day, "kill-primary");
        assertThat(lab.isSiteRunning("a")).isTrue();
        assertThat(lab.writingSite()).isEqualTo("b");
        assertClock(day, "kill-primary", "detected", "alert");
        assertClock(day, "kill-primary", "recovered", "probe");
        day.get("eve", "/findings").body("items.find { it.kind == 'monitoring-gap' }.text",
                equalTo("The alert StandbyPromoted did not come within 3 s of the fault."))
                .body("items.find { it.kind == 'monitoring-gap' }.state", equalTo("proposed"));
        day.get("eve", "/drills/kill-primary/proposal").body("result", equalTo("failed"));
        end(day);
        int lost = day.get("eve", "/probes").extract().path("items.find { it.key == 'lost-orders' }.last.value.toInteger()");
        assertThat(lost).isPositive();
        report(day).body(containsString("| lost-orders | 1 |")).body(containsString("probe write-path"));
    }

    @Test
    @Order(3)
    void networkCut_primaryIsNotInSiteA_theGateSaysSo() throws IOException {
        GameDay day = scheduled("network-cut", "lab-network-cut");
        day.move("dana", "running").statusCode(409);
        day.get("dana", "/gate").body("checks.find { it.key == 'probes' }.result", equalTo("fail"))
                .body("checks.find { it.key == 'probes' }.advice", containsString("primary-in-a"));
        day.move("dana", "cancelled").statusCode(200);
    }

    @Test
    @Order(4)
    void powerOff_siteAIsDarkAndStartsAgain_siteBTakesOrders() throws Exception {
        lab.failOver();
        GameDay day = begin("data-centre-power-off", "lab-data-centre-power-off");
        inject(day, "power-off");
        awaitAlert(day, "power-off", "came");
        assertThat(lab.isSiteRunning("a")).isFalse();
        await().until(() -> "b".equals(lab.writingSite()));
        awaitProbe(day, "write-path", "inside");
        day.move("dana", "ended").statusCode(200);
        awaitFault(day, "power-off", "reverted");
        day.get("dana", "/drills").body("items[0].verified", equalTo(true));
        assertThat(lab.isSiteRunning("a")).isTrue();
        assertThat(lab.writingSite()).isEqualTo("b");
        assertClock(day, "power-off", "detected", "alert");
        assertClock(day, "power-off", "recovered", "probe");
        report(day).body(containsString("alert SiteDown from lab"));
    }

    private static GameDay scheduled(String file, String key, String... replaced) throws IOException {
        String plan = LabOfTests.withPorts(Files.readString(Path.of("exercises/lab", file + ".yaml")));
        String own = "%s-%d".formatted(key, System.nanoTime());
        plan = plan.replace("key: " + key + "\n", "key: " + own + "\n");
        for (int i = 0; i < replaced.length; i += 2) {
            assertThat(plan).contains(replaced[i]);
            plan = plan.replace(replaced[i], replaced[i + 1]);
        }
        GameDay.importPlan(plan);
        GameDay.approve(own, "adam");
        return GameDay.ofPlan(own);
    }

    /** The gate passes with no override, once monitoring was heard. */
    private static GameDay begin(String file, String key, String... replaced) throws IOException {
        GameDay day = scheduled(file, key, replaced);
        await().untilAsserted(() -> day.get("dana", "/gate").body("passes", equalTo(true)));
        day.move("dana", "running").statusCode(200);
        await("every probe was measured").until(() -> StreamSupport
                .stream(GameDay.json(day.get("eve", "/probes")).path("items").spliterator(), false)
                .noneMatch(one -> one.path("state").asText().equals("unknown")));
        return day;
    }

    /** At once, and waits for the driver. */
    private static void inject(GameDay day, String drill) {
        day.moveItem("carl", "fault", "released").log().ifError().statusCode(200);
        day.awaitItem("fault", "completed");
        assertThat(drill(day).path("key").asText()).isEqualTo(drill);
        assertThat(drill(day).path("state").asText()).isEqualTo("injected");
    }

    private static void revert(GameDay day, String drill) {
        day.moveItem("carl", "back", "released").statusCode(200);
        awaitFault(day, drill, "reverted");
        day.get("dana", "/drills").body("items[0].verified", equalTo(true));
    }

    private static void end(GameDay day) {
        day.move("dana", "ended").statusCode(200);
    }

    private static JsonNode drill(GameDay day) {
        return GameDay.json(day.get("dana", "/drills").statusCode(200)).path("items").get(0);
    }

    private static void awaitFault(GameDay day, String drill, String state) {
        await("fault " + drill + " becomes " + state).atMost(Duration.ofMinutes(2))
                .until(() -> drill(day).path("state").asText(), state::equals);
    }

    private static void awaitAlert(GameDay day, String drill, String state) {
        await("the expected alert of " + drill).until(() -> GameDay.json(day.get("eve", "/drills/" + drill + "/alerts"))
                .path("expected").get(0).path("state").asText(), state::equals);
    }

    private static void awaitProbe(GameDay day, String probe, String state) {
        await("probe " + probe + " is " + state).until(() -> StreamSupport
                .stream(GameDay.json(day.get("eve", "/probes")).path("items").spliterator(), false)
                .anyMatch(one -> one.path("key").asText().equals(probe) && one.path("state").asText().equals(state)));
    }

    private static void assertClock(GameDay day, String drill, String clock, String source) {
        await(clock + " of " + drill).untilAsserted(() -> {
            JsonNode clocks = GameDay.json(day.get("eve", "/drills/" + drill + "/clocks")).path("clocks");
            List<JsonNode> marked = StreamSupport.stream(clocks.spliterator(), false)
                    .filter(one -> one.path("clock").asText().equals(clock)).toList();
            assertThat(marked).singleElement().satisfies(one -> {
                assertThat(one.path("state").asText()).isEqualTo("marked");
                assertThat(one.path("marks").get(0).path("source").asText()).isEqualTo(source);
                assertThat(Duration.parse(one.path("length").asText())).isBetween(Duration.ZERO, Duration.ofMinutes(5));
            });
        });
    }

    private static boolean linkIsOn(String proxy) {
        return given().baseUri("http://127.0.0.1").port(lab.proxiesPort()).get("/proxies/" + proxy).then()
                .extract().<Boolean> path("enabled");
    }

    private static ValidatableResponse report(GameDay day) {
        return GameDay.as("dana").accept("text/markdown").get("/api/exercises/" + day.id + "/report").then().statusCode(200);
    }
}

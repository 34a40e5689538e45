package dev.blackstart.metrics;

import static dev.blackstart.testsupport.GameDay.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.people.Person;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;

/** What monitoring reads, and what of it a person may. */
@QuarkusTest
class MetricsTest {

    private static final String RELEASES = "blackstart_release_lateness_seconds_count";
    private static final String RUNNING = "blackstart_exercises_live{state=\"running\"}";
    private static final String INJECTED = "blackstart_faults_active{state=\"injected\"}";

    private static final String FAULT = """
            drills:
              - {key: cut, kind: network-cut, title: Cut, owner: dana, targets: [orders-db], maxDuration: PT20M,
                 fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Restore.}}
            timeline:
              - {key: hello, at: PT0M, message: {to: everyone, channels: [in-app], subject: S, text: T}}
              - {key: fault, at: PT0M, drill: cut}
            """;

    private static final String HASH = BcryptUtil.bcryptHash(DemoPeople.PASSWORD, 4);

    @ConfigProperty(name = "blackstart.metrics.token")
    String token;

    private String monitoring() {
        return given().header("Authorization", "Bearer " + token).get("/q/metrics").then().statusCode(200).extract().asString();
    }

    private static String seenBy(String person) {
        return as(person).get("/q/metrics").then().statusCode(200).extract().asString();
    }

    private static double value(String metrics, String name) {
        return metrics.lines().filter(line -> line.startsWith(name + " ")).findFirst()
                .map(line -> Double.parseDouble(line.substring(name.length() + 1))).orElse(Double.NaN);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = { "Bearer", "Bearer wrong", "Basic d3Jvbmc6d3Jvbmc=" })
    void metrics_withoutTheToken_refused(String header) {
        var request = given().redirects().follow(false);
        Response answer = (header == null ? request : request.header("Authorization", header)).get("/q/metrics");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.asString()).doesNotContain("blackstart_");
    }

    @Test
    void metrics_asMember_refused() {
        as("pia").get("/q/metrics").then().statusCode(403);
    }

    /** The token is for monitoring alone. */
    @Test
    void token_elsewhere_opensNothing() {
        for (String path : List.of("/api/exercises", "/api/plans", "/", "/q/metrics/more")) {
            int status = given().redirects().follow(false).header("Authorization", "Bearer " + token).get(path).statusCode();
            assertThat(status).as(path).isIn(401, 302, 303, 404);
        }
    }

    @Test
    void names_all_beginWithTheProduct() {
        GameDay.running(FAULT);
        String metrics = monitoring();
        List<String> names = metrics.lines().filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]")[0]).distinct().toList();
        assertThat(names).isNotEmpty().allMatch(name -> name.startsWith("blackstart_"))
                .contains("blackstart_jvm_memory_used_bytes", "blackstart_http_server_requests_seconds_bucket",
                        "blackstart_live_viewers", "blackstart_release_lateness_seconds_bucket",
                        "blackstart_timeline_overdue_seconds", "blackstart_faults_without_owner", "blackstart_items_failed");
    }

    /** Routes, not addresses: what is in a label is in every monitoring system for years. */
    @Test
    void labels_holdNoIdsAndNoKeys() {
        GameDay day = GameDay.running(FAULT);
        day.get("dana", "/timeline").statusCode(200);
        as("dana").get("/api/people/dana").then().statusCode(200);
        as("dana").get("/api/exercises/" + UUID.randomUUID()).then().statusCode(404);
        as("pia").contentType("application/json").body("{").post("/api/findings/" + UUID.randomUUID() + "/attachments");
        String metrics = monitoring();
        assertThat(metrics).contains("uri=\"/api/exercises/{id}/timeline\"").doesNotContain(day.id).doesNotContain(day.plan)
                .doesNotContain("dana")
                .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}");
    }

    @ParameterizedTest
    @CsvSource({ "/api/exercises/{id}/timeline, /api/exercises/{id}/timeline", "/api/findings/f5fb/attachments, /api/findings",
            "/ack/secret/no-duff, /ack", "/unsubscribe/secret, /unsubscribe", "/, /", "/q/health/ready, /q/health",
            "NOT_FOUND, NOT_FOUND", "/api/people/dana, /api/people" })
    void route_notATemplate_keepsItsBeginning(String uri, String kept) {
        assertThat(MeterRegistries.route(uri)).isEqualTo(kept);
    }

    @Test
    void lateness_itemReleased_countedForMonitoringAlone() {
        double before = value(monitoring(), RELEASES);
        GameDay day = GameDay.running(FAULT);
        day.awaitItem("hello", "released");
        await().untilAsserted(() -> assertThat(value(monitoring(), RELEASES)).isGreaterThanOrEqualTo(before + 1));
        assertThat(seenBy("dana")).contains("blackstart_jvm_memory_used_bytes").doesNotContain("release_lateness");
    }

    /** A master who plays in an exercise is told of it by no number. */
    @Test
    void facts_masterWhoPlays_leaveTheirExerciseOut() {
        String master = "master-" + UUID.randomUUID().toString().substring(0, 8);
        as("adam").contentType("application/json").body(Map.of("key", master, "name", "A master", "email",
                master + "@example.org", "role", "master-of-disaster")).post("/api/people").then().statusCode(201);
        QuarkusTransaction.requiringNew().run(() -> Person.byKey(master).passwordHash = HASH);
        double running = hidden(RUNNING, master);
        double injected = hidden(INJECTED, master);
        GameDay day = GameDay.scheduled(FAULT);
        day.post("dana", "/roster", Map.of("person", master, "role", "player")).statusCode(200);
        day.move("dana", "running").statusCode(200);
        day.awaitItem("fault", "released");
        day.post("carl", "/drills/cut/transitions", Map.of("to", "injected")).statusCode(200);
        await().untilAsserted(() -> assertThat(hidden(INJECTED, master)).isEqualTo(injected + 1));
        assertThat(hidden(RUNNING, master)).isEqualTo(running + 1);
        assertThat(value(seenBy("dana"), INJECTED)).isEqualTo(value(monitoring(), INJECTED));
    }

    /** What monitoring counts and this person does not. */
    private double hidden(String name, String person) {
        return value(monitoring(), name) - value(seenBy(person), name);
    }
}

package dev.blackstart.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Indispensable services: in the directory, in plans and in the coverage. */
@QuarkusTest
class ServiceCoverageTest {

    private final String key = "svc-" + UUID.randomUUID().toString().substring(0, 8);

    private static ValidatableResponse change(String key, Map<String, ?> fields) {
        return GameDay.as("dana").contentType(ContentType.JSON).body(fields).patch("/api/systems/" + key).then();
    }

    private void make() {
        GameDay.as("dana").contentType(ContentType.JSON).body(Map.of("key", key, "name", "Checkout " + key, "indispensable",
                true, "impactTolerance", "PT2H", "dependsOn", List.of("needed-" + key))).post("/api/systems").then()
                .statusCode(201);
    }

    @Test
    void service_inTheDirectory_shownAndKeptWhenOtherFieldsChange() {
        make();
        change(key, Map.of("site", "fra1")).statusCode(200).body("indispensable", equalTo(true))
                .body("impactTolerance", equalTo("PT2H")).body("dependsOn", equalTo(List.of("needed-" + key)));
        PageClient.as("pia").get("/directory/systems/" + key).statusCode(200).body(containsString("Indispensable service"))
                .body(containsString("needed-" + key));
        GameDay.as("dana").accept("text/csv").get("/api/systems").then().statusCode(200)
                .body(containsString("indispensable,impactTolerance,dependsOn"));
    }

    @Test
    void service_whatMakesNoSense_refusedByField() {
        make();
        change(key, Map.of("impactTolerance", "two hours")).statusCode(422)
                .body("violations.field", hasItem("impactTolerance"));
        change(key, Map.of("dependsOn", List.of(key))).statusCode(422).body("violations.field", hasItem("dependsOn"));
        change(key, Map.of("dependsOn", List.of("No Key"))).statusCode(422).body("violations.field", hasItem("dependsOn"));
    }

    @Test
    void service_drilled_recoveryBesideItsTolerance() {
        make();
        GameDay day = InsightApiTest.drilled(key);
        List<Map<String, Object>> rows = GameDay.as("dana").accept("application/json").get("/api/insight/coverage").then()
                .statusCode(200).extract().path("figures.find { it.key == 'services' }.rows");
        assertThat(rows).filteredOn(row -> key.equals(row.get("service"))).singleElement().satisfies(row -> {
            assertThat(row).containsEntry("within", true).containsEntry("tolerance", "PT2H")
                    .containsEntry("never", List.of("needed-" + key));
            assertThat(row.get("drilled")).isNotNull();
        });
        List<Map<String, Object>> players = GameDay.as("pia").accept("application/json").get("/api/insight/coverage").then()
                .extract().path("figures.find { it.key == 'services' }.rows");
        assertThat(players).filteredOn(row -> key.equals(row.get("service"))).singleElement()
                .satisfies(row -> assertThat(row.get("drilled")).isNull());
        assertThat(day.id).isNotNull();
    }

    @Test
    void objective_namesAnUnknownService_warned() {
        String plan = "plan-" + UUID.randomUUID();
        GameDay.as("dana").contentType("application/yaml").body("""
                key: %s
                name: A talk
                type: tabletop
                intensity: 1
                environment: development
                owner: dana
                team: storage
                objectives: [{key: served, text: Customers can pay., services: [nothing-%s]}]
                schedule: {duration: PT1H}
                roster: [{person: dana, role: director}, {person: pia, role: player}]
                timeline: [{key: open, at: PT0M, expectation: {of: storage, text: Pays.}}]
                """.formatted(plan, key).getBytes(StandardCharsets.UTF_8)).post("/api/plans").then()
                .statusCode(201).body("warnings.message.flatten()", hasItem(containsString("nothing-" + key)));
    }
}

package dev.blackstart.exercise.gate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Look both ways before STARTEX. */
@QuarkusTest
class GateTest {

    private static final String ITEM = "timeline: [{key: one, at: PT1H, task: {of: carl, text: Look.}}]\n";

    private static final String NO_CONTROLLER = """
            key: %s
            name: A plan
            type: functional
            intensity: %d
            environment: staging
            owner: dana
            approvers: [adam]
            team: storage
            schedule: {duration: PT2H, zone: UTC}
            roster: [{person: dana, role: director}%s]
            """;

    @Test
    void gate_everythingInPlace_passesWithEveryKey() {
        GameDay day = GameDay.scheduled(ITEM);
        day.get("carl", "/gate").statusCode(200).body("passes", is(true)).body("checks.key", contains("approvals",
                "preparation", "drills", "drivers", "off-limits", "roles", "skills", "probes", "alerts", "blackout", "incident",
                "lever",
                "targets",
                "fallback", "contacts", "concerns", "people", "informed", "revert-proven"));
    }

    @Test
    void start_failedCheck_conflictWithChecks() {
        String id = schedule(NO_CONTROLLER.formatted(key(), 2, "") + ITEM);
        start(id, null).statusCode(409).body("checks.find { it.key == 'roles' }.result", is("fail"))
                .body("checks.find { it.key == 'roles' }.advice", containsString("controller"));
        start(id, " ").statusCode(409);
    }

    @Test
    void gate_peopleWhoLeft_failsTheirChecks() {
        String left = "left-" + UUID.randomUUID().toString().substring(0, 8);
        GameDay.as("adam").contentType(ContentType.JSON).body(Map.of("key", left, "name", "Lena Left")).post("/api/people")
                .then().statusCode(201);
        String id = schedule(NO_CONTROLLER.formatted(key(), 2, ", {person: %s, role: controller}".formatted(left)) + """
                systems: [{key: sys-%1$s, name: A system, site: fra1, kind: database}]
                drills:
                  - {key: cut, kind: network-cut, title: Cut it, owner: %1$s, targets: [sys-%1$s], maxDuration: PT5M,
                     fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Join.}}
                """.formatted(left) + ITEM);
        GameDay.as("adam").contentType(ContentType.JSON).body(Map.of("to", "left"))
                .post("/api/people/" + left + "/transitions").then().statusCode(200);
        GameDay.as("dana").get("/api/exercises/" + id + "/gate").then().statusCode(200)
                .body("checks.find { it.key == 'roles' }.advice", containsString("No longer in the organisation: " + left))
                .body("checks.find { it.key == 'drills' }.advice", containsString(left + " has left"));
    }

    @Test
    void start_overriddenWithAReason_startsAndIsJournaled() {
        String id = schedule(NO_CONTROLLER.formatted(key(), 2, "") + ITEM);
        start(id, "Only I am here.").statusCode(200).body("state", is("running"));
        GameDay.as("dana").get("/api/exercises/" + id + "/gate").then().body("passes", is(false));
        GameDay.as("dana").get("/api/exercises/" + id + "/journal").then()
                .body("entries.find { it.type == 'gate-overridden' }.data.reason", is("Only I am here."))
                .body("entries.find { it.type == 'gate-overridden' }.data.checks", hasItem("roles"));
    }

    @Test
    void start_intensityFourWithoutASafetyOfficer_fails() {
        String id = schedule(NO_CONTROLLER.formatted(key(), 4, ", {person: carl, role: controller}") + ITEM);
        start(id, null).statusCode(409).body("checks.find { it.key == 'roles' }.advice", containsString("safety"));
    }

    @Test
    void start_offLimitsTarget_noReasonIsGoodEnough() {
        String id = schedule(NO_CONTROLLER.formatted(key(), 2, ", {person: carl, role: controller}") + """
                systems: [{key: ledger, name: Ledger, site: fra1, kind: database}]
                offLimits: [ledger]
                drills:
                  - key: cut
                    kind: network-cut
                    title: Cut it
                    owner: dana
                    targets: [ledger]
                    fault: {driver: manual, instruction: Cut.}
                    revert: {driver: manual, instruction: Mend.}
                    maxDuration: PT20M
                """ + ITEM);
        start(id, "I insist.").statusCode(409).body("checks.find { it.key == 'off-limits' }.result", is("fail"));
    }

    @Test
    void start_drillWithoutRevert_neverOverridden() {
        GameDay day = GameDay.scheduled(
                """
                        drills:
                          - {key: cut, kind: network-cut, title: Cut it, owner: dana, targets: [orders-db], maxDuration: PT20M, fault: {driver: manual, instruction: Cut.}}
                        """
                        + ITEM);
        day.move("dana", "running").statusCode(409);
        day.post("dana", "/transitions", Map.of("to", "running", "override", "We know what we do.")).statusCode(409);
    }

    @Test
    void start_twoOnOneTargetAtTheSameMoment_onlyOneBegins() throws Exception {
        for (int round = 0; round < 5; round++) {
            String target = "shared-" + UUID.randomUUID();
            List<Callable<Integer>> starts = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                String id = schedule(NO_CONTROLLER.formatted(key(), 2, ", {person: carl, role: controller}")
                        + DRILL.formatted(target, target) + ITEM);
                starts.add(() -> start(id, null).extract().statusCode());
            }
            ExecutorService people = Executors.newFixedThreadPool(starts.size());
            List<Integer> answers = new ArrayList<>();
            for (Future<Integer> answer : people.invokeAll(starts)) {
                answers.add(answer.get());
            }
            people.shutdown();
            assertThat(answers).containsExactlyInAnyOrder(200, 409, 409, 409);
        }
    }

    private static final String DRILL = """
            systems: [{key: %s, name: Shared, site: fra1, kind: database}]
            drills:
              - {key: cut, kind: network-cut, title: Cut it, owner: dana, targets: [%s], maxDuration: PT20M, hypothesis: It holds.,
                 fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
            """;

    private static String key() {
        return "plan-" + UUID.randomUUID();
    }

    private static String schedule(String yaml) {
        GameDay.importPlan(yaml);
        String plan = yaml.lines().findFirst().orElseThrow().substring("key: ".length());
        GameDay.approve(plan, "adam");
        return GameDay.as("dana").contentType(ContentType.JSON)
                .body(Map.of("plan", plan, "startsAt", Instant.now().plus(Duration.ofDays(1)).toString()))
                .post("/api/exercises").then().statusCode(201).extract().path("id");
    }

    private static ValidatableResponse start(String id, String override) {
        return GameDay.as("dana").contentType(ContentType.JSON)
                .body(override == null ? Map.of("to", "running") : Map.of("to", "running", "override", override))
                .post("/api/exercises/" + id + "/transitions").then();
    }
}

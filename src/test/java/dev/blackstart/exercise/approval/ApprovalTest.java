package dev.blackstart.exercise.approval;

import static dev.blackstart.testsupport.GameDay.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Who stands behind a plan, and what a change does to that. */
@QuarkusTest
class ApprovalTest {

    private static final String PLAN = """
            key: %s
            name: Secret of approvals
            type: functional
            intensity: %d
            environment: staging
            owner: dana
            approvers: [%s]
            team: storage
            schedule: {duration: PT2H, zone: UTC}
            roster: [{person: dana, role: director}, {person: carl, role: controller}, {person: sol, role: safety-officer}, {person: pia, role: player}]
            timeline: [{key: one, at: PT1H, task: {of: carl, text: Look.}}]
            """;

    private final String key = "plan-" + UUID.randomUUID();

    @Test
    void approve_oneOfTheApprovers_gatePassesAndIsJournaled() {
        String id = scheduled(PLAN.formatted(key, 2, "adam, olga"));
        check(id, "fail", "1 more approval. Ask adam or olga.");
        decide("olga", Map.of("decision", "approved", "comment", "Go on.")).statusCode(201).body("revision", is(1));
        check(id, "pass", null);
        as("dana").get("/api/plans/" + key + "/approvals").then().statusCode(200).body("items.person", contains("olga"))
                .body("items.comment", contains("Go on."));
        as("dana").get("/api/exercises/" + id + "/journal").then().body("entries.type", hasItem("plan-approved"))
                .body("entries.find { it.type == 'plan-approved' }.audience", is("control"));
        start(id).statusCode(200);
    }

    @Test
    void approve_planChangedAfterwards_neededAnewAndSaidSo() {
        String yaml = PLAN.formatted(key, 2, "adam");
        String first = scheduled(yaml);
        GameDay.approve(key, "adam");
        as("dana").contentType("application/yaml").body(yaml.replace("Look.", "Look twice.").getBytes(StandardCharsets.UTF_8))
                .post("/api/plans").then()
                .statusCode(200).body("revision", is(2));
        check(first, "pass", null);
        String second = schedule();
        check(second, "fail", "The plan has changed since an earlier revision was approved.");
        start(second).statusCode(409).body("checks.find { it.key == 'approvals' }.result", is("fail"));
        decide("adam", Map.of("decision", "approved", "revision", 1)).statusCode(409).body("revision", is(2));
        as("dana").contentType(ContentType.JSON).body(Map.of("revision", 2)).patch("/api/exercises/" + first).then()
                .statusCode(200);
        check(first, "fail", "Revision 2 needs 1 more approval");
        decide("adam", Map.of("decision", "approved", "revision", 2)).statusCode(201);
        check(first, "pass", null);
    }

    @Test
    void approve_whoMayNot_refusedAndUnknownToOthers() {
        GameDay.importPlan(PLAN.formatted(key, 2, "adam"));
        Map<String, Object> yes = Map.of("decision", "approved");
        decide("dana", yes).statusCode(403).body("detail", containsString("owner"));
        decide("carl", yes).statusCode(403).body("detail", containsString("ask adam"));
        decide("pia", yes).statusCode(404);
        decide("wilma", yes).statusCode(404);
        as("pia").get("/api/plans/" + key + "/approvals").then().statusCode(404);
        PageClient.as("wilma").get("/plans/" + key + "/approvals").statusCode(404);
        given().get("/api/plans/" + key + "/approvals").then().statusCode(401);
        decide("adam", Map.of("decision", "maybe")).statusCode(422).body("field", is("decision"));
        decide("adam", Map.of("decision", "rejected")).statusCode(422).body("field", is("comment"));
        decide("adam", Map.of("decision", "approved", "comment", "x".repeat(2_001))).statusCode(422).body("field",
                is("comment"));
    }

    /** Giving a plan to somebody else does not make its owner an approver. */
    @Test
    void approve_ownerOfAnEarlierRevision_refused() {
        GameDay.importPlan(PLAN.formatted(key, 2, "adam"));
        String changed = PLAN.formatted(key, 3, "adam, dana").replace("owner: dana", "owner: carl");
        as("dana").contentType("application/yaml").body(changed.getBytes(StandardCharsets.UTF_8)).post("/api/plans").then()
                .statusCode(200);
        decide("dana", Map.of("decision", "approved")).statusCode(403).body("detail", containsString("earlier revision"));
        decide("adam", Map.of("decision", "approved")).statusCode(201);
    }

    @Test
    void reject_afterApproval_newestWordCounts() {
        String id = scheduled(PLAN.formatted(key, 2, "adam, olga"));
        GameDay.approve(key, "adam");
        decide("olga", Map.of("decision", "rejected", "comment", "Not in that week.")).statusCode(201);
        check(id, "fail", "olga rejected revision 1: \"Not in that week.\"");
        GameDay.approve(key, "olga");
        check(id, "pass", null);
    }

    @Test
    void approve_intensityFour_twoFromOutsideTheTeam() {
        String id = scheduled(PLAN.formatted(key, 4, "tess, adam, olga"));
        GameDay.approve(key, "tess");
        check(id, "fail", "2 more approvals from outside storage. Ask adam or olga.");
        GameDay.approve(key, "adam");
        GameDay.approve(key, "adam");
        check(id, "fail", "1 more approval from outside storage. Ask olga.");
        GameDay.approve(key, "olga");
        check(id, "pass", null);
    }

    @Test
    void approver_seatedAsPlayerLater_countsNoMore() {
        String id = scheduled(PLAN.formatted(key, 2, "olga"));
        GameDay.approve(key, "olga");
        check(id, "pass", null);
        as("dana").contentType(ContentType.JSON).body(Map.of("person", "olga", "role", "player"))
                .post("/api/exercises/" + id + "/roster").then().statusCode(200);
        check(id, "fail", "names too few");
        as("olga").get("/api/plans/" + key).then().statusCode(404);
        as("dana").contentType(ContentType.JSON).body(Map.of("to", "running", "override", "She only watches."))
                .post("/api/exercises/" + id + "/transitions").then().statusCode(200);
    }

    @Test
    void page_whatIsApprovedInNumbers_commentKeptWhenRefused() {
        GameDay.importPlan(PLAN.formatted(key, 2, "adam").replace("timeline:",
                """
                        systems: [{key: db, name: Database, site: fra1, kind: database}]
                        drills:
                          - {key: cut, kind: network-cut, title: Cut the line, owner: dana, targets: [db], maxDuration: PT20M, onNoDuff: hold,
                             hypothesis: It holds., fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
                        timeline:"""));
        String page = "/plans/" + key + "/approvals";
        PageClient.as("dana").get(page).statusCode(200).body(containsString("Cut the line"),
                not(containsString("Approve revision")));
        PageClient adam = PageClient.as("adam");
        adam.get(page).statusCode(200).body(containsString("Approve revision 1"),
                containsString("stays until somebody reverts it"));
        adam.post(page, Map.of("decision", "rejected", "comment", " ", "revision", "1")).statusCode(422)
                .body(containsString("Say what has to change"));
        adam.post(page, Map.of("decision", "approved", "comment", "kept words", "revision", "7")).statusCode(409)
                .body(containsString("kept words"), containsString("has changed since you read it"));
        adam.post(page, Map.of("decision", "approved", "comment", "Good.", "revision", "1")).statusCode(303);
        PageClient.as("dana").get("/plans/" + key).statusCode(200).body(containsString("Approved"));
        PageClient.as("carl").post(page, Map.of("decision", "approved")).statusCode(403);
    }

    private ValidatableResponse decide(String person, Map<String, Object> word) {
        return as(person).contentType(ContentType.JSON).body(word).post("/api/plans/" + key + "/approvals").then();
    }

    private String scheduled(String yaml) {
        GameDay.importPlan(yaml);
        return schedule();
    }

    private String schedule() {
        return as("dana").contentType(ContentType.JSON)
                .body(Map.of("plan", key, "startsAt", Instant.now().plus(Duration.ofDays(1)).toString())).post("/api/exercises")
                .then().statusCode(201).extract().path("id");
    }

    private static void check(String id, String result, String advice) {
        List<Map<String, String>> checks = as("dana").get("/api/exercises/" + id + "/gate").then().statusCode(200).extract()
                .path("checks");
        Map<String, String> approvals = checks.stream().filter(one -> one.get("key").equals("approvals")).findFirst()
                .orElseThrow();
        assertThat(approvals.get("result")).as("%s", approvals).isEqualTo(result);
        if (advice != null) {
            assertThat(approvals.get("advice")).contains(advice);
        }
    }

    private static ValidatableResponse start(String id) {
        return as("dana").contentType(ContentType.JSON).body(Map.of("to", "running"))
                .post("/api/exercises/" + id + "/transitions").then();
    }
}

package dev.blackstart.preparation;

import static dev.blackstart.testsupport.GameDay.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.journal.JournalEntry;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** What teams do in the weeks before, and what becomes of it when the plan or its date changes. */
@QuarkusTest
class PreparationTest {

    static final String ITEMS = """
            preparation:
              - {key: points, team: storage, kind: single-point-of-failure, title: Name what fails over, due: -P7D, blocking: true}
              - {key: numbers, team: storage, kind: contacts, title: Check the numbers, due: -P2D}
              - {key: notice, team: web, kind: communication, title: Prepare a notice}
            timeline: [{key: one, at: PT1H, task: {of: carl, text: Look.}}]
            """;

    @Test
    void schedule_itemsOfThePlan_dueBeforeTheStartAndInOrderOfTime() {
        GameDay day = GameDay.scheduled(ITEMS);
        Instant start = Instant.parse(day.get("dana", "").extract().path("startsAt"));
        List<String> due = day.get("dana", "/preparation").statusCode(200)
                .body("items.key", contains("points", "numbers", "notice"))
                .body("items.state", contains("open", "open", "open")).body("items[0].blocking", is(true))
                .body("items[0].due", is("-P7D")).extract().path("items.dueAt");
        assertThat(Duration.between(Instant.parse(due.get(0)), start)).isBetween(Duration.ofHours(167), Duration.ofHours(169));
        assertThat(Instant.parse(due.get(2))).isEqualTo(start);
        List<String> mine = as("pia").get("/api/preparation?mine=true").then().statusCode(200).extract().path("items.dueAt");
        assertThat(mine).isSorted();
        assertThat(JournalProbe.facts(day, "preparation-planned")).singleElement()
                .satisfies(facts -> assertThat(facts.path("added")).hasSize(3));
        assertThat(JournalProbe.of(day, "preparation-planned").get(0).audience).isEqualTo("control");
    }

    @Test
    void work_startedDoneAndVerifiedBySomebodyElse_journaledForControlStaff() {
        GameDay day = GameDay.scheduled(ITEMS);
        String item = id(day, "points");
        to("pete", item, Map.of("to", "started")).statusCode(200).body("state", is("started")).body("owner", is("pete"));
        to("pete", item, Map.of("to", "started")).statusCode(200);
        to("pete", item, Map.of("to", "blocked")).statusCode(422).body("field", is("reason"));
        to("pia", item, Map.of("to", "blocked", "reason", "No access.")).statusCode(200).body("reason", is("No access."));
        to("pete", item, Map.of("to", "verified")).statusCode(403);
        to("tess", item, Map.of("to", "verified")).statusCode(409).body("allowed", contains("started", "done"));
        to("pete", item, Map.of("to", "done")).statusCode(422).body("field", is("evidence"));
        to("pete", item, Map.of("to", "done", "evidence", "See https://wiki.example/points.")).statusCode(200)
                .body("doneBy", is("pete")).body("reason", nullValue());
        to("pete", item, Map.of("to", "verified")).statusCode(403).body("detail", startsWith("You did this yourself"));
        to("pia", item, Map.of("to", "verified")).statusCode(403).body("detail", containsString("lead"));
        to("tess", item, Map.of("to", "verified")).statusCode(200).body("state", is("verified")).body("verifiedBy", is("tess"));
        to("tess", item, Map.of("to", "started")).statusCode(409);
        to("tess", item, Map.of("to", "gone")).statusCode(422).body("field", is("to"));
        List<JournalEntry> told = JournalProbe.of(day).stream().filter(entry -> entry.type.startsWith("preparation-")).toList();
        assertThat(told).extracting(entry -> entry.type).containsExactly("preparation-planned", "preparation-started",
                "preparation-blocked", "preparation-done", "preparation-verified");
        assertThat(told).allMatch(entry -> entry.audience.equals("control"));
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void verify_leadOrControlStaffWhoDidItThemselves_refused() {
        GameDay day = GameDay.scheduled(ITEMS);
        String item = id(day, "points");
        to("tess", item, Map.of("to", "done", "evidence", "I looked.")).statusCode(200);
        to("tess", item, Map.of("to", "verified")).statusCode(403);
        day.post("carl", "/preparation/points/transitions", Map.of("to", "verified")).statusCode(200).body("verifiedBy",
                is("carl"));
        day.post("carl", "/preparation/numbers/transitions", Map.of("to", "done", "evidence", "Called them.")).statusCode(200);
        day.post("carl", "/preparation/numbers/transitions", Map.of("to", "verified")).statusCode(403);
        day.post("sol", "/preparation/numbers/transitions", Map.of("to", "verified")).statusCode(200);
        day.post("sol", "/preparation/unknown/transitions", Map.of("to", "done")).statusCode(404);
        day.post("pia", "/preparation/points/transitions", Map.of("to", "done")).statusCode(403);
        day.post("wilma", "/preparation/points/transitions", Map.of("to", "done")).statusCode(404);
        day.get("pia", "/preparation").statusCode(404);
    }

    @Test
    void item_othersThanItsTeam_doesNotExist() {
        GameDay day = GameDay.scheduled(ITEMS);
        String item = id(day, "points");
        for (String stranger : List.of("noel", "wilma", "olga")) {
            as(stranger).get("/api/preparation/" + item).then().statusCode(404);
            to(stranger, item, Map.of("to", "started")).statusCode(404);
            as(stranger).contentType(ContentType.JSON).body(Map.of("text", "x")).post("/api/preparation/" + item + "/comments")
                    .then().statusCode(404);
            as(stranger).get("/api/preparation").then().body("items.id", not(hasItem(item)));
        }
        given().get("/api/preparation/" + item).then().statusCode(401);
        as("adam").get("/api/preparation/" + item).then().statusCode(200).body("key", is("points"));
        as("adam").get("/api/preparation?mine=true").then().body("items.id", not(hasItem(item)));
        as("pia").get("/api/preparation/" + item).then().statusCode(200).body("key", nullValue()).body("exercise", is(day.id))
                .body("forWhat", is("Storage exercise"));
    }

    @Test
    void date_moved_dueDatesFollowAndWorkStays() {
        GameDay day = GameDay.scheduled(ITEMS);
        String item = id(day, "points");
        to("pia", item, Map.of("to", "started")).statusCode(200);
        Instant later = Instant.now().plus(Duration.ofDays(60));
        as("dana").contentType(ContentType.JSON).body(Map.of("startsAt", later.toString())).patch("/api/exercises/" + day.id)
                .then().statusCode(200);
        String due = as("pia").get("/api/preparation/" + item).then().body("state", is("started")).body("owner", is("pia"))
                .extract().path("dueAt");
        assertThat(Duration.between(Instant.parse(due), later)).isBetween(Duration.ofHours(166), Duration.ofHours(170));
        assertThat(JournalProbe.facts(day, "preparation-planned")).hasSize(2).last()
                .satisfies(facts -> assertThat(facts.path("moved")).hasSize(3));
    }

    @Test
    void revision_changed_addsChangesAndDropsWithoutLosingWork() {
        GameDay day = GameDay.scheduled(ITEMS);
        String points = id(day, "points");
        String numbers = id(day, "numbers");
        to("pia", numbers, Map.of("to", "done", "evidence", "Called them all.")).statusCode(200);
        String yaml = as("dana").accept("application/yaml").get("/api/plans/" + day.plan).asString();
        revise(day, yaml.replace("title: Name what fails over, due: -P7D", "title: Name what fails over and when, due: -P9D")
                .replaceAll("(?m)^  - \\{key: numbers.*\n",
                        "  - {key: fresh, team: network, kind: rollback, title: Take it back}\n"));
        day.get("dana", "/preparation").body("items.key", containsInAnyOrder("points", "fresh", "notice"))
                .body("items.find { it.key == 'points' }.title", is("Name what fails over and when"))
                .body("items.find { it.key == 'points' }.id", is(points));
        as("pia").get("/api/preparation/" + numbers).then().statusCode(200).body("needed", is(false));
        as("pia").get("/api/preparation?mine=true").then().body("items.id", not(hasItem(numbers)));
        to("pia", numbers, Map.of("to", "started")).statusCode(409).body("detail", containsString("no longer needed"));
        revise(day, yaml);
        as("pia").get("/api/preparation/" + numbers).then().body("needed", is(true)).body("state", is("done"))
                .body("evidence", is("Called them all."));
    }

    @Test
    void cancelled_itemsDisappearQuietly() {
        GameDay day = GameDay.scheduled(ITEMS);
        String item = id(day, "points");
        day.move("dana", "cancelled").statusCode(200);
        as("pia").get("/api/preparation?mine=true").then().body("items.id", not(hasItem(item)));
        to("pia", item, Map.of("to", "started")).statusCode(409).body("detail", containsString("no longer needed"))
                .body("state", nullValue());
    }

    @Test
    void owner_takenOrGivenByTheLead_neverToSomebodyElsesTeam() {
        String item = id(GameDay.scheduled(ITEMS), "points");
        give("pia", item, "pete").statusCode(403);
        give("pia", item, "pia").statusCode(200).body("owner", is("pia"));
        give("tess", item, "noel").statusCode(422).body("field", is("owner"));
        give("tess", item, "pete").statusCode(200).body("owner", is("pete"));
        give("pia", item, "").statusCode(403);
        give("pete", item, "").statusCode(200).body("owner", nullValue());
    }

    @Test
    void added_byControlStaffAndByALeadForTheirOwnTeam() {
        GameDay day = GameDay.scheduled(ITEMS);
        day.post("carl", "/preparation",
                Map.of("team", "web", "kind", "runbook", "title", "Read the runbook", "blocking", true))
                .statusCode(201).body("addedBy", is("carl")).body("blocking", is(true));
        day.post("carl", "/preparation", Map.of("team", "nobody", "title", "x")).statusCode(422).body("field", is("team"));
        day.post("carl", "/preparation", Map.of("team", "web", "title", " ")).statusCode(422).body("field", is("title"));
        day.post("carl", "/preparation", Map.of("team", "web", "title", "x", "kind", "fun")).statusCode(422).body("field",
                is("kind"));
        day.post("pia", "/preparation", Map.of("team", "web", "title", "x")).statusCode(403);
        String beside = "/api/preparation/" + id(day, "points") + "/additions";
        as("pia").contentType(ContentType.JSON).body(Map.of("title", "One more")).post(beside).then().statusCode(403);
        String added = as("tess").contentType(ContentType.JSON).body(Map.of("title", "One more")).post(beside).then()
                .statusCode(201).body("team", is("storage")).extract().path("id");
        as("pete").get("/api/preparation?mine=true").then().body("items.id", hasItem(added));
    }

    @Test
    void commentsAndSinglePoints_seenByTheTeam_settledWithAReason() {
        GameDay day = GameDay.scheduled(ITEMS);
        String path = "/api/preparation/" + id(day, "points");
        post("pia", path + "/comments", Map.of("text", "Who has the key?")).statusCode(201);
        post("pia", path + "/comments", Map.of("text", " ")).statusCode(422).body("field", is("text"));
        as("tess").get(path + "/comments").then().body("items.text", contains("Who has the key?")).body("items.author",
                contains("pia"));
        String point = post("pia", path + "/single-points", Map.of("title", "Only pete knows", "system", "orders-db"))
                .statusCode(201).body("reference", matchesPattern("S-[2-9A-Z]{4}")).extract().path("id");
        as("wilma").get("/api/single-points/" + point).then().statusCode(404);
        as("wilma").get("/api/single-points").then().body("items.id", not(hasItem(point)));
        as("tess").get("/api/single-points").then().body("items.id", hasItem(point));
        String settle = "/api/single-points/" + point + "/transitions";
        post("pia", settle, Map.of("to", "removed")).statusCode(422).body("field", is("reason"));
        post("pia", settle, Map.of("to", "accepted", "reason", "Too dear.")).statusCode(403);
        post("tess", settle, Map.of("to", "accepted", "reason", "Too dear.")).statusCode(200).body("state", is("accepted"));
        assertThat(JournalProbe.field(day, "single-point-found", "text")).containsExactly("Only pete knows");
    }

    @Test
    void gate_blockingItemOpen_failsUntilItIsDone() {
        GameDay day = GameDay.scheduled(ITEMS);
        gate(day).body("checks.find { it.key == 'preparation' }.result", is("fail"))
                .body("checks.find { it.key == 'preparation' }.advice",
                        containsString("1 of 1 blocking item not done: storage: Name what"));
        day.move("dana", "running").statusCode(409);
        day.post("pia", "/transitions", Map.of("to", "running")).statusCode(403);
        day.get("pia", "/gate").statusCode(404);
        day.post("carl", "/preparation/points/transitions", Map.of("to", "done", "evidence", "Seen.")).statusCode(200);
        gate(day).body("checks.find { it.key == 'preparation' }.result", is("pass"))
                .body("checks.find { it.key == 'preparation' }.advice", containsString("verified"));
        day.move("dana", "running").statusCode(200);
    }

    @Test
    void fault_preparationOverridden_notHeldForIt() {
        GameDay day = GameDay.scheduled(ITEMS
                .replace("timeline:",
                        """
                                drills:
                                  - {key: cut, kind: network-cut, title: Cut it, owner: dana, targets: [orders-db], maxDuration: PT20M, hypothesis: It holds.,
                                     fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
                                timeline:""")
                .replace("timeline: [", "timeline: [{key: fault, manual: true, drill: cut}, "));
        day.post("dana", "/transitions", Map.of("to", "running", "override", "We try it.")).statusCode(200);
        day.moveItem("carl", "fault", "released").statusCode(200).body("state", is("released"));
    }

    static String id(GameDay day, String key) {
        return day.get("dana", "/preparation").statusCode(200).extract().path("items.find { it.key == '" + key + "' }.id");
    }

    static ValidatableResponse to(String person, String item, Map<String, String> transition) {
        return post(person, "/api/preparation/" + item + "/transitions", transition);
    }

    private static ValidatableResponse give(String person, String item, String owner) {
        return as(person).contentType(ContentType.JSON).body(Map.of("owner", owner)).patch("/api/preparation/" + item).then();
    }

    private static ValidatableResponse post(String person, String path, Map<String, ?> body) {
        return as(person).contentType(ContentType.JSON).body(body).post(path).then();
    }

    private static ValidatableResponse gate(GameDay day) {
        return day.get("dana", "/gate").statusCode(200);
    }

    private static void revise(GameDay day, String yaml) {
        int revision = as("dana").contentType("application/yaml").body(yaml.getBytes(StandardCharsets.UTF_8)).post("/api/plans")
                .then().statusCode(200).extract().path("revision");
        as("dana").contentType(ContentType.JSON).body(Map.of("revision", revision)).patch("/api/exercises/" + day.id).then()
                .statusCode(200);
    }
}

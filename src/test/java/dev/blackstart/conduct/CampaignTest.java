package dev.blackstart.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

/** One room over a campaign: what is seen there and what pausing all of it does. */
@QuarkusTest
class CampaignTest {

    private static final String PLAN = """
            key: %s
            name: %s
            type: functional
            intensity: 2
            environment: staging
            campaign: %s
            owner: dana
            team: storage
            coverName: Exercise
            systems: [{key: %s, name: S, site: fra1, kind: database}]
            schedule: {duration: PT2H, zone: Europe/Berlin}
            roster: [%s]
            drills:
              - {key: cut, kind: network-cut, title: Cut of %s, owner: dana, targets: [%s], maxDuration: PT20M,
                 fault: {driver: manual, instruction: Cut.}, revert: {driver: manual, instruction: Mend.}}
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, channels: [in-app], text: Welcome.}}
              - {key: cut, at: PT0M, drill: cut}
              - {key: next, at: PT30M, task: {of: carl, text: Look at %s}}
            """;

    private static final String DANA_CARL = "{person: dana, role: director}, {person: carl, role: controller},"
            + " {person: pia, role: player}";
    private static final String SOL_EVE = "{person: sol, role: director}, {person: carl, role: player},"
            + " {person: eve, role: controller}, {person: noel, role: player}";
    private static final String SOL_CARL = "{person: sol, role: director}, {person: carl, role: controller}";

    private final String campaign = "spring " + UUID.randomUUID().toString().substring(0, 8);
    private final String page = "/campaigns/" + campaign;

    private final List<String> started = new ArrayList<>();

    /** Who plays in a running exercise holds the start of those they conduct: of other tests' too. */
    @AfterEach
    void end() {
        started.forEach(id -> GameDay.as("sol").contentType("application/json").body(Map.of("to", "ended"))
                .post("/api/exercises/" + id + "/transitions"));
    }

    @Test
    void room_byEach_theExercisesTheyConduct() {
        String one = running("One", DANA_CARL, "dana");
        String two = running("Two", SOL_EVE, "sol");
        GameDay.as("pia").contentType("application/json").body(Map.of("text", "x")).post("/api/exercises/" + one + "/findings")
                .then().statusCode(201);
        FormClient.of("dana").browser().get(page).then().statusCode(200).body(containsString("One"), containsString("Two"),
                containsString("Cut of One"), containsString("Look at Two"), containsString("1 finding"),
                containsString("/exercises/" + one + "/control-room"), containsString("Stops the clock of 2 exercises"));
        FormClient.of("dana").form().formParam("to", "ended").post(page + "/transitions").then().statusCode(200)
                .body(containsString(
                        "Ends 1 exercise for good, reverts 1 fault and notifies 3 people. One other is not yours"));
        assertThat(state(one)).isEqualTo("running");
        FormClient.of("carl").browser().get(page).then().statusCode(200).body(containsString("Cut of One"),
                not(containsString("Two")), not(containsString(two)));
        FormClient.of("carl").browser().get(page + "/room").then().statusCode(200).body(not(containsString("Two")));
        FormClient.of("eve").browser().get(page).then().statusCode(200).body(containsString("Two"), not(containsString("One")));
        for (String outsider : new String[] { "pia", "noel", "wilma" }) {
            FormClient desk = FormClient.of(outsider);
            String unknown = desk.browser().get("/campaigns/no such").then().statusCode(404).extract().asString();
            assertThat(desk.browser().get(page).then().statusCode(404).extract().asString()).isEqualTo(unknown);
            desk.browser().get(page + "/room").then().statusCode(404);
            desk.form().formParam("to", "paused").post(page + "/transitions").then().statusCode(404);
        }
        assertThat(FormClient.of("dana").browser().get("/").asString()).contains("/campaigns/" + campaign.replace(" ", "%20"));
        assertThat(FormClient.of("pia").browser().get("/").asString()).doesNotContain(campaign.substring(7));
    }

    @Test
    void pause_all_eachThatTheyMay() {
        String one = running("One", DANA_CARL, "dana");
        String two = running("Two", SOL_EVE, "sol");
        String three = scheduled("Three", SOL_CARL);
        FormClient.of("carl").form().formParam("to", "paused").post(page + "/transitions").then().statusCode(200)
                .body(containsString("One: done."), not(containsString("Two")), not(containsString("Three:")));
        assertThat(state(one)).isEqualTo("paused");
        assertThat(state(two)).isEqualTo("running");
        assertThat(state(three)).isEqualTo("scheduled");
        FormClient.of("carl").form().formParam("to", "running").post(page + "/transitions").then().statusCode(422);
        FormClient.of("carl").browser().formParam("to", "ended").post(page + "/transitions").then().statusCode(400);
    }

    @Test
    void abort_all_saysWhichDidAndWhichDidNot() {
        String one = running("One", DANA_CARL, "dana");
        String two = running("Two", SOL_CARL, "sol");
        FormClient.of("dana").form().formParam("to", "ended").formParam("confirmed", "true").post(page + "/transitions").then()
                .statusCode(200)
                .body(containsString("One: done."),
                        containsString("Two: not done. Only the director or the safety officer may"));
        assertThat(state(one)).isEqualTo("ended");
        assertThat(state(two)).isEqualTo("running");
        assertThat(GameDay.as("dana").get("/api/exercises/" + one).jsonPath().getString("outcome")).isEqualTo("aborted");
        assertThat(GameDay.as("dana").get("/api/exercises/" + one + "/drills").jsonPath().getString("items[0].state"))
                .isEqualTo("reverting");
    }

    private String scheduled(String name, String roster) {
        String key = "plan-" + UUID.randomUUID();
        String system = "system-" + UUID.randomUUID();
        GameDay.importPlan(PLAN.formatted(key, name, campaign, system, roster, name, system, name));
        return GameDay.as("dana").contentType("application/json")
                .body(Map.of("plan", key, "startsAt", Instant.now().plus(Duration.ofDays(3)).toString())).post("/api/exercises")
                .then().statusCode(201).extract().path("id");
    }

    private String running(String name, String roster, String director) {
        String id = scheduled(name, roster);
        GameDay.as(director).contentType("application/json").body(Map.of("to", "running", "override", "a test"))
                .post("/api/exercises/" + id + "/transitions").then().statusCode(200);
        started.add(id);
        Awaitility.await()
                .until(() -> GameDay.as("dana").get("/api/exercises/" + id + "/drills").jsonPath().getString("items[0].state"),
                        "armed"::equals);
        return id;
    }

    private static String state(String id) {
        return GameDay.as("dana").get("/api/exercises/" + id).jsonPath().getString("state");
    }
}

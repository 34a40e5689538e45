package dev.blackstart.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** The exercise team's planning: days by intensity, tasks, hours, and that nobody else learns of it. */
@QuarkusTest
class PlanningTest {

    private static final String DAY = "timeline: [{key: later, at: PT1H, task: {of: carl, text: Look.}}]";

    @Inject
    PlanningConfig config;

    private static ValidatableResponse put(GameDay day, String person, Map<String, ?> body) {
        return GameDay.as(person).contentType(ContentType.JSON).body(body).put("/api/exercises/" + day.id + "/planning").then();
    }

    private static LocalDate start(GameDay day) {
        return LocalDate.ofInstant(Instant.parse(GameDay.as("dana").get("/api/exercises/" + day.id).jsonPath()
                .getString("startsAt")), ZoneId.of("Europe/Berlin"));
    }

    @Test
    void days_byIntensity_countedBackFromTheStart_andFollowIt() {
        GameDay day = GameDay.scheduled(DAY);
        day.get("carl", "/planning").statusCode(200).body("meetings.key", equalTo(List.of("concept", "initial", "final")))
                .body("meetings[0].day", is(start(day).minusDays(28).toString()))
                .body("meetings[2].day", is(start(day).minusDays(7).toString()))
                .body("meetings[0].tasks.key", hasItem("purpose")).body("meetings[2].tasks.key", hasItem("timeline"));
        assertThat(config.daysBefore(PlanningMeeting.MIDTERM, 1)).isZero();
        assertThat(config.daysBefore(PlanningMeeting.FINAL, 1)).isEqualTo(3);
        assertThat(config.daysBefore(PlanningMeeting.CONCEPT, 5)).isEqualTo(168);
        Instant moved = Instant.now().plusSeconds(50 * 86_400L);
        GameDay.as("dana").contentType(ContentType.JSON).body(Map.of("startsAt", moved.toString()))
                .patch("/api/exercises/" + day.id).then().statusCode(200);
        day.get("carl", "/planning").body("meetings[2].day", is(start(day).minusDays(7).toString()));
    }

    @Test
    void days_chosenAndTakenBack_tasksDone_hoursRecorded_allJournaled() {
        GameDay day = GameDay.scheduled(DAY);
        LocalDate chosen = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        put(day, "carl", Map.of("days", Map.of("midterm", chosen.toString()), "tasks", Map.of("timeline", true), "hours",
                List.of(Map.of("person", "eve", "planned", 6, "spent", 1.5)))).statusCode(200)
                .body("meetings.key", equalTo(List.of("concept", "initial", "midterm", "final")))
                .body("meetings[2].day", is(chosen.toString())).body("meetings[2].chosen", is(true))
                .body("meetings[2].tasks.find { it.key == 'timeline' }.by", is("carl"))
                .body("hours.find { it.person == 'eve' }.spent", is(1.5f)).body("planned", is(6f));
        Map<String, Object> back = new HashMap<>();
        back.put("midterm", null);
        put(day, "dana", Map.of("days", back, "tasks", Map.of("timeline", false))).statusCode(200)
                .body("meetings.key", equalTo(List.of("concept", "initial", "final")))
                .body("meetings.tasks.flatten().find { it.key == 'timeline' }.by", nullValue());
        assertThat(JournalProbe.of(day, "planning-meeting-moved")).hasSize(2)
                .allSatisfy(entry -> assertThat(entry.audience).isEqualTo("control"));
        assertThat(JournalProbe.of(day, "planning-task-changed")).hasSize(2);
        assertThat(JournalProbe.of(day, "planning-hours-recorded")).hasSize(1);
    }

    @Test
    void change_badInput_refusedByField_andNothingIsChanged() {
        GameDay day = GameDay.scheduled(DAY);
        put(day, "carl", Map.of("days", Map.of("midterm", "soon"))).statusCode(422).body("field", is("midterm"));
        put(day, "carl", Map.of("days", Map.of("final", "1066-10-14"))).statusCode(422).body("field", is("final"));
        put(day, "carl", Map.of("days", Map.of("party", "2027-01-01"))).statusCode(422).body("field", is("days"));
        put(day, "carl", Map.of("tasks", Map.of("purpose", true), "hours",
                List.of(Map.of("person", "pia", "planned", 1, "spent", 0)))).statusCode(422).body("field", is("person"));
        put(day, "carl", Map.of("hours", List.of(Map.of("person", "eve", "planned", -1, "spent", 0)))).statusCode(422)
                .body("field", is("planned"));
        day.get("carl", "/planning").body("meetings.tasks.flatten().by", not(hasItem("carl")));
        FormClient.of("carl").form().formParam("person", "eve").formParam("planned", "lots").formParam("spent", "")
                .post("/exercises/" + day.id + "/planning/hours").then().statusCode(422)
                .body(containsString("Write hours as a number")).body(containsString("lots"));
    }

    @Test
    void planning_ofAPlayer_likeUnknown() {
        GameDay day = GameDay.scheduled(DAY);
        put(day, "carl", Map.of("hours", List.of(Map.of("person", "eve", "planned", 6, "spent", 0)))).statusCode(200);
        for (String person : List.of("pia", "olga", "wilma")) {
            assertThat(GameDay.as(person).get("/api/exercises/" + day.id + "/planning").statusCode()).as(person).isIn(403, 404);
            assertThat(PageClient.as(person).get("/exercises/" + day.id + "/planning").extract().statusCode()).isIn(403, 404);
            assertThat(GameDay.as(person).get("/api/exercises/" + day.id + "/journal?limit=1000").asString())
                    .doesNotContain("planning");
        }
        PageClient.as("pia").get("/exercises/" + day.id).body(not(containsString("/planning")));
        GameDay.as("wilma").get("/api/exercises/" + day.id + "/planning").then().statusCode(404);
    }

    @Test
    void startThatIsKeptFromSomebody_tellsThemNoDay() {
        String plan = GameDay.unapproved(DAY, 2, "staging");
        GameDay.importPlanAgain(GameDay.as("dana").accept("application/yaml").get("/api/plans/" + plan).asString()
                .replace("zone: Europe/Berlin", "zone: Europe/Berlin, timeKnownTo: [dana]"));
        GameDay.approve(plan, "adam");
        GameDay.approve(plan, "olga");
        GameDay day = GameDay.ofPlan(plan);
        day.get("carl", "/planning").statusCode(200).body("meetings.day", everyItem(nullValue()));
        day.get("dana", "/planning").statusCode(200).body("meetings[0].day", notNullValue());
    }

    @Test
    void load_forMastersAlone_ofWhatTheySeeAsControlStaffDo() {
        GameDay day = GameDay.scheduled(DAY);
        put(day, "carl", Map.of("hours", List.of(Map.of("person", "sol", "planned", 7.5, "spent", 0)))).statusCode(200);
        LocalDate start = LocalDate.ofInstant(Instant.parse(GameDay.as("dana").get("/api/exercises/" + day.id).jsonPath()
                .getString("startsAt")), ZoneOffset.UTC);
        String quarter = PlanningLoad.quarterOf(start);
        float before = planned("dana", quarter);
        assertThat(before).isGreaterThanOrEqualTo(7.5f);
        float adam = planned("adam", quarter);
        GameDay.as("dana").contentType(ContentType.JSON).body(Map.of("person", "adam", "role", "player"))
                .post("/api/exercises/" + day.id + "/roster").then().statusCode(200);
        assertThat(planned("adam", quarter)).as("a master who plays learns nothing of it").isEqualTo(adam - 7.5f);
        GameDay.as("pia").get("/api/planning/load").then().statusCode(403);
        PageClient.as("pia").get("/planning/load").statusCode(403);
        GameDay.as("dana").get("/api/planning/load?quarter=soon").then().statusCode(422);
        PageClient.as("dana").get("/planning/load?quarter=" + quarter).statusCode(200).body(containsString("Planning load"));
        PageClient.as("dana").get("/planning/load?quarter=soon").statusCode(200).body(containsString("Write the quarter as"));
        GameDay.as("dana").get("/api/planning/load?quarter=2001-Q1").then().body("people.size()", is(0));
    }

    private static float planned(String by, String quarter) {
        List<Map<String, Object>> people = GameDay.as(by).get("/api/planning/load?quarter=" + quarter).jsonPath()
                .getList("people");
        return people.stream().filter(one -> one.get("person").equals("sol"))
                .map(one -> ((Number) one.get("planned")).floatValue()).findFirst().orElse(0f);
    }
}

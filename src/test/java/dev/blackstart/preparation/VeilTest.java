package dev.blackstart.preparation;

import static dev.blackstart.testsupport.GameDay.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.notify.Delivery;
import dev.blackstart.preparation.checklist.Reminders;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** What teams prepare tells them nothing of an exercise that they may not know of: not in pages, answers, letters or dates. */
@QuarkusTest
class VeilTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static final String PLAN = """
            key: %s
            name: zqhiddenName
            type: functional
            intensity: 2
            environment: staging
            campaign: zqhiddencampaign
            owner: dana
            approvers: [adam]
            team: storage
            coverName: zqhiddenTitle
            playerBriefing: zqhiddenBriefing
            schedule: {preparation: P30D, duration: PT2H, zone: Europe/Berlin, %s}
            roster: [{person: dana, role: director}, {person: carl, role: controller}, {person: pia, role: player}]
            outOfPlay: [{person: pete, reason: zqhiddenReason}]
            preparation:
              - {key: zqhiddenkey, team: storage, kind: rollback, title: zqhiddenSecret, neutral: %s, due: -P7D, blocking: true}
              - {key: zqhiddenother, team: web, kind: contacts, title: zqhiddenSecret, due: -P3D}
            timeline: [{key: one, at: PT1H, task: {of: carl, text: zqhiddenTask.}}]
            """;

    private final String key = "zqhiddenplan-" + UUID.randomUUID();
    private final String neutral = "Neutral " + UUID.randomUUID();

    @Inject
    Reminders reminders;

    /** Whoever is in the exercise learns from a finding of somebody else's nothing of what their own item is for. */
    @Test
    void finding_ofAVeiledPoint_doesNotTieTheItemToTheExercise() {
        GameDay day = GameDay.known(key, scheduled("notice: unannounced", 40));
        String point = GameDay.as("tess").contentType(ContentType.JSON).body(Map.of("title", "One key"))
                .post("/api/preparation/" + item() + "/single-points").then().statusCode(201).extract().path("reference");
        day.post("dana", "/transitions", Map.of("to", "running", "override", "Now.")).statusCode(200);
        day.post("carl", "/findings", Map.of("text", "Locked out.", "singlePoint", point)).statusCode(201)
                .body("singlePoint.reference", is(point));
        day.get("pia", "/findings").body("items[0].text", is("Locked out.")).body("items[0].singlePoint", nullValue());
        day.get("dana", "/findings").body("items[0].singlePoint.reference", is(point));
        day.post("pia", "/findings", Map.of("text", "Me too.", "singlePoint", point)).statusCode(201)
                .body("singlePoint.reference", is(point));
    }

    @ParameterizedTest
    @ValueSource(strings = { "notice: unannounced", "notice: window, window: {from: 2030-03-01, until: 2030-03-20}" })
    void items_ofATeamThatMayNotKnow_showNothing(String notice) {
        String id = scheduled(notice, 40);
        String item = item();
        for (String person : List.of("pia", "tess")) {
            PageClient reader = PageClient.as(person);
            for (String page : List.of("/preparation", "/preparation/" + item, "/single-points")) {
                reader.get(page).statusCode(200).body(not(containsString("zqhidden")), not(containsString(id)));
            }
            for (String path : List.of("/api/preparation", "/api/preparation?mine=true", "/api/preparation/" + item,
                    "/api/preparation/" + item + "/comments", "/api/single-points")) {
                as(person).get(path).then().statusCode(200).body(not(containsString("zqhidden")), not(containsString(id)),
                        not(containsString("blocking")));
            }
        }
        as("wilma").get("/api/preparation?mine=true").then().body(containsString("Bring your contact details"),
                not(containsString("zqhidden")));
        as("pia").contentType(ContentType.JSON).body(Map.of("to", "verified")).post("/api/preparation/" + item + "/transitions")
                .then().statusCode(403).body(not(containsString("zqhidden")));
        as("dana").get("/api/preparation/" + item).then().body(containsString("zqhiddenSecret"), containsString(id));
        as("dana").contentType(ContentType.JSON).body(Map.of("to", "cancelled")).post("/api/exercises/" + id + "/transitions")
                .then().statusCode(200);
        PageClient.as("pia").get("/preparation").body(not(containsString(neutral)));
        PageClient.as("pia").get("/preparation/" + item).statusCode(200)
                .body(containsString("no longer needed"), not(containsString("zqhidden")), not(containsString(id)));
    }

    /** Who answers for a hidden exercise is nobody's to read off the item that its team prepares. */
    @Test
    void names_ofThoseWhoAnswerForTheExercise_keptFromTheTeam() {
        scheduled("notice: unannounced", 40);
        String item = "/api/preparation/" + item();
        String before = item.replace("/api", "");
        as("pia").contentType("text/plain").body("x").queryParam("name", "mine.txt").post(item + "/files").then()
                .statusCode(201);
        post("pia", item + "/comments", Map.of("text", "Of the team.")).body("author", is("pia"));
        as("carl").contentType("text/plain").body("y").queryParam("name", "theirs.txt").post(item + "/files").then()
                .statusCode(201).body("author", is("carl"));
        post("carl", item + "/comments", Map.of("text", "Look again.")).body("author", is("carl"));
        post("carl", item + "/single-points", Map.of("title", "One switch")).body("foundBy", is("carl"));
        post("carl", item + "/transitions", Map.of("to", "started"));
        post("carl", item + "/transitions", Map.of("to", "done", "evidence", "Seen."));
        for (String person : List.of("pia", "tess")) {
            as(person).get(item).then().body("startedBy", nullValue()).body("startedAt", notNullValue())
                    .body("doneBy", nullValue()).body("doneAt", notNullValue());
            PageClient.as(person).get(before).body(containsString("omebody who answers for it"), not(containsString("carl")),
                    not(containsString("Carl Brandt")));
        }
        PageClient.as("tess").get("/preparation").body(containsString("done by somebody who answers for it"));
        post("pia", item + "/transitions", Map.of("to", "started")).body("startedBy", is("pia"));
        post("pia", item + "/transitions", Map.of("to", "done", "evidence", "Seen.")).body("doneBy", is("pia"));
        post("dana", item + "/transitions", Map.of("to", "verified")).body("verifiedBy", is("dana"));
        as("tess").get(item).then().body("doneBy", is("pia")).body("verifiedBy", nullValue())
                .body("verifiedAt", notNullValue());
        as("tess").get(item + "/comments").then().body("items.author", contains("pia", null));
        as("tess").get(item + "/files").then().body("items.author", contains("pia", null));
        as("tess").get(item + "/single-points").then().body("items.foundBy", contains((String) null));
        String point = as("tess").get(item + "/single-points").then().extract().path("items[0].id");
        post("carl", "/api/single-points/" + point + "/transitions", Map.of("to", "removed", "reason", "A second one."))
                .body("changedBy", is("carl"));
        for (String path : List.of(before, "/single-points/" + point)) {
            PageClient.as("tess").get(path).statusCode(200).body(not(containsString("carl")));
        }
        as("tess").get("/api/single-points").then().body("items.find { it.id == '" + point + "' }.toString()",
                not(containsString("carl")));
        for (String path : List.of(item, item + "/comments", item + "/files", item + "/single-points",
                "/api/single-points/" + point)) {
            as("tess").get(path).then().statusCode(200).body(not(containsString("carl")));
        }
        as("dana").get(item).then().body("verifiedBy", is("dana"));
        PageClient.as("dana").get(before).body(containsString("Carl Brandt"));
    }

    private static ValidatableResponse post(String person, String path, Map<String, String> body) {
        return as(person).contentType(ContentType.JSON).body(body).post(path).then().statusCode(anyOf(is(200), is(201)));
    }

    @Test
    void letters_atSchedulingAndReminders_nameNoExerciseAndSparePeopleOutOfPlay() {
        String id = scheduled("notice: unannounced", 40);
        assertThat(letters()).extracting(letter -> letter.person).containsExactlyInAnyOrder("tess", "pia");
        ZonedDateTime due = due();
        reminders.remind(due.minusDays(4).withHour(12).toInstant());
        assertThat(letters()).hasSize(2);
        reminders.remind(due.minusDays(2).withHour(12).toInstant());
        assertThat(letters()).hasSize(4);
        assertThat(letters()).allSatisfy(letter -> {
            assertThat(letter.exerciseId).isNull();
            assertThat(letter.subject + letter.text).doesNotContain("zqhidden").doesNotContain(id).doesNotContain("EXERCISE");
            assertThat(letter.person).isNotEqualTo("pete");
        });
    }

    @Test
    void date_movedWithinTheWeek_showsInNothing() {
        String id = scheduled("notice: unannounced", 40);
        ZonedDateTime before = due();
        assertThat(before.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        int letters = letters().size();
        move(id, start(40).plusDays(2));
        assertThat(due()).isEqualTo(before);
        assertThat(letters()).hasSize(letters);
        move(id, start(40).plusDays(7));
        assertThat(due()).isEqualTo(before.plusDays(7));
        assertThat(letters()).hasSize(letters + 2);
    }

    @ParameterizedTest
    @CsvSource({ "false,2030-02-22", "true,2030-02-22" })
    void due_ofAWindow_countedBackFromItsStart(boolean late, LocalDate expected) {
        scheduled("notice: window, window: {from: 2030-03-01, until: 2030-03-20}", late ? 45 : 40);
        assertThat(due().toLocalDate()).isEqualTo(expected);
        Instant exact = Instant.parse(as("dana").get("/api/preparation/" + item()).then().extract().path("dueAt"));
        assertThat(exact).isEqualTo(start(late ? 45 : 40).minusDays(7).toInstant());
    }

    private String scheduled(String notice, int days) {
        GameDay.importPlan(PLAN.formatted(key, notice, neutral));
        return as("dana").contentType(ContentType.JSON)
                .body(Map.of("plan", key, "startsAt", start(days).toInstant().toString())).post("/api/exercises").then()
                .statusCode(201).extract().path("id");
    }

    /** Ten o'clock on a Tuesday some days ahead. */
    private static ZonedDateTime start(int days) {
        return ZonedDateTime.now(BERLIN).plusDays(days).with(TemporalAdjusters.next(DayOfWeek.TUESDAY)).withHour(10)
                .withMinute(0).withSecond(0).withNano(0);
    }

    private static void move(String id, ZonedDateTime to) {
        as("dana").contentType(ContentType.JSON).body(Map.of("startsAt", to.toInstant().toString()))
                .patch("/api/exercises/" + id).then().statusCode(200);
    }

    private String item() {
        return as("pia").get("/api/preparation?mine=true").then().extract()
                .path("items.find { it.title == '" + neutral + "' }.id");
    }

    /** As its team is told. */
    private ZonedDateTime due() {
        return Instant.parse(as("pia").get("/api/preparation/" + item()).then().extract().path("dueAt")).atZone(BERLIN);
    }

    private List<Delivery> letters() {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.list("text like ?1", "%" + neutral + "%"));
    }
}

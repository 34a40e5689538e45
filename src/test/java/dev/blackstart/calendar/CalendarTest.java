package dev.blackstart.calendar;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import biweekly.component.VEvent;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;

/** Feeds as calendar programs read them. Dana directs, pia plays in the first hour. */
@QuarkusTest
class CalendarTest {

    private static final Instant START = Instant.now().plus(400, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);

    private static String exercise(String schedule) {
        String key = "feed-" + UUID.randomUUID();
        GameDay.importPlan(
                """
                        key: %s
                        name: Hidden plan name
                        type: tabletop
                        intensity: 1
                        environment: staging
                        owner: dana
                        team: storage
                        coverName: "Übung; with, a comma and a \\\\ and a title so long that a line of the file must be folded somewhere"
                        playerBriefing: "Bring coffee\\nBEGIN:VEVENT"
                        schedule: {preparation: P14D, duration: PT2H, zone: Europe/Berlin, %s}
                        roster: [{person: dana, role: director}, {person: carl, role: controller}, {person: sol, role: safety-officer},
                          {person: eve, role: evaluator}, {person: pia, role: player, from: PT0M, until: PT1H}]
                        timeline: [{key: end, manual: true, endex: {}}]
                        """
                        .formatted(key, schedule));
        return GameDay.as("dana").contentType("application/json").body(Map.of("plan", key, "startsAt", START.toString()))
                .post("/api/exercises").then().statusCode(201).extract().path("id");
    }

    private static void move(String id, Map<String, ?> change) {
        GameDay.as("dana").contentType("application/json").body(change).patch("/api/exercises/" + id).then().statusCode(200);
    }

    private static void transition(String id, Map<String, ?> to) {
        GameDay.as("dana").contentType("application/json").body(to).post("/api/exercises/" + id + "/transitions").then()
                .statusCode(200);
    }

    @Test
    void feed_announced_toldAsEachMayKnowIt() {
        String id = exercise("notice: announced");
        CalendarClient pia = CalendarClient.of("pia");
        VEvent event = pia.event(id);
        assertThat(event.getSummary().getValue()).startsWith("Übung; with, a comma and a \\ and a title so long");
        assertThat(event.getDescription().getValue()).isEqualTo("Bring coffee\nBEGIN:VEVENT");
        assertThat(event.getDateStart().getValue().toInstant()).isEqualTo(START);
        assertThat(event.getDateEnd()).as("how long it is planned for is the plan's").isNull();
        assertThat(event.getUrl().getValue()).endsWith("/exercises/" + id);
        assertThat(event.getStatus().isConfirmed()).isTrue();
        assertThat(pia.text()).doesNotContain("Hidden plan name").contains("\r\n").doesNotContainPattern("[^\r]\n");
        assertThat(pia.text().lines()).allMatch(line -> line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length <= 76);
        VEvent shift = pia.events().stream().filter(one -> one.getSummary().getValue().startsWith("Your shift as player"))
                .filter(one -> one.getUrl().getValue().endsWith(id)).findFirst().orElseThrow();
        assertThat(shift.getDateEnd().getValue().toInstant()).isEqualTo(START.plus(1, ChronoUnit.HOURS));

        VEvent control = CalendarClient.of("dana").event(id);
        assertThat(control.getSummary().getValue()).isEqualTo("Hidden plan name");
        assertThat(control.getDateEnd().getValue().toInstant()).isEqualTo(START.plus(2, ChronoUnit.HOURS));
        assertThat(CalendarClient.of("wilma").event(id)).isNull();
    }

    @Test
    void feed_window_wholeDaysWhoseNumberDoesNotRiseWhenTheHiddenDateMoves() {
        String id = exercise("notice: window, window: {from: 2031-03-01, until: 2031-03-20}");
        CalendarClient pia = CalendarClient.of("pia");
        String before = pia.text();
        VEvent event = pia.event(id);
        assertThat(event.getDateStart().getValue().hasTime()).isFalse();
        assertThat(before).contains("DTSTART;VALUE=DATE:20310301", "DTEND;VALUE=DATE:20310321");
        CalendarClient dana = CalendarClient.of("dana");
        assertThat(dana.event(id).getSequence().getValue()).isZero();

        move(id, Map.of("startsAt", START.plus(3, ChronoUnit.DAYS).toString()));
        assertThat(pia.event(id).getSequence().getValue()).isZero();
        assertThat(pia.text()).contains(before.substring(before.indexOf("UID:" + id), before.indexOf("END:VEVENT",
                before.indexOf("UID:" + id))));
        assertThat(dana.event(id).getSequence().getValue()).isEqualTo(1);
        assertThat(dana.event(id).getDateStart().getValue().toInstant()).isEqualTo(START.plus(3, ChronoUnit.DAYS));
    }

    @Test
    void feed_unannounced_nothingUntilItBegins() {
        String id = exercise("notice: unannounced");
        CalendarClient pia = CalendarClient.of("pia");
        String before = pia.get().header("ETag");
        assertThat(pia.event(id)).isNull();
        move(id, Map.of("startsAt", START.plus(1, ChronoUnit.DAYS).toString()));
        assertThat(pia.get().header("ETag")).isEqualTo(before);
        transition(id, Map.of("to", "running", "override", "A test."));
        assertThat(pia.event(id).getSequence().getValue()).isZero();
        transition(id, Map.of("to", "ended"));
        assertThat(pia.event(id).getDateEnd()).isNotNull();
    }

    @Test
    void feed_timeKnownToFew_keptFromTheOthers() {
        String id = exercise("notice: announced, timeKnownTo: [dana]");
        assertThat(CalendarClient.of("dana").event(id)).isNotNull();
        assertThat(CalendarClient.of("carl").event(id)).isNull();
        assertThat(CalendarClient.of("pia").event(id)).isNull();
    }

    @Test
    void feed_movedThenCancelled_theSameEntryWithAHigherNumber() {
        String id = exercise("notice: announced");
        CalendarClient pia = CalendarClient.of("pia");
        assertThat(pia.event(id).getSequence().getValue()).isZero();
        move(id, Map.of("startsAt", START.plus(7, ChronoUnit.DAYS).toString()));
        assertThat(pia.event(id).getSequence().getValue()).isEqualTo(1);
        assertThat(pia.event(id).getSequence().getValue()).as("only a change counts").isEqualTo(1);
        transition(id, Map.of("to", "cancelled", "reason", "Nobody is there."));
        assertThat(pia.event(id).getStatus().isCancelled()).isTrue();
        assertThat(pia.event(id).getSequence().getValue()).isEqualTo(2);
        assertThat(pia.text()).doesNotContain("Nobody is there");
    }

    @Test
    void feed_unchanged_saysSo() {
        CalendarClient wilma = CalendarClient.of("wilma");
        String tag = wilma.get().then().statusCode(200).contentType("text/calendar")
                .header("Cache-Control", "private, no-cache").extract().header("ETag");
        given().queryParam("token", wilma.token).header("If-None-Match", tag).get("/calendar.ics").then().statusCode(304);
        assertThat(wilma.text()).startsWith("BEGIN:VCALENDAR");
    }

    @Test
    void token_unknownRevokedOrReplaced_alikeNothing() {
        CalendarClient first = CalendarClient.of("olga");
        CalendarClient second = CalendarClient.of("olga");
        second.get().then().statusCode(200);
        String replaced = first.get().then().statusCode(404).extract().asString();
        PageClient olga = PageClient.as("olga");
        olga.get("/settings/calendar").statusCode(200).body(not(containsString(second.token)),
                containsString("last read"));
        olga.post("/settings/calendar", Map.of("to", "revoked")).statusCode(303);
        String revoked = second.get().then().statusCode(404).extract().asString();
        for (String unknown : List.of("x", "x".repeat(43), "x".repeat(500), "%00", "")) {
            assertThat(given().urlEncodingEnabled(false).queryParam("token", unknown).get("/calendar.ics").then()
                    .statusCode(404).extract().asString()).isEqualTo(replaced).isEqualTo(revoked);
        }
        given().get("/calendar.ics").then().statusCode(404);
        olga.post("/settings/calendar", Map.of("to", "nothing")).statusCode(422);
    }

    @Test
    void feed_readTooOften_putOff() {
        CalendarClient eve = CalendarClient.of("eve");
        for (int i = 0; i < 30; i++) {
            eve.get().then().statusCode(200);
        }
        eve.get().then().statusCode(429);
        CalendarClient.of("eve").get().then().statusCode(200);
    }
}

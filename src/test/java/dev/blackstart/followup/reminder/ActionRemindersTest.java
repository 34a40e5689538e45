package dev.blackstart.followup.reminder;

import static dev.blackstart.followup.Followup.act;
import static dev.blackstart.followup.Followup.defect;
import static dev.blackstart.followup.Followup.unlike;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.blackstart.followup.Followup;
import dev.blackstart.notify.Delivery;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** Who hears of actions, when, and how often. Each test has people of its own. */
@QuarkusTest
class ActionRemindersTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final String word = UUID.randomUUID().toString().substring(0, 8);
    private final String owner = "own-" + word;
    private final String lead = "lead-" + word;

    @Inject
    WeeklyDigest weeklyDigest;

    @Inject
    Escalations escalations;

    @Test
    void digest_ownedAndLed_eachOnceAWeekAndNothingOfOthers() {
        team();
        GameDay day = Followup.running();
        String mine = action(day, owner);
        Instant monday = monday(9);
        weeklyDigest.send(monday);
        assertThat(digests(owner)).as("the exercise is not over").isEmpty();
        day.move("dana", "ended").statusCode(200);
        weeklyDigest.send(monday(7));
        assertThat(digests(owner)).as("too early in the day").isEmpty();
        weeklyDigest.send(monday);
        weeklyDigest.send(monday.plus(Duration.ofMinutes(1)));
        assertThat(digests(owner)).singleElement().satisfies(letter -> {
            assertThat(letter.text).contains(mine, "You own 1 open action", "not ranked");
            assertThat(letter.subject).contains("Your actions: 1 open");
        });
        assertThat(digests(lead)).singleElement().satisfies(letter -> assertThat(letter.text).contains(mine,
                "Your teams own 1 open action").doesNotContain("You own"));
        assertThat(digests("wilma")).isEmpty();
        weeklyDigest.send(monday.plus(Duration.ofDays(1)));
        weeklyDigest.send(monday.plus(Duration.ofDays(7)));
        assertThat(digests(owner)).as("the next week").hasSize(2);
    }

    @Test
    void digest_nothingOpen_nothing() {
        team();
        GameDay day = Followup.running();
        String id = id(day, owner);
        day.move("dana", "ended").statusCode(200);
        Followup.move("carl", id, "done").statusCode(200);
        weeklyDigest.send(monday(9));
        assertThat(digests(owner)).isEmpty();
        assertThat(digests(lead)).isEmpty();
    }

    @Test
    void digest_severalReplicasAtOnce_one() throws Exception {
        team();
        GameDay day = Followup.running();
        action(day, owner);
        day.move("dana", "ended").statusCode(200);
        Instant monday = monday(10);
        ExecutorService replicas = Executors.newFixedThreadPool(4);
        List<Callable<Object>> all = IntStream.range(0, 4).mapToObj(each -> Executors.callable(() -> weeklyDigest.send(monday)))
                .collect(Collectors.toList());
        for (var one : replicas.invokeAll(all)) {
            one.get();
        }
        replicas.shutdown();
        assertThat(digests(owner)).hasSize(1);
    }

    @Test
    void escalate_overdue_ownerThenLeadThenMastersEachOnce() {
        team();
        GameDay day = Followup.running();
        String title = action(day, owner);
        day.move("dana", "ended").statusCode(200);
        ZonedDateTime due = Instant.now().atZone(BERLIN).plusDays(14);
        escalate(due.withHour(12));
        assertThat(overdue(owner, title)).as("not overdue").isEmpty();
        escalate(due.plusDays(1).withHour(3));
        assertThat(overdue(owner, title)).as("in the night").isEmpty();
        escalate(due.plusDays(1).withHour(9));
        escalate(due.plusDays(1).withHour(10));
        assertThat(overdue(owner, title)).hasSize(1);
        assertThat(overdue(lead, title)).isEmpty();
        escalate(due.plusDays(4).withHour(9));
        escalate(due.plusDays(4).withHour(10));
        assertThat(overdue(lead, title)).hasSize(1);
        assertThat(overdue("dana", title)).isEmpty();
        escalate(due.plusDays(8).withHour(9));
        escalate(due.plusDays(20).withHour(9));
        assertThat(overdue("dana", title)).hasSize(1);
        assertThat(overdue(owner, title)).hasSize(1);
        assertThat(overdue(lead, title)).hasSize(1);
        assertThat(overdue("wilma", title)).isEmpty();
        assertThat(JournalProbe.field(day, "action-escalated", "level")).containsExactly("owner", "lead", "master");
    }

    @Test
    void escalate_newDueDay_beginsAnew() {
        team();
        GameDay day = Followup.running();
        String id = id(day, owner);
        day.move("dana", "ended").statusCode(200);
        ZonedDateTime due = Instant.now().atZone(BERLIN).plusDays(14);
        escalate(due.plusDays(1).withHour(9));
        String title = GameDay.as("carl").get("/api/actions/" + id).path("title");
        GameDay.as("carl").contentType(ContentType.JSON).body(Map.of("due", due.minusDays(2).toInstant().toString()))
                .patch("/api/actions/" + id).then().statusCode(200);
        escalate(due.plusDays(1).withHour(10));
        assertThat(overdue(owner, title)).hasSize(2);
    }

    @Test
    void escalate_done_nobody() {
        team();
        GameDay day = Followup.running();
        String id = id(day, owner);
        String title = GameDay.as("carl").get("/api/actions/" + id).path("title");
        day.move("dana", "ended").statusCode(200);
        Followup.move("carl", id, "done").statusCode(200);
        escalate(Instant.now().atZone(BERLIN).plusDays(16).withHour(9));
        assertThat(overdue(owner, title)).isEmpty();
    }

    private void escalate(ZonedDateTime moment) {
        escalations.escalate(moment.toInstant());
    }

    private void team() {
        for (String key : List.of(owner, lead)) {
            GameDay.as("adam").contentType(ContentType.JSON).body(Map.of("key", key, "name", "Name of " + key))
                    .post("/api/people")
                    .then().statusCode(201);
        }
        GameDay.as("adam").contentType(ContentType.JSON)
                .body(Map.of("key", "team-" + word, "name", "Team " + word, "lead", lead, "members", List.of(owner)))
                .post("/api/teams").then().statusCode(201);
    }

    private static String id(GameDay day, String owner) {
        return act("carl", defect(day, unlike("Lag")).extract().path("id"), unlike("Alert on lag"), owner).statusCode(201)
                .extract().path("id");
    }

    private static String action(GameDay day, String owner) {
        return GameDay.as("carl").get("/api/actions/" + id(day, owner)).path("title");
    }

    /** The next Monday. */
    private static Instant monday(int hour) {
        return Instant.now().atZone(ZoneOffset.UTC).with(TemporalAdjusters.next(DayOfWeek.MONDAY)).withHour(hour).withMinute(0)
                .toInstant();
    }

    private static List<Delivery> digests(String person) {
        return letters(person, "Week of %");
    }

    private static List<Delivery> overdue(String person, String title) {
        return letters(person, "This action was due%" + title + "%");
    }

    private static List<Delivery> letters(String person, String like) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Delivery.list("person = ?1 and text like ?2 order by createdAt", person, like));
    }
}

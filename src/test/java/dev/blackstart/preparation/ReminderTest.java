package dev.blackstart.preparation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.time.ZonedDateTime;
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

import dev.blackstart.notify.Delivery;
import dev.blackstart.people.ContactMethods;
import dev.blackstart.people.Person;
import dev.blackstart.preparation.checklist.Reminders;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** Reminders: before the day and after it, at most daily, at a civil hour where the person is; once, whoever sends them. */
@QuarkusTest
class ReminderTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static int years = 2;

    @Inject
    Reminders reminders;

    private final String title = "Remind " + UUID.randomUUID();
    private final ZonedDateTime start = ZonedDateTime.now(BERLIN).plusYears(years++).withHour(10).withMinute(0).withSecond(0)
            .withNano(0);

    @Test
    void remind_beforeAndAfterTheDay_onceADay() {
        GameDay day = scheduled();
        ZonedDateTime due = start.minusDays(7);
        assertThat(sent("pia", due.minusDays(3).withHour(9))).isZero();
        assertThat(sent("pia", due.minusDays(2).withHour(8).withMinute(59))).as("not before nine").isZero();
        assertThat(sent("pia", due.minusDays(2).withHour(9))).isEqualTo(1);
        assertThat(sent("pia", due.minusDays(2).withHour(9).withMinute(1))).as("at most daily").isZero();
        assertThat(sent("pia", due.minusDays(2).withHour(19))).isZero();
        assertThat(sent("pia", due.minusDays(1).withHour(21))).as("not at night").isZero();
        assertThat(sent("pia", due.plusDays(1).withHour(9))).isEqualTo(1);
        assertThat(letters("pia")).last().satisfies(letter -> assertThat(letter.text).startsWith("Overdue:"));
        day.post("carl", "/preparation/own/transitions", Map.of("to", "done", "evidence", "Seen.")).statusCode(200);
        assertThat(sent("pia", due.plusDays(2).withHour(9))).isZero();
    }

    @Test
    void remind_owned_theOwnerAlone() {
        GameDay day = scheduled();
        PreparationTest.to("pete", PreparationTest.id(day, "own"), Map.of("to", "started")).statusCode(200);
        ZonedDateTime morning = start.minusDays(7).withHour(9);
        assertThat(sent("pia", morning)).isZero();
        assertThat(letters("pete")).as("what was said at scheduling, and the reminder").hasSize(2);
        assertThat(letters("tess")).hasSize(1);
    }

    @Test
    void remind_personOfAnotherZone_theirOwnMorning() {
        scheduled();
        ZonedDateTime due = start.minusDays(7);
        zone("America/New_York");
        try {
            assertThat(sent("pia", due.withHour(9))).as("three in the morning there").isZero();
            assertThat(sent("pia", due.withHour(15))).isEqualTo(1);
        } finally {
            zone(null);
        }
    }

    @Test
    void remind_severalReplicasAtOnce_oneLetter() throws Exception {
        scheduled();
        ZonedDateTime morning = start.minusDays(7).withHour(9);
        ExecutorService replicas = Executors.newFixedThreadPool(6);
        List<Callable<Object>> all = IntStream.range(0, 6)
                .mapToObj(each -> Executors.callable(() -> reminders.remind(morning.toInstant())))
                .collect(Collectors.toList());
        for (var one : replicas.invokeAll(all)) {
            one.get();
        }
        replicas.shutdown();
        assertThat(letters("pia")).hasSize(2);
    }

    private GameDay scheduled() {
        String plan = GameDay.plan("""
                preparation: [{key: own, team: storage, kind: contacts, title: %s, due: -P7D}]
                timeline: [{key: one, at: PT1H, task: {of: carl, text: Look.}}]
                """.formatted(title));
        String id = GameDay.as("dana").contentType(ContentType.JSON)
                .body(Map.of("plan", plan, "startsAt", start.toInstant().toString())).post("/api/exercises").then()
                .statusCode(201)
                .extract().path("id");
        return GameDay.known(plan, id);
    }

    /** How many letters more somebody has of it after this moment. */
    private int sent(String person, ZonedDateTime moment) {
        int before = letters(person).size();
        reminders.remind(moment.toInstant());
        return letters(person).size() - before;
    }

    private List<Delivery> letters(String person) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Delivery.list("person = ?1 and text like ?2 order by createdAt", person, "%" + title + "%"));
    }

    private static void zone(String zone) {
        QuarkusTransaction.requiringNew().run(() -> {
            Person pia = Person.byKey("pia");
            pia.reachAt(new ContactMethods(pia.email, pia.chat, pia.phone, zone));
        });
    }
}

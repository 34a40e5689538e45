package dev.blackstart.review.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** A review is led and signed by people who took no part. */
@QuarkusTest
class ReviewTest {

    private static final String DAY = "timeline: [{key: later, at: PT1H, task: {of: carl, text: Look.}}]";

    @Inject
    ReviewReminders reminders;

    private static GameDay ended(int intensity) {
        GameDay day = intensity == 2 ? GameDay.scheduled(DAY) : GameDay.scheduled(DAY, intensity, "staging");
        day.move("dana", "running").statusCode(200);
        day.move("dana", "ended").statusCode(200);
        return day;
    }

    private static ValidatableResponse put(GameDay day, String person, String path, Map<String, ?> body) {
        return GameDay.as(person).contentType(ContentType.JSON).body(body).put("/api/exercises/" + day.id + path).then();
    }

    private static ValidatableResponse to(GameDay day, String person, String state) {
        return day.post(person, "/report/transitions", Map.of("to", state));
    }

    @Test
    void review_opensAtEndex_dueAfterFiveWorkingDays() {
        GameDay day = GameDay.running(DAY);
        day.get("dana", "/review").statusCode(409);
        put(day, "dana", "/review", Map.of("minutesSpent", 5)).statusCode(409);
        PageClient.as("dana").get("/exercises/" + day.id + "/review").statusCode(200)
                .body(containsString("The review opens at ENDEX"));
        day.move("dana", "ended").statusCode(200);
        String due = day.get("dana", "/review").statusCode(200).body("facilitator", nullValue()).body("state", equalTo("draft"))
                .body("overdue", is(false)).body("agenda", hasSize(6)).extract().path("dueAt");
        assertThat(Duration.between(Instant.now(), Instant.parse(due))).isBetween(Duration.ofDays(5), Duration.ofDays(8));
        day.get("pia", "/review").statusCode(404);
        put(day, "pia", "/review", Map.of("minutesSpent", 5)).statusCode(403);
        day.get("wilma", "/review").statusCode(404);
    }

    @Test
    void plan_peopleWhoTookNoPart_readFromThenOn() {
        GameDay day = ended(2);
        put(day, "dana", "/review", Map.of("facilitator", "pia")).statusCode(422).body("field", equalTo("facilitator"));
        put(day, "dana", "/review", Map.of("facilitator", "nobody-here")).statusCode(422);
        put(day, "dana", "/review", Map.of("facilitator", "wilma", "advisor", "wilma")).statusCode(422)
                .body("field", equalTo("advisor"));
        put(day, "carl", "/review", Map.of("facilitator", "wilma")).statusCode(403);
        day.get("wilma", "/report").statusCode(404);
        put(day, "dana", "/review", Map.of("facilitator", "wilma", "advisor", "nora", "minutesSpent", 120, "agenda",
                List.of(Map.of("title", "Timeline", "minutes", 20), Map.of("title", "Actions", "minutes", 30)))).statusCode(200)
                .body("facilitator", equalTo("wilma")).body("agenda.minutes", equalTo(List.of(20, 30)))
                .body("minutesSpent", is(120));
        day.get("wilma", "/report").statusCode(200);
        put(day, "wilma", "/review", Map.of("minutesSpent", 150, "checked", List.of("forward"))).statusCode(200)
                .body("checked", equalTo(List.of("forward")));
        put(day, "wilma", "/review", Map.of("advisor", "wim")).statusCode(403);
        put(day, "dana", "/review", Map.of("facilitator", "")).statusCode(200).body("facilitator", nullValue())
                .body("advisor", equalTo("nora"));
        day.get("wilma", "/report").statusCode(404);
        put(day, "dana", "/review", Map.of("agenda", List.of(Map.of("title", "x", "minutes", 0)))).statusCode(422);
        put(day, "dana", "/review", Map.of("dueAt", "2020-01-01T00:00:00Z")).statusCode(422).body("field", equalTo("dueAt"));
        assertThat(JournalProbe.of(day, "review-planned")).hasSize(3);
    }

    @Test
    void sign_lowIntensity_oneReaderWhoIsNeitherDirectorNorOwner() {
        GameDay day = ended(2);
        to(day, "eve", "signed-off").statusCode(409).body("allowed", equalTo(List.of("in-review")));
        to(day, "dana", "in-review").statusCode(200);
        to(day, "dana", "signed-off").statusCode(403);
        to(day, "pia", "signed-off").statusCode(403);
        to(day, "eve", "signed-off").statusCode(200).body("state", equalTo("signed-off"))
                .body("signatures.person", equalTo(List.of("eve"))).body("signatures.capacity", equalTo(List.of("reader")));
        put(day, "carl", "/report", Map.of("sections", Map.of("summary", "One more word."))).statusCode(200)
                .body("state", equalTo("in-review"));
        day.get("dana", "/report").body("signatures", empty()).body("revision", is(1));
    }

    @Test
    void sign_fromIntensityThree_facilitatorAndAdvisorBoth() {
        GameDay day = ended(3);
        to(day, "dana", "in-review").statusCode(200);
        to(day, "eve", "signed-off").statusCode(409).body("missing", equalTo(List.of("facilitator", "advisor")));
        put(day, "dana", "/review", Map.of("facilitator", "wilma", "advisor", "nora")).statusCode(200)
                .body("needsBoth", is(true));
        to(day, "eve", "signed-off").statusCode(403);
        to(day, "wilma", "signed-off").statusCode(200).body("state", equalTo("in-review")).body("signatures", hasSize(1));
        to(day, "wilma", "signed-off").statusCode(200).body("state", equalTo("in-review")).body("signatures", hasSize(1));
        to(day, "nora", "signed-off").statusCode(200).body("state", equalTo("signed-off"))
                .body("signatures.capacity", equalTo(List.of("facilitator", "advisor")));
        day.post("wilma", "/report/transitions", Map.of("to", "in-review", "reason", "A wrong time.")).statusCode(200)
                .body("signatures", empty());
        assertThat(JournalProbe.field(day, "report-signed", "capacity")).containsExactly("facilitator", "advisor");
    }

    @Test
    void page_leadsTheMeeting_planKeepsWhatWasTyped() {
        GameDay day = ended(2);
        PageClient dana = PageClient.as("dana");
        String page = "/exercises/" + day.id + "/review";
        dana.get(page).statusCode(200).body(containsString("Countermeasures: owner, due day, proof"))
                .body(containsString("Time to detect")).body(containsString("Send the report to review"));
        dana.post(page, Map.of("facilitator", "wilma", "advisor", "", "due", "2030-01-15", "agenda", "no minutes here",
                "minutesSpent", "")).statusCode(422).body(containsString("no minutes here"))
                .body(containsString("Begin each line with its minutes"));
        dana.post(page, Map.of("facilitator", "wilma", "advisor", "", "due", "2030-01-15", "agenda",
                "20 Timeline\n10 Sign-off", "minutesSpent", "90")).statusCode(303);
        dana.get(page).statusCode(200).body(containsString("No time is reserved for countermeasures"));
        dana.post(page + "/checklist", Map.of("checked", "forward")).statusCode(303);
        day.get("dana", "/review").body("checked", equalTo(List.of("forward"))).body("facilitator", equalTo("wilma"))
                .body("minutesSpent", is(90)).body("dueAt", equalTo("2030-01-15T16:00:00.000000Z"));
        dana.get(page).body(not(containsString("Sign this revision")));
        dana.post(page + "/transitions", Map.of("to", "in-review")).statusCode(303);
        dana.get(page).body(containsString("Whoever directed the exercise does not sign"));
        PageClient.as("eve").get(page).body(containsString("Sign this revision"));
        dana.post(page + "/transitions", Map.of("to", "draft", "reason", "")).statusCode(422)
                .body(containsString("Say why the report goes back."));
    }

    @Test
    void reminders_beforeAndAfterTheDay_onceEach_untilPublished() {
        GameDay day = ended(2);
        Instant now = Instant.now();
        put(day, "dana", "/review", Map.of("facilitator", "wilma", "dueAt", now.plus(Duration.ofHours(40)).toString()))
                .statusCode(200);
        reminders.remind(now);
        assertThat(reminded(day)).isEmpty();
        reminders.remind(now.plus(Duration.ofHours(20)));
        reminders.remind(now.plus(Duration.ofHours(21)));
        assertThat(reminded(day)).hasSize(2).allMatch(subject -> subject.startsWith("Review due soon"));
        reminders.remind(now.plus(Duration.ofHours(41)));
        reminders.remind(now.plus(Duration.ofHours(42)));
        assertThat(reminded(day)).hasSize(4).anyMatch(subject -> subject.startsWith("Review overdue"));
    }

    private static List<String> reminded(GameDay day) {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew()
                .call(() -> io.quarkus.hibernate.orm.panache.Panache.getEntityManager().createQuery(
                        "select d.subject from Delivery d where d.exerciseId = ?1 and d.subject like 'Review %'", String.class)
                        .setParameter(1, java.util.UUID.fromString(day.id)).getResultList());
    }
}

package dev.blackstart.calling;

import static dev.blackstart.testsupport.GameDay.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.persistence.LockModeType;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.blackstart.calling.correction.Correction;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.notify.Delivery;
import dev.blackstart.people.ContactMethods;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;

/** Time that passes in a call tree: waits, alternates, calls by phone, many contacts. */
@QuarkusTest
class CallWaitsTest extends CallTreeDay {

    @Test
    void attempt_aboutIt_aDeliveryLeaves() {
        GameDay day = day();
        String id = activate(day).getString("id");
        assertThat(look(id).getList("root.attempts[0].deliveries.person")).containsExactly("pia");
        List<Delivery> sent = QuarkusTransaction.requiringNew()
                .call(() -> Delivery.about(UUID.fromString(attempt(id, "pia"))));
        assertThat(sent).singleElement().satisfies(letter -> assertThat(letter.text).startsWith("EXERCISE EXERCISE EXERCISE")
                .contains("Answer at once.", "Which bridge do you join?", "/ack/"));
    }

    @Test
    void wait_passed_alternateIsCalled_lateAnswerCounts() {
        GameDay day = GameDay.running(TREE.replace("PT5M", "PT2S") + HAND);
        String id = activate(day).getString("id");
        String first = attempt(id, "pia");
        Awaitility.await().until(() -> look(id).getString("root.trying"), "olga"::equals);
        press(link(first), "Bridge 7").statusCode(200);
        JsonPath now = look(id);
        assertThat(now.getString("root.reachedBy")).isEqualTo("pia");
        assertThat(now.getBoolean("root.attempts[0].late")).isTrue();
        assertThat(now.getList("root.attempts.state")).as("olga is not paged any more").containsExactly("acknowledged",
                "recalled");
        assertThat(JournalProbe.facts(day, "contact-acknowledged").get(0).path("late").asBoolean()).isTrue();
    }

    @Test
    void wait_duringPause_doesNotPass() {
        GameDay day = GameDay.running(TREE.replace("PT5M", "PT1S") + HAND);
        String id = activate(day).getString("id");
        day.move("carl", "paused").statusCode(200);
        Awaitility.await().pollDelay(Duration.ofMillis(1_600)).until(() -> true);
        assertThat(look(id).getString("root.trying")).isEqualTo("pia");
        press(link(attempt(id, "pia")), "x").statusCode(200);
        assertThat(look(id).getList("root.calls.attempts.flatten()")).as("nobody is called while it stands").isEmpty();
        day.move("carl", "running").statusCode(200);
        Awaitility.await().until(() -> look(id).getList("root.calls.attempts.flatten()").size(), size -> size == 2);
    }

    @Test
    void branch_nobodyAnswers_findingProposedToControlAlone() {
        GameDay day = GameDay.running(TREE.replace("PT5M", "PT0.2S") + HAND);
        String id = activate(day).getString("id");
        Awaitility.await().until(() -> look(id).getString("state"), "ended"::equals);
        JsonPath over = look(id);
        assertThat(over.getString("result")).isEqualTo("failed");
        assertThat(over.getList("figures.broken")).containsExactly("pia", "noel", "wilma");
        day.get("carl", "/findings").body("items", hasSize(3)).body("items.state", hasItem("proposed"))
                .body("items.author", hasItem("blackstart"));
        day.get("pia", "/findings").body("items", hasSize(0));
        day.get("pia", "/journal").body("entries.type", not(hasItem("finding-logged")));
        day.move("dana", "ended").statusCode(200);
        day.get("pia", "/findings").body("items", hasSize(3)).body("items[0].state", nullValue());
    }

    @Test
    void call_phonedByWhoeverWasReachedAbove_resultsRecorded() {
        reachable("noel", "+49 30 1234");
        reachable("pete", "+49 30 99");
        reachable("wilma", null);
        GameDay day = GameDay.running(
                """
                        callTrees:
                          - key: storage-on-call
                            root:
                              person: pia
                              channels: [email]
                              calls: [{person: noel, channels: [phone], wait: PT5M}, {person: pete, channels: [phone], wait: PT5M, alternates: [wilma]}]
                        """
                        + HAND);
        String id = activate(day).getString("id");
        press(link(attempt(id, "pia")), "").statusCode(200);
        assertThat(look(id).getList("root.calls.attempts.flatten().caller")).containsOnly("pia");
        FormClient pia = FormClient.of("pia");
        pia.browser().get("/exercises/" + day.id + "/me").then().body(containsString("Phone these 2 people"),
                containsString("tel:+49301234"));
        String noel = attempt(id, "noel");
        result("noel", noel, Map.of("result", "confirmed")).statusCode(404);
        result("pia", noel, Map.of("result", "confirmed", "answer", "x".repeat(3_000))).statusCode(422);
        result("pia", noel, Map.of("result", "confirmed", "answer", "Bridge 7")).statusCode(200).body("state",
                equalTo("acknowledged"));
        String pete = attempt(id, "pete");
        pia.form().formParam("result", "wrong-number").formParam("correction", "no number").formParam("answer", "kept")
                .post("/calls/" + pete + "/results").then().statusCode(422)
                .body(containsString("Enter a phone number"), containsString("kept"));
        result("pia", pete, Map.of("result", "wrong-number", "correction", "+49 30 1000")).statusCode(200);
        result("pia", pete, Map.of("result", "wrong-number")).statusCode(200);
        result("pia", pete, Map.of("result", "busy")).statusCode(409);
        assertThat(look(id).getList("figures.wrong")).containsExactly("pete");
        assertThat(look(id).getString("root.calls[1].state")).as("nobody knows wilma's number").isEqualTo("broken");
        day.get("carl", "/findings").body("items.text", hasItem(containsString("phone number of pete")));

        String fix = as("tess").get("/api/corrections").then().statusCode(200).extract()
                .path("items.find { it.person == 'pete' && it.value == '+49 30 1000' }.id");
        as("noel").get("/api/corrections").then().body("items", hasSize(0));
        decide("noel", fix, "accepted").statusCode(404);
        decide("tess", fix, "perhaps").statusCode(422);
        proposedBy(fix, "tess");
        decide("tess", fix, "accepted").statusCode(404);
        proposedBy(fix, "pia");
        setRole("pete", PlatformRole.ADMIN);
        decide("tess", fix, "accepted").statusCode(404);
        setRole("pete", PlatformRole.MEMBER);
        QuarkusTransaction.requiringNew().run(() -> {
            Person.find("key", "pete").withLock(LockModeType.PESSIMISTIC_WRITE).firstResult();
            decide("tess", fix, "accepted").statusCode(409).body("detail", containsString("being imported"));
        });
        decide("tess", fix, "accepted").statusCode(200);
        decide("tess", fix, "accepted").statusCode(200);
        decide("tess", fix, "declined").statusCode(409);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Person.byKey("pete").phone)).isEqualTo("+49 30 1000");
    }

    @Test
    void correction_thatTheDirectoryWouldRefuse_422AtOnce() {
        chat("nora", "https://hooks.example.invalid/nora");
        try {
            GameDay day = GameDay.running(
                    "callTrees: [{key: storage-on-call, root: {person: nora, channels: [webhook], wait: PT5M}}]\n" + HAND);
            String nora = attempt(activate(day).getString("id"), "nora");
            result("carl", nora, Map.of("result", "wrong-number", "correction", "http://hooks.example.invalid/n"))
                    .statusCode(422).body("field", equalTo("correction"));
            result("carl", nora, Map.of("result", "wrong-number", "correction", "https://hooks.example.invalid/n"))
                    .statusCode(200);
        } finally {
            chat("nora", null);
        }
    }

    /** All below one lead, who answers: a hundred are called in each transaction, and the timeline goes on in between. */
    @Test
    void tree_of420_eachCalledOnceAndStoodDownOnce_nothingElseWaits() {
        List<String> crowd = IntStream.range(0, 420).mapToObj(i -> "crowd-" + i).toList();
        QuarkusTransaction.requiringNew().run(() -> crowd.forEach(key -> new Person(key, key, key + "@example.org",
                PlatformRole.MEMBER, null, Instant.now()).persist()));
        try {
            GameDay day = GameDay.running("""
                    callTrees: [{key: storage-on-call, root: {person: pia, channels: [email], wait: PT5M, calls: [%s]}}]
                    timeline: [%s]
                    """.formatted(
                    crowd.stream().map(key -> "{person: " + key + ", channels: [email], wait: PT5M}")
                            .collect(Collectors.joining(", ")),
                    IntStream.range(0, 200).mapToObj(i -> "{key: beat-%d, at: PT%d.%dS, task: {of: carl, text: Look.}}"
                            .formatted(i, i / 10, i % 10)).collect(Collectors.joining(", "))));
            String id = activate(day).getString("id");
            press(link(attempt(id, "pia")), "").statusCode(200);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> QuarkusTransaction.requiringNew()
                    .call(() -> ContactAttempt.count("activationId", UUID.fromString(id))), count -> count >= 421);
            Instant ending = Instant.now();
            day.move("dana", "ended").statusCode(200);
            assertThat(Duration.between(ending, Instant.now())).as("of the end, though 420 are still called")
                    .isLessThan(Duration.ofSeconds(5));
            day.move("dana", "ended").statusCode(200);

            List<JournalEntry> called = JournalProbe.of(day, "contact-attempted");
            assertThat(called).extracting(entry -> entry.data().path("person").asText()).hasSize(421)
                    .doesNotHaveDuplicates().containsAll(crowd);
            assertThat(called.stream().collect(Collectors.groupingBy(entry -> entry.at, Collectors.counting())).values())
                    .as("in one transaction").hasSizeGreaterThan(4).allMatch(together -> together <= 100);
            assertThat(sent(day, "Please confirm")).hasSize(421).doesNotHaveDuplicates();
            assertThat(sent(day, "stand down")).hasSize(421).doesNotHaveDuplicates();
            assertThat(JournalProbe.facts(day, "contacts-stood-down")).singleElement()
                    .satisfies(told -> assertThat(told.path("people").asInt()).isEqualTo(421));
            long first = called.get(1).seq;
            long last = called.get(420).seq;
            assertThat(JournalProbe.of(day, "item-released")).as("items had their turn between the calls")
                    .anyMatch(entry -> entry.seq > first && entry.seq < last);
            assertThat(JournalProbe.verified(day).valid()).isTrue();
        } finally {
            QuarkusTransaction.requiringNew().run(() -> Person.delete("key in ?1", crowd));
        }
    }

    private static void chat(String key, String chat) {
        QuarkusTransaction.requiringNew().run(() -> {
            Person person = Person.byKey(key);
            person.reachAt(new ContactMethods(person.email, chat, person.phone, person.zone));
        });
    }

    private static ValidatableResponse decide(String by, String fix, String decision) {
        return as(by).contentType("application/json").body(Map.of("decision", decision))
                .post("/api/corrections/" + fix + "/decisions").then();
    }

    private static void proposedBy(String fix, String person) {
        QuarkusTransaction.requiringNew()
                .run(() -> Correction.update("proposedBy = ?1 where id = ?2", person, UUID.fromString(fix)));
    }

    private static void setRole(String key, PlatformRole role) {
        QuarkusTransaction.requiringNew().run(() -> Person.update("platformRole = ?1 where key = ?2", role, key));
    }

    private static void reachable(String key, String phone) {
        QuarkusTransaction.requiringNew().run(() -> {
            Person person = Person.byKey(key);
            person.reachAt(new ContactMethods(person.email, person.chat, phone, person.zone));
        });
    }
}

package dev.blackstart.calling;

import static dev.blackstart.testsupport.GameDay.as;
import static io.restassured.RestAssured.given;
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

import jakarta.inject.Inject;
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

/** A call tree in a running exercise: pia leads noel and wilma (who is on no roster); olga stands in for pia. */
@QuarkusTest
class CallTreesTest {

    static final String TREE = """
            callTrees:
              - key: storage-on-call
                message: {subject: Can you be reached, text: Answer at once., confirmQuestion: "Which bridge do you join?"}
                pass: {reach: 1.0, quorum: 3, within: PT15M}
                root:
                  person: pia
                  channels: [email]
                  wait: PT5M
                  alternates: [olga]
                  calls:
                    - {person: noel, channels: [email], wait: PT5M}
                    - {person: wilma, channels: [email], wait: PT5M}
            """;
    private static final String HAND = """
            timeline:
              - {key: page, manual: true, callTree: storage-on-call}
              - {key: end, at: PT2H, endex: {}}
            """;

    @Inject
    AckLinks ackLinks;

    private static GameDay day() {
        return GameDay.running(TREE + HAND);
    }

    private static JsonPath activate(GameDay day) {
        return day.post("carl", "/call-trees/storage-on-call/activations", Map.of()).statusCode(201).extract().jsonPath();
    }

    static JsonPath look(String activation) {
        return as("carl").get("/api/activations/" + activation).then().statusCode(200).extract().jsonPath();
    }

    /** The newest attempt to reach somebody. */
    static String attempt(String activation, String person) {
        return QuarkusTransaction.requiringNew().call(() -> ContactAttempt
                .<ContactAttempt> list("activationId = ?1 and person = ?2 order by createdAt desc, turn desc",
                        UUID.fromString(activation), person)
                .get(0).id.toString());
    }

    private String link(String attempt) {
        return "/ack/" + ackLinks.token(UUID.fromString(attempt), Instant.now().plus(Duration.ofHours(1)));
    }

    static ValidatableResponse press(String link, String answer) {
        return given().contentType("application/x-www-form-urlencoded; charset=utf-8").formParam("answer", answer).post(link)
                .then();
    }

    private static ValidatableResponse result(String by, String attempt, Map<String, ?> said) {
        return as(by).contentType("application/json").body(said).post("/api/contact-attempts/" + attempt + "/results").then();
    }

    @Test
    void tree_everybodyAnswersByLink_passed() {
        GameDay day = day();
        day.moveItem("carl", "page", "released").statusCode(200);
        String id = day.get("carl", "/call-trees").statusCode(200).extract().path("items[0].activations[0].id");
        JsonPath begun = look(id);
        assertThat(begun.getString("root.trying")).isEqualTo("pia");
        assertThat(begun.getList("root.calls.state")).containsOnly("waiting");
        press(link(attempt(id, "pia")), "Bridge 7").statusCode(200).body(containsString("Confirmed"));
        assertThat(look(id).getList("root.calls.state")).containsOnly("calling");
        press(link(attempt(id, "noel")), "Bridge 7").statusCode(200);
        press(link(attempt(id, "wilma")), "The canteen").statusCode(200);
        JsonPath over = look(id);
        assertThat(over.getString("state")).isEqualTo("ended");
        assertThat(over.getString("result")).isEqualTo("passed");
        assertThat(over.getString("reason")).endsWith("3 people (wanted 3), within 15 m.");
        assertThat(over.getInt("figures.reached")).isEqualTo(3);
        assertThat(over.getString("figures.toQuorum")).isNotNull();
        assertThat(day.item("page")).containsEntry("state", "completed");
        assertThat(JournalProbe.verified(day).valid()).isTrue();
        for (String person : List.of("pia", "noel", "wilma")) {
            as("eve").contentType("application/json").body(Map.of("right", !person.equals("wilma")))
                    .post("/api/contact-attempts/" + attempt(id, person) + "/judgements").then().statusCode(200);
        }
        assertThat(look(id).getDouble("fidelity")).isBetween(0.66, 0.67);
        assertThat(JournalProbe.facts(day, "call-tree-ended")).hasSize(1);
    }

    @Test
    void link_openedByAScanner_changesNothing() {
        GameDay day = day();
        String id = activate(day).getString("id");
        String link = link(attempt(id, "pia"));
        given().get(link).then().statusCode(200).body(containsString("Which bridge"), containsString("EXERCISE EXERCISE"),
                not(containsString("noel")), not(containsString("Hidden name"))).cookies(Map.of());
        given().head(link).then().statusCode(200);
        given().get(link).then().statusCode(200).body(containsString("Confirm"));
        assertThat(look(id).getInt("figures.reached")).isZero();
        assertThat(JournalProbe.of(day, "contact-acknowledged")).isEmpty();
    }

    @Test
    void link_used_tellsWhenAndCountsOnce() {
        GameDay day = day();
        String id = activate(day).getString("id");
        String link = link(attempt(id, "pia"));
        press(link, "Bridge 7").statusCode(200);
        press(link, "Another answer").statusCode(200).body(containsString("already confirmed at"));
        given().get(link).then().statusCode(200).body(containsString("already confirmed at"), not(containsString("Bridge 7")));
        assertThat(JournalProbe.of(day, "contact-acknowledged")).hasSize(1);
        assertThat(look(id).getString("root.attempts[0].answer")).isEqualTo("Bridge 7");
    }

    @Test
    void link_forgedForeignOrBroken_404AndNothingChanged() {
        GameDay day = day();
        String id = activate(day).getString("id");
        String good = link(attempt(id, "pia")).substring("/ack/".length());
        byte[] bytes = java.util.Base64.getUrlDecoder().decode(good);
        byte[] foreign = bytes.clone();
        UUID other = UUID.randomUUID();
        java.nio.ByteBuffer.wrap(foreign).putLong(other.getMostSignificantBits()).putLong(other.getLeastSignificantBits());
        byte[] longer = bytes.clone();
        java.util.Arrays.fill(longer, 16, 24, (byte) 0x7f);
        for (byte[] forged : List.of(foreign, longer, new byte[40], new byte[3])) {
            String token = java.util.Base64.getUrlEncoder().withoutPadding().encodeToString(forged);
            press("/ack/" + token, "x").statusCode(404).body(containsString("not complete"));
            given().get("/ack/" + token).then().statusCode(404);
            given().contentType("application/x-www-form-urlencoded").post("/ack/" + token + "/no-duff").then().statusCode(404);
        }
        given().get("/ack/%F0%9F%92%A3").then().statusCode(404);
        given().get("/ack/" + ackLinks.token(UUID.randomUUID(), Instant.now().plusSeconds(60))).then().statusCode(404);
        assertThat(look(id).getInt("figures.reached")).isZero();
        day.get("carl", "").body("state", equalTo("running"));
    }

    @Test
    void link_expired_410ButItsNoDuffIsTaken() {
        GameDay day = day();
        String id = activate(day).getString("id");
        String old = "/ack/" + ackLinks.token(UUID.fromString(attempt(id, "pia")), Instant.now().minusSeconds(60));
        given().get(old).then().statusCode(410).body(containsString("too old"));
        press(old, "x").statusCode(410);
        assertThat(look(id).getInt("figures.reached")).isZero();
        given().contentType("application/x-www-form-urlencoded; charset=utf-8").formParam("text", "Smoke in hall 3")
                .post(old + "/no-duff").then().statusCode(202).body(containsString("NO DUFF"));
        day.get("carl", "").body("state", equalTo("paused"));
        assertThat(JournalProbe.facts(day, "no-duff")).singleElement()
                .satisfies(said -> assertThat(said.path("text").asText()).isEqualTo("Smoke in hall 3"));
    }

    @Test
    void link_afterEndex_toldToStandDown() {
        GameDay day = day();
        String id = activate(day).getString("id");
        String link = link(attempt(id, "pia"));
        day.move("dana", "ended").statusCode(200);
        press(link, "x").statusCode(410).body(containsString("Stand down"));
        given().get(link).then().statusCode(410);
        JsonPath over = look(id);
        assertThat(over.getString("state")).isEqualTo("stood-down");
        assertThat(over.getString("result")).isEqualTo("inconclusive");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Delivery.<Delivery> list("exerciseId = ?1 and person = 'pia'",
                UUID.fromString(day.id)))).anyMatch(sent -> sent.subject.contains("stand down"));
    }

    @Test
    void noDuff_tellsEverybodyWhoWasContacted() {
        GameDay day = day();
        String id = activate(day).getString("id");
        press(link(attempt(id, "pia")), "").statusCode(200);
        as("carl").contentType("application/json").body(Map.of("text", "Fire")).post("/api/no-duff").then().statusCode(202);
        assertThat(QuarkusTransaction.requiringNew().call(() -> Delivery.<Delivery> list("exerciseId = ?1 and subject = ?2",
                UUID.fromString(day.id), "NO DUFF"))).extracting(told -> told.person).contains("wilma", "noel", "olga", "dana")
                .doesNotHaveDuplicates();
        day.get("carl", "").body("state", equalTo("paused"));
        press(link(attempt(id, "noel")), "").statusCode(200);
    }

    @Test
    void acknowledge_inThePage_byTheCalledPersonAlone() {
        GameDay day = day();
        String id = activate(day).getString("id");
        String attempt = attempt(id, "pia");
        result("noel", attempt, Map.of("result", "confirmed")).statusCode(404);
        result("wilma", attempt, Map.of("result", "confirmed")).statusCode(404);
        given().contentType("application/json").body(Map.of("result", "confirmed"))
                .post("/api/contact-attempts/" + attempt + "/results").then().statusCode(401);
        result("pia", attempt, Map.of("result", "busy")).statusCode(403);
        result("pia", attempt, Map.of("result", "perhaps")).statusCode(422).body("field", equalTo("result"));
        FormClient pia = FormClient.of("pia");
        pia.browser().get("/exercises/" + day.id + "/me").then().statusCode(200).body(containsString("You are called"),
                containsString("call-" + attempt));
        FormClient.of("noel").browser().get("/exercises/" + day.id + "/me").then().body(not(containsString("call-" + attempt)));
        pia.form().formParam("result", "confirmed").formParam("answer", "Bridge 7").formParam("from", "me")
                .post("/calls/" + attempt + "/results").then().statusCode(303)
                .header("Location", containsString("/exercises/" + day.id + "/me"));
        pia.browser().get("/exercises/" + day.id + "/me").then().body(not(containsString("call-" + attempt)));
        assertThat(look(id).getString("root.attempts[0].via")).isEqualTo("page");
        FormClient.of("wilma").browser().get("/calls").then().statusCode(200).body(containsString(attempt(id, "wilma")),
                not(containsString("noel")), not(containsString("pia")));
    }

    @Test
    void tree_playersLearnNothingButTheirOwnCall() {
        GameDay day = day();
        String id = activate(day).getString("id");
        for (String person : List.of("pia", "noel", "wilma", "olga")) {
            as(person).get("/api/activations/" + id).then().statusCode(404);
            as(person).get("/api/activations/" + UUID.randomUUID()).then().statusCode(404);
            FormClient.of(person).browser().get("/exercises/" + day.id + "/call-trees/storage-on-call").then().statusCode(404);
        }
        day.get("pia", "/call-trees").statusCode(404);
        day.post("pia", "/call-trees/storage-on-call/activations", Map.of()).statusCode(403);
        as("wilma").post("/api/exercises/" + day.id + "/call-trees/storage-on-call/activations").then().statusCode(404);
        day.get("noel", "/journal").body("entries.type", not(hasItem("contact-attempted")));
        day.get("pia", "/journal").body("entries.type", hasItem("contact-notified"));
    }

    @Test
    void activate_unknownTreeOrNotRunning_refused() {
        GameDay day = day();
        day.post("carl", "/call-trees/nowhere/activations", Map.of()).statusCode(404);
        String id = activate(day).getString("id");
        day.post("dana", "/call-trees/storage-on-call/activations", Map.of()).statusCode(200).body("id", equalTo(id));
        day.move("carl", "paused").statusCode(200);
        FormClient.of("carl").form().formParam("activation", id)
                .post("/exercises/" + day.id + "/call-trees/storage-on-call/end")
                .then().statusCode(303);
        day.post("carl", "/call-trees/storage-on-call/activations", Map.of()).statusCode(409);
    }

    @Test
    void activateAndEnd_evaluator_watchesOnly() {
        GameDay day = day();
        String tree = "/exercises/" + day.id + "/call-trees/storage-on-call";
        day.post("eve", "/call-trees/storage-on-call/activations", Map.of()).statusCode(403);
        FormClient eve = FormClient.of("eve");
        eve.form().post(tree + "/activations").then().statusCode(403);
        eve.browser().get(tree).then().statusCode(200).body(not(containsString("/activations")));
        String id = activate(day).getString("id");
        eve.form().formParam("activation", id).post(tree + "/end").then().statusCode(403);
        assertThat(look(id).getString("state")).isEqualTo("running");
        FormClient.of("carl").browser().get(tree).then().statusCode(200).body(containsString("/end"));
    }

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

    private static List<String> sent(GameDay day, String subject) {
        return QuarkusTransaction.requiringNew().call(() -> Delivery.<Delivery> list("exerciseId = ?1 and subject like ?2",
                UUID.fromString(day.id), "%" + subject + "%")).stream().map(letter -> letter.person).toList();
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

    @Test
    void outOfPlay_getsNothingAndCountsAsNotAnswering() {
        GameDay day = GameDay.running("""
                outOfPlay: [{person: pete, reason: Away}]
                callTrees: [{key: storage-on-call, root: {person: pete, channels: [email], wait: PT2S, alternates: [pia]}}]
                """ + HAND);
        String id = activate(day).getString("id");
        String withheld = attempt(id, "pete");
        Awaitility.await().until(() -> look(id).getString("root.trying"), "pia"::equals);
        assertThat(look(id).getList("root.attempts.state")).containsExactly("withheld", "open");
        assertThat(QuarkusTransaction.requiringNew().call(() -> Delivery.about(UUID.fromString(withheld)))).isEmpty();
        result("pete", withheld, Map.of("result", "confirmed")).statusCode(404);
        FormClient.of("pete").browser().get("/calls").then().body(not(containsString("call-" + withheld)));
    }

    @Test
    void rehearsal_everybodyAnswers_dry() {
        GameDay day = GameDay.rehearsing(TREE + """
                timeline:
                  - {key: page, at: PT1M, callTree: storage-on-call}
                  - {key: later, after: {item: page, is: completed}, message: {to: pia, text: The tree is done.}}
                  - {key: end, at: PT1H, endex: {}}
                """, 600);
        day.awaitItem("page", "completed");
        day.awaitItem("later", "released");
        String id = day.get("carl", "/call-trees").extract().path("items[0].activations[0].id");
        assertThat(look(id).getString("result")).isEqualTo("passed");
        assertThat(look(id).getList("root.attempts.deliveries.flatten().state")).containsOnly("dry");
    }

    @Test
    void acknowledge_twoDevicesAtOnce_once() throws Exception {
        GameDay day = day();
        String id = activate(day).getString("id");
        String link = link(attempt(id, "pia"));
        var pool = java.util.concurrent.Executors.newFixedThreadPool(4);
        try {
            var presses = java.util.stream.IntStream.range(0, 4)
                    .mapToObj(i -> pool.submit(() -> press(link, "answer " + i).extract().statusCode())).toList();
            for (var press : presses) {
                assertThat(press.get()).isEqualTo(200);
            }
        } finally {
            pool.shutdown();
        }
        assertThat(JournalProbe.of(day, "contact-acknowledged")).hasSize(1);
        assertThat(JournalProbe.of(day, "contact-attempted")).hasSize(3);
    }

    @Test
    void onBehalf_control_recordsInTheTree() {
        GameDay day = day();
        String id = activate(day).getString("id");
        String contact = look(id).getString("root.id");
        FormClient carl = FormClient.of("carl");
        String tree = "/exercises/" + day.id + "/call-trees/storage-on-call";
        carl.browser().get(tree).then().statusCode(200).body(containsString("Pia Rossi"), containsString("0 of 3"));
        carl.browser().get(tree + "/contacts/" + contact).then().statusCode(200).body(containsString("Confirmed"));
        carl.form().formParam("result", "confirmed").post(tree + "/attempts/" + attempt(id, "pia") + "/results").then()
                .statusCode(303);
        carl.browser().get(tree).then().body(containsString("1 of 3"));
        carl.browser().get("/exercises/" + day.id + "/control-room").then().body(containsString("1 of 3 ack"));
        assertThat(look(id).getString("root.attempts[0].via")).isEqualTo("control");
        carl.browser().get(tree + "/contacts/" + UUID.randomUUID()).then().statusCode(404);
    }

    @Test
    void gate_contacts_warnsAndPasses() {
        GameDay day = GameDay.scheduled(
                """
                        callTrees: [{key: t, root: {person: olga, channels: [webhook, phone], calls: [{person: pia, channels: [email]}]}}]
                        """
                        + HAND.replace("storage-on-call", "t"));
        day.get("dana", "/gate").statusCode(200)
                .body("checks.find { it.key == 'contacts' }.result", equalTo("pass"))
                .body("checks.find { it.key == 'contacts' }.advice", containsString("olga"))
                .body("passes", equalTo(true));
    }
}

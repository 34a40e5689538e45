package dev.blackstart.findings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** What people notice: taken once, kept as it was written, told to those who may know. */
@QuarkusTest
class FindingApiTest {

    private static final String TIMELINE = """
            timeline:
              - {key: hello, at: PT0M, message: {to: everyone, channels: [in-app], text: Welcome.}}
              - {key: hidden, at: PT1H, task: {of: carl, text: Look.}}
            """;

    @Test
    void myExercise_findings_sayWhoByName() {
        GameDay day = GameDay.running(TIMELINE);
        day.post("pia", "/findings", Map.of("text", "The page is red.")).statusCode(201);
        day.post("pia", "/findings", Map.of("text", "Nobody knew.", "anonymous", true)).statusCode(201);
        String page = PageClient.as("pete").get("/exercises/" + day.id + "/me").statusCode(200).extract().asString();
        assertThat(Jsoup.parse(page).select("[data-live-list=found] .told-head span").eachText())
                .containsExactly("anonymous", "Pia Rossi");
    }

    @Test
    void log_fresh_createdThenTheSameThenAnother() {
        GameDay day = GameDay.running(TIMELINE);
        Map<String, Object> finding = new HashMap<>(Map.of("id", UUID.randomUUID().toString(), "text", "The page is red.",
                "kind", "monitoring-gap", "severity", "sev2"));
        log(day, "pia", finding).statusCode(201).body("author", is("pia")).body("severity", is("sev2"));
        log(day, "pia", finding).statusCode(200).body("id", is(finding.get("id")));
        log(day, "pete", finding).statusCode(409);
        finding.put("text", "The page is green.");
        log(day, "pia", finding).statusCode(409);
        assertThat(JournalProbe.of(day, "finding-logged")).hasSize(1);
        day.get("noel", "/findings").body("items.size()", is(1)).body("items[0].text", is("The page is red."));
    }

    @Test
    void log_sameIdFromManyThreads_loggedOnce() throws Exception {
        GameDay day = GameDay.running(TIMELINE);
        Map<String, Object> finding = Map.of("id", UUID.randomUUID().toString(), "text", "Once.");
        ExecutorService hands = Executors.newFixedThreadPool(8);
        List<Integer> statuses = new ArrayList<>();
        try {
            List<Callable<Integer>> posts = IntStream.range(0, 8)
                    .<Callable<Integer>> mapToObj(i -> () -> log(day, "pia", finding).extract().statusCode()).toList();
            for (Future<Integer> post : hands.invokeAll(posts)) {
                statuses.add(post.get());
            }
        } finally {
            hands.shutdown();
        }
        assertThat(statuses).containsOnlyOnce(201).isSubsetOf(200, 201);
        assertThat(JournalProbe.of(day, "finding-logged")).hasSize(1);
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "😀 👩‍👩‍👧", "مرحبا بالعالم ‮abc", "<script>alert(1)</script>", "line\nbreak\ttab",
            "' or 1=1 --", "{{x}}",
            " padded ", "\u0001 control", "\uFFFF" })
    void log_anyCharacters_keptAsWritten(String text) {
        GameDay day = GameDay.running(TIMELINE);
        log(day, "pia", Map.of("text", text)).statusCode(201).body("text", is(text));
        day.get("noel", "/findings").body("items[0].text", is(text));
        assertThat(JournalProbe.field(day, "finding-logged", "text")).containsExactly(text);
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "a", "é", "😀" })
    void log_hundredThousandCharacters_keptAndNotOneMore(String character) {
        GameDay day = GameDay.running(TIMELINE);
        String text = character.repeat(100_000);
        log(day, "pia", Map.of("text", text)).statusCode(201);
        assertThat(JournalProbe.field(day, "finding-logged", "text")).containsExactly(text);
        log(day, "pia", Map.of("text", text + character)).statusCode(422).body("field", is("text"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"text\":\"zero \\u0000 byte\"}", "{\"text\":\"half \\ud83d\"}", "{\"text\":\" \"}", "{}",
            "{\"text\":\"x\",\"kind\":\"root-cause\"}", "{\"text\":\"x\",\"severity\":\"sev9\"}",
            "{\"text\":\"x\",\"observedAt\":\"noon\"}", "{\"text\":\"x\",\"item\":\"unknown\"}",
            "{\"text\":\"x\",\"drill\":\"unknown\"}",
            "{\"text\":\"x\",\"observedAt\":\"1700-01-01T00:00:00Z\"}",
            "{\"text\":\"x\",\"observedAt\":\"-200000-01-01T00:00:00Z\"}" })
    void log_whatCannotBeKept_refused(String body) {
        GameDay day = GameDay.running(TIMELINE);
        GameDay.as("pia").contentType(ContentType.JSON).body(body).post("/api/exercises/" + day.id + "/findings").then()
                .statusCode(422);
        assertThat(JournalProbe.of(day, "finding-logged")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"text\":", "{\"text\":\"x\",\"id\":\"no-uuid\"}",
            "{\"text\":\"x\",\"author\":\"dana\"}" })
    void log_unreadable_badRequest(String body) {
        GameDay day = GameDay.running(TIMELINE);
        GameDay.as("pia").contentType(ContentType.JSON).body(body).post("/api/exercises/" + day.id + "/findings").then()
                .statusCode(400);
    }

    @Test
    void log_anonymous_authorNowhere() {
        GameDay day = GameDay.running(TIMELINE);
        Map<String, Object> finding = Map.of("id", UUID.randomUUID().toString(), "text", "I was not trained.", "anonymous",
                true);
        for (int status : List.of(201, 200)) {
            assertThat(log(day, "noel", finding).statusCode(status).body("author", is("anonymous")).extract().asString())
                    .doesNotContain("noel");
        }
        for (String reader : List.of("dana", "carl", "pia", "noel")) {
            assertThat(day.get(reader, "/findings").statusCode(200).extract().asString()).doesNotContain("noel");
        }
        assertThat(JournalProbe.of(day)).allSatisfy(entry -> {
            assertThat(entry.actor).isNotEqualTo("noel");
            assertThat(entry.data).doesNotContain("noel");
        });
        assertThat(JournalProbe.of(day, "finding-logged")).extracting(entry -> entry.actor).containsExactly("anonymous");
    }

    @Test
    void log_seenBefore_withTheTimeItWasSeen() {
        GameDay day = GameDay.running(TIMELINE);
        Instant seen = Instant.parse(day.get("pia", "").extract().path("startedAt")).plusMillis(1);
        log(day, "pia", Map.of("text", "Earlier.", "observedAt", seen.toString())).statusCode(201)
                .body("clock", is("PT0.001S"));
        log(day, "pia", Map.of("text", "Before STARTEX.", "observedAt", seen.minusSeconds(600).toString())).statusCode(201)
                .body("clock", is("PT0S"));
        Instant ahead = Instant.now().plus(Duration.ofHours(2));
        String kept = log(day, "pia", Map.of("text", "A phone ahead.", "observedAt", ahead.toString())).statusCode(201)
                .extract().path("observedAt");
        assertThat(Instant.parse(kept)).isBefore(ahead.minus(Duration.ofHours(1)));
    }

    @Test
    void log_sentAfterAPauseAndAfterEndex_clockOfWhenItWasSeen() {
        GameDay day = GameDay.running(TIMELINE);
        Instant seen = Instant.parse(day.get("pia", "").extract().path("startedAt")).plusMillis(2);
        day.move("carl", "paused").statusCode(200);
        log(day, "pia", Map.of("text", "In the pause.", "observedAt", seen.toString())).body("clock", is("PT0.002S"));
        day.move("carl", "running").statusCode(200);
        log(day, "pia", Map.of("text", "After it.", "observedAt", seen.toString())).body("clock", is("PT0.002S"));
        day.move("dana", "ended").statusCode(200);
        log(day, "pia", Map.of("text", "In the end.", "observedAt", seen.toString())).body("clock", is("PT0.002S"));
    }

    @Test
    void log_throughTheStates_fromRunningUntilClosed() {
        GameDay day = GameDay.scheduled(TIMELINE);
        log(day, "pia", Map.of("text", "Too early.")).statusCode(409);
        day.move("dana", "running").statusCode(200);
        day.move("dana", "paused").statusCode(200);
        log(day, "pia", Map.of("text", "In a pause.")).statusCode(201);
        day.move("dana", "ended").statusCode(200);
        Map<String, Object> last = Map.of("id", UUID.randomUUID().toString(), "text", "Afterwards.");
        log(day, "pia", last).statusCode(201);
        day.judged().move("dana", "closed").statusCode(409).body("checks.key", is(List.of("findings")));
        for (String finding : day.get("carl", "/findings").extract().<List<String>> path("items.id")) {
            GameDay.as("carl").contentType(ContentType.JSON).body(Map.of("state", "noted")).patch("/api/findings/" + finding)
                    .then().statusCode(200);
        }
        day.move("dana", "closed").statusCode(200);
        log(day, "pia", Map.of("text", "Too late.")).statusCode(409).body("allowed", is(List.of()));
        log(day, "pia", last).statusCode(200);
    }

    @Test
    void log_itemNotReleasedYet_controlsUntilThen() {
        GameDay day = GameDay.running(TIMELINE);
        log(day, "pia", Map.of("text", "x", "item", "hidden")).statusCode(422);
        log(day, "carl", Map.of("text", "It will not work.", "item", "hidden")).statusCode(201).body("item", is("hidden"));
        day.get("pia", "/findings").body("items", is(List.of()));
        day.get("eve", "/findings").body("items.item", is(List.of("hidden")));
        assertThat(JournalProbe.of(day, "finding-logged")).extracting(entry -> entry.audience).containsExactly("control");
        day.moveItem("carl", "hidden", "released").statusCode(200);
        day.get("pia", "/findings").body("items.text", is(List.of("It will not work."))).body("items.item",
                everyItem(is((Object) null)));
    }

    @Test
    void log_itemItsAuthorMaySee_shownByTheNameTheyKnow() {
        GameDay day = GameDay.running(TIMELINE);
        day.awaitItem("hello", "released");
        String id = (String) day.item("hello").get("id");
        log(day, "pia", Map.of("text", "Good.", "item", id)).statusCode(201).body("item", is(id));
        assertThat(JournalProbe.of(day, "finding-logged")).extracting(entry -> entry.audience).containsExactly("roster");
        assertThat(JournalProbe.facts(day, "finding-logged").get(0).has("item")).isFalse();
        assertThat(JournalProbe.of(day, "finding-linked")).extracting(entry -> entry.audience).containsExactly("control");
        assertThat(JournalProbe.field(day, "finding-linked", "item")).containsExactly("hello");
        day.get("carl", "/findings").body("items.item", is(List.of("hello")));
    }

    @ParameterizedTest
    @CsvSource({ "pia,201", "olga,201", "eve,201", "adam,201", "wilma,404" })
    void log_whoTakesPart(String person, int status) {
        GameDay day = GameDay.running(TIMELINE);
        log(day, person, Map.of("text", "I see it.")).statusCode(status);
    }

    @Test
    void list_pages_eachOnce() {
        GameDay day = GameDay.running(TIMELINE);
        for (int i = 0; i < 7; i++) {
            log(day, "pia", Map.of("text", "Finding " + i)).statusCode(201);
        }
        List<String> seen = new ArrayList<>();
        String next = "";
        while (next != null) {
            var page = day.get("noel", "/findings?limit=3" + (next.isEmpty() ? "" : "&after=" + next)).statusCode(200);
            seen.addAll(page.extract().<List<String>> path("items.text"));
            next = page.extract().path("next");
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
        GameDay other = GameDay.running(TIMELINE);
        log(other, "pia", Map.of("text", "Elsewhere.")).statusCode(201);
        day.get("noel", "/findings").body("items.text", not(hasItem("Elsewhere.")));
    }

    /** That there is something to find about a drill tells that it comes. */
    @Test
    void log_ofADrillThatHasNotCome_controlStaffAloneUntilItDoes() {
        GameDay day = GameDay.running("""
                drills:
                  - {key: cut, kind: network-cut, title: Cut, owner: dana, targets: [orders-db], maxDuration: PT20M,
                     hypothesis: It holds., fault: {driver: manual, instruction: Cut.},
                     revert: {driver: manual, instruction: Mend.}}
                timeline: [{key: fault, manual: true, drill: cut}]
                """);
        log(day, "carl", Map.of("text", "The cable is loose.", "drill", "cut")).statusCode(201);
        day.get("pia", "/findings").body("items.size()", is(0));
        assertThat(JournalProbe.of(day, "finding-logged")).extracting(entry -> entry.audience).containsExactly("control");
        day.get("carl", "/findings").body("items.size()", is(1));
        day.moveItem("carl", "fault", "released").statusCode(200);
        day.get("pia", "/findings").body("items[0].text", is("The cable is loose."));
    }

    private static ValidatableResponse log(GameDay day, String person, Map<String, ?> finding) {
        return day.post(person, "/findings", finding);
    }
}

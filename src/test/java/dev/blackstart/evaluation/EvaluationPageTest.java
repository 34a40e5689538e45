package dev.blackstart.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.OpenPage;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;

@QuarkusTest
class EvaluationPageTest {

    private static final String DAY = """
            objectives: [{key: writes, text: Orders writes again, target: PT5M}]
            timeline:
              - {key: noticed, at: PT0M, expectation: {of: storage, text: Sees <b>it</b>, within: PT10M, points: 10}}
            """;

    private static GameDay asked() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("noticed", "released");
        return day;
    }

    private static String page(GameDay day) {
        return "/exercises/" + day.id + "/evaluation";
    }

    @Test
    void page_evaluator_judgesAndRates() {
        GameDay day = asked();
        PageClient eve = PageClient.as("eve");
        eve.get(page(day)).statusCode(200).body(containsString("Sees &lt;b&gt;it&lt;/b&gt;")).body(containsString("Missed"))
                .body(containsString("for Storage"));
        String clock = "T+0:00:00";
        eve.post("/exercises/" + day.id + "/expectations/noticed/judgements", Map.of("to", "completed", "when", clock))
                .statusCode(303).header("Location", endsWith(page(day) + "#expectations"));
        assertThat(JournalProbe.field(day, "item-completed", "observedClock")).containsExactly("PT0S");
        eve.post("/exercises/" + day.id + "/objectives/writes/ratings", Map.of("rating", "S", "sentence", "")).statusCode(303)
                .header("Location", endsWith("#objective-writes"));
        eve.get(page(day)).body(containsString("Nothing is expected right now")).body(containsString("Rate again"));
    }

    @Test
    void judge_timeOfDay_inTheExercisesZone() {
        GameDay day = asked();
        Instant start = Instant.parse(day.get("eve", "").extract().path("startedAt"));
        String time = DateTimeFormatter.ofPattern("HH:mm").format(start.atZone(ZoneId.of("Europe/Berlin")));
        PageClient.as("eve").post("/exercises/" + day.id + "/expectations/noticed/judgements",
                Map.of("to", "completed", "when", time)).statusCode(303);
        assertThat(JournalProbe.field(day, "item-completed", "observedClock")).containsExactly("PT0S");
    }

    @Test
    void judge_timeNobodyCanRead_keptWithAnError() {
        GameDay day = asked();
        PageClient.as("eve").post("/exercises/" + day.id + "/expectations/noticed/judgements",
                Map.of("to", "completed", "when", "a while ago")).statusCode(422)
                .body(allOf(containsString("value=\"a while ago\""), containsString("Write the time as 10:12")));
        assertThat(JournalProbe.of(day, "item-completed")).isEmpty();
    }

    @Test
    void rate_withoutTheSentence_whatWasTypedStays() {
        GameDay day = asked();
        PageClient.as("eve").post("/exercises/" + day.id + "/objectives/writes/ratings", Map.of("rating", "U", "sentence", " "))
                .statusCode(422).body(containsString("Say in a sentence")).body(containsString("value=\"U\" required checked"));
    }

    @Test
    void page_safetyOfficer_readsWithoutButtons() {
        GameDay day = asked();
        PageClient sol = PageClient.as("sol");
        sol.get(page(day)).statusCode(200).body(containsString("Orders writes again"))
                .body(not(containsString("judgements\"")));
        sol.post("/exercises/" + day.id + "/expectations/noticed/judgements", Map.of("to", "missed")).statusCode(403);
    }

    @Test
    void news_onlyWhereThereIsMoreToJudge() throws Exception {
        GameDay day = asked();
        String place = OpenPage.placeOf("eve", page(day));
        try (OpenPage eve = OpenPage.of(OpenPage.ask(day, "eve", "evaluation", place))) {
            eve.awaitText("event:part");
            eve.quietFor(Duration.ofSeconds(1));
            assertThat(eve.text()).doesNotContain("event:line").doesNotContain("open now");
        }
        try (OpenPage eve = OpenPage.open(day, "eve", "evaluation")) {
            eve.awaitText("One expectation is open now.");
        }
    }

    @Test
    void page_player_likeUnknown() {
        GameDay day = asked();
        PageClient pia = PageClient.as("pia");
        pia.get(page(day)).statusCode(404);
        pia.get("/exercises/" + day.id + "/scoreboard").statusCode(404);
        PageClient.as("eve").get("/exercises/" + day.id + "/scoreboard").statusCode(200).body(containsString("10 still open"));
    }
}

package dev.blackstart.conduct.sheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

/** The page of paper: everything control staff need when screens are gone, and nobody else's. */
@QuarkusTest
class FallbackSheetTest {

    private static final String DAY = """
            drills:
              - key: kill-primary
                kind: database-failover
                title: Stop the primary
                owner: dana
                targets: [orders-db]
                fault: {driver: manual, instruction: Pull the plug.}
                revert: {driver: manual, instruction: Plug it in again.}
                maxDuration: PT20M
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, channels: [in-app], subject: We begin, text: Look out of the window.}}
              - {key: fault, at: PT10M, drill: kill-primary}
              - {key: seen, at: PT15M, forEach: teams, expectation: {text: Calls the other team, within: PT5M}}
              - {key: hint, after: {item: seen, is: missed}, forEach: teams, message: {channels: [in-app], text: Have you called?}}
              - {key: end, at: PT60M, endex: {}}
            """;

    @Test
    void read_byControlStaff_allThatIsNeededWithoutAScreen() {
        GameDay day = GameDay.scheduled(DAY);
        day.post("dana", "/roster", Map.of("person", "wim", "role", "controller", "from", "PT1H")).statusCode(200);
        String sheet = FormClient.of("carl").browser().get("/exercises/" + day.id + "/sheet").then().statusCode(200).extract()
                .asString();
        assertThat(sheet).contains("Hidden name of the plan", "Dana Okafor", "Sol Herrera", "pia@example.org", "safety-officer",
                "T+01:00:00 to", "We begin", "Look out of the window.", "Stop the primary", "Plug it in again.", "NO DUFF",
                "each of 2 teams", "ENDEX", "T+0:10", "data-print", phone("pia"), phone("dana"));
        assertThat(sheet.split("Calls the other team", -1))
                .as("one line for what is repeated per team, and the condition of its hint").hasSize(3);
        assertThat(sheet).doesNotContain("Pull the plug.");
    }

    @Test
    void read_ownerAndCallTreeOffTheRoster_withNumberToo() {
        GameDay.as("wilma").contentType("application/json").body(Map.of("phone", "+49 30 23125 112"))
                .patch("/api/people/wilma").then().statusCode(200);
        GameDay day = GameDay.scheduled(DAY.replace("owner: dana", "owner: tess") + """
                callTrees:
                  - {key: on-call, root: {person: dana, calls: [{person: wim, alternates: [wilma]}]}}
                """);
        String sheet = FormClient.of("sol").browser().get("/exercises/" + day.id + "/sheet").asString();

        assertThat(sheet).contains("Others to reach", "owner of Stop the primary", "call tree on-call", phone("tess"),
                phone("wim"),
                phone("wilma"));
        assertThat(sheet.split("Dana Okafor</b></td>", -1)).as("who is on the roster stands there alone").hasSize(2);
    }

    private static String phone(String person) {
        return GameDay.as("dana").get("/api/people/" + person).then().statusCode(200).extract().path("phone");
    }

    @Test
    void print_onThePage_saysWhoHoldsIt() {
        GameDay day = GameDay.scheduled(DAY);
        String page = "/exercises/" + day.id + "/sheet";
        FormClient carl = FormClient.of("carl");
        carl.form().formParam("holder", "").post(page).then().statusCode(422).body(containsString("Say who holds the sheet"));
        carl.form().formParam("holder", "Sol, in the red folder").post(page).then().statusCode(303);
        carl.browser().get(page).then().statusCode(200).body(containsString("Sol, in the red folder"));
        day.post("pia", "/sheet", Map.of("holder", "pia")).statusCode(403);
        day.post("wilma", "/sheet", Map.of("holder", "wilma")).statusCode(404);
    }

    @Test
    void read_byOthersOrBeforeItIsScheduled_notThere() {
        GameDay day = GameDay.running(DAY);
        for (String person : new String[] { "pia", "olga", "wilma" }) {
            FormClient.of(person).browser().get("/exercises/" + day.id + "/sheet").then().statusCode(404);
        }
        String draft = GameDay.as("dana").contentType("application/json").body(Map.of("plan", day.plan)).post("/api/exercises")
                .then().statusCode(201).extract().path("id");
        FormClient dana = FormClient.of("dana");
        dana.browser().get("/exercises/" + draft + "/sheet").then().statusCode(404);
        GameDay.as("dana").contentType("application/json")
                .body(Map.of("startsAt", Instant.now().plusSeconds(90_000).toString()))
                .patch("/api/exercises/" + draft).then().statusCode(200);
        GameDay.as("dana").contentType("application/json").body(Map.of("to", "scheduled"))
                .post("/api/exercises/" + draft + "/transitions").then().statusCode(200);
        dana.browser().get("/exercises/" + draft + "/sheet").then().statusCode(200);
        assertThat(dana.browser().get("/exercises/" + draft).asString()).contains("/exercises/" + draft + "/sheet");
        assertThat(dana.browser().get("/exercises/" + day.id + "/control-room").asString())
                .contains("/exercises/" + day.id + "/sheet");
    }
}

package dev.blackstart.followup.triage;

import static dev.blackstart.followup.Followup.defect;
import static dev.blackstart.followup.Followup.finding;
import static dev.blackstart.followup.Followup.get;
import static dev.blackstart.followup.Followup.open;
import static dev.blackstart.followup.Followup.triage;
import static dev.blackstart.followup.Followup.unlike;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import dev.blackstart.followup.Followup;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;

/** What findings become, by whom, and what is told of it. */
@QuarkusTest
class TriageApiTest {

    @Test
    void triage_notedThenNewThenDismissed_eachToldOnceToControl() {
        GameDay day = Followup.running();
        String finding = finding(day, "pia", "The coffee was good.");
        triage("eve", finding, Map.of("state", "noted", "kind", "good-catch")).statusCode(200).body("state", is("noted"))
                .body("kind", is("good-catch"));
        triage("eve", finding, Map.of("state", "noted")).statusCode(200);
        triage("carl", finding, Map.of("state", "new")).statusCode(200).body("state", is("new"));
        triage("carl", finding, Map.of("state", "dismissed")).statusCode(422).body("field", is("reason"));
        triage("carl", finding, Map.of("state", "dismissed", "reason", "It is tea.")).statusCode(200)
                .body("reason", is("It is tea."));
        assertThat(JournalProbe.field(day, "finding-triaged", "state")).containsExactly("noted", "new", "dismissed");
        assertThat(JournalProbe.of(day, "finding-triaged"))
                .allSatisfy(entry -> assertThat(entry.audience).isEqualTo("control"));
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void triage_anything_whatWasLoggedStaysAndItsReadersLearnNothing() {
        GameDay day = Followup.running();
        Map<String, Object> sent = new HashMap<>(
                Map.of("id", UUID.randomUUID().toString(), "text", "Red.", "severity", "sev4"));
        day.post("pia", "/findings", sent).statusCode(201);
        triage("carl", (String) sent.get("id"), Map.of("state", "dismissed", "reason", "Secret reason", "severity", "sev1"))
                .statusCode(200).body("severity", is("sev1"));
        day.post("pia", "/findings", sent).statusCode(200).body("severity", is("sev4")).body("state", nullValue());
        assertThat(day.get("noel", "/findings").body("items[0].severity", is("sev4")).extract().asString())
                .doesNotContain("Secret reason", "dismissed");
    }

    @ParameterizedTest
    @ValueSource(strings = { "{}", "{\"state\":\"gone\"}", "{\"state\":\"confirmed\"}", "{\"kind\":\"root-cause\"}",
            "{\"severity\":\"sev9\"}", "{\"defect\":\"D-0000\"}", "{\"state\":\"noted\",\"defect\":\"D-0000\"}",
            "{\"state\":\"dismissed\",\"reason\":\" \"}" })
    void triage_senseless_refused(String body) {
        GameDay day = Followup.running();
        String finding = finding(day, "pia", "Red.");
        GameDay.as("carl").contentType(ContentType.JSON).body(body).patch("/api/findings/" + finding).then().statusCode(422);
        assertThat(JournalProbe.of(day, "finding-triaged")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({ "dana,200", "carl,200", "eve,200", "adam,200", "sol,403", "pia,403", "olga,403", "wilma,404" })
    void triage_whoMay(String person, int status) {
        GameDay day = Followup.running();
        String finding = finding(day, "pia", "Red.");
        triage(person, finding, Map.of("state", "noted")).statusCode(status);
        GameDay.as(person).contentType(ContentType.JSON).body("{\"state\": ").patch("/api/findings/" + finding).then()
                .statusCode(status == 200 ? 400 : status);
        triage(person, UUID.randomUUID().toString(), Map.of("state", "noted")).statusCode(404);
        RestAssured.given().contentType(ContentType.JSON).body(Map.of("state", "noted")).patch("/api/findings/" + finding)
                .then()
                .statusCode(401);
    }

    @Test
    void open_ofAFinding_defectWithItsDefaults() {
        GameDay day = Followup.running();
        String finding = day.post("carl", "/findings", Map.of("text", "Lag.", "drill", "cut", "severity", "sev2")).extract()
                .path("id");
        String title = unlike("Standby lags");
        String id = open("eve", title, finding).statusCode(201).body("reference", matchesPattern("D-[2-9A-Z]{4}"))
                .body("state", is("open")).body("severity", is("sev2")).body("exposedBy", is("injection"))
                .body("environment", is("staging")).body("systems.size()", is(1)).body("findings", is(List.of(finding)))
                .body("alarm", nullValue()).extract().path("id");
        day.get("carl", "/findings").body("items[0].state", is("confirmed")).body("items[0].defect", is(id));
        open("eve", title, finding).statusCode(409);
        get("carl", "/api/defects").body("items.id", hasItem(id));
        for (String type : List.of("defect-opened", "finding-triaged")) {
            assertThat(JournalProbe.of(day, type)).as(type).hasSize(1)
                    .allSatisfy(entry -> assertThat(entry.audience).isEqualTo("control"));
        }
    }

    @Test
    void open_withEverything_keptAsItWasSaid() {
        GameDay day = Followup.running();
        String earlier = defect(day, unlike("Earlier")).extract().path("reference");
        Map<String, Object> said = new HashMap<>(Map.of("findings", List.of(finding(day, "pia", "Lag.")), "title", "Lag",
                "text", "It lags.", "exposedBy", "discussion", "contributingFactors", List.of("One disk", "No alarm"),
                "systems", List.of("orders-db", "web"), "principle", "not-long", "severity", "sev3", "recurrenceOf", earlier));
        String id = Followup.post("carl", "/api/defects", said).statusCode(201).body("text", is("It lags."))
                .body("exposedBy", is("discussion")).body("contributingFactors", is(List.of("One disk", "No alarm")))
                .body("systems", is(List.of("orders-db", "web"))).body("principle", is("not-long"))
                .body("recurrenceOf.reference", is(earlier)).extract().path("id");
        GameDay.as("carl").contentType(ContentType.JSON).body(Map.of("contributingFactors", List.of("Two disks"))).patch(
                "/api/defects/" + id).then().statusCode(200).body("contributingFactors", is(List.of("Two disks")))
                .body("title", is("Lag")).body("systems", is(List.of("orders-db", "web")));
        said.put("rootCause", "Pete");
        Followup.post("carl", "/api/defects", said).statusCode(400);
    }

    @ParameterizedTest
    @CsvSource({ "sol,403", "pia,403", "wilma,422" })
    void open_byOthers_refusedAsIfItWereNotThere(String person, int status) {
        GameDay day = Followup.running();
        open(person, "Lag", finding(day, "pia", "Lag.")).statusCode(status);
        open(person, "Lag", UUID.randomUUID().toString()).statusCode(422).body("field", is("findings"));
        open(person, "Lag").statusCode(422);
    }

    @Test
    void merge_intoADefect_confirmedAndBackWithdrawsNothingElse() {
        GameDay day = Followup.running();
        var opened = defect(day, unlike("Lag")).extract();
        String second = finding(day, "noel", "Lag again.");
        triage("carl", second, Map.of("defect", opened.path("reference"))).statusCode(200).body("state", is("confirmed"))
                .body("defect", is(opened.<String> path("id")));
        get("carl", "/api/defects/" + opened.path("id")).body("findings.size()", is(2));
        triage("carl", second, Map.of("state", "noted")).statusCode(200).body("defect", nullValue());
        get("carl", "/api/defects/" + opened.path("id")).statusCode(200).body("findings.size()", is(1));
    }

    @Test
    void confirm_takenBack_bareDefectWithdrawn() {
        GameDay day = Followup.running();
        var opened = defect(day, unlike("Mistake")).extract();
        String finding = opened.path("findings[0]");
        triage("carl", finding, Map.of("state", "new")).statusCode(200).body("state", is("new"));
        get("carl", "/api/defects/" + opened.path("id")).statusCode(404);
        assertThat(JournalProbe.field(day, "defect-withdrawn", "defect")).containsExactly(opened.<String> path("reference"));
    }

    @Test
    void alarm_sameAgainWhileAnActionIsOpen_toldInJournalAndApi() {
        GameDay first = Followup.running();
        String title = unlike("Standby lags behind");
        var earlier = defect(first, title).extract();
        String action = Followup.act("carl", earlier.path("id"), "Alert on lag", "carl").statusCode(201).extract().path("id");
        GameDay second = Followup.running();
        String finding = finding(second, "pia", title);
        open("carl", title, finding).statusCode(201).body("alarm.action", is(action))
                .body("alarm.defect", is(earlier.<String> path("reference")));
        assertThat(JournalProbe.field(second, "recurrence-alarm", "action")).containsExactly(action);
        Followup.move("dana", action, "done").statusCode(200);
        GameDay third = Followup.running();
        open("carl", title, finding(third, "pia", "x")).statusCode(201).body("alarm", nullValue());
    }

    @Test
    void alarm_mergedFromALaterExercise_told() {
        GameDay first = Followup.running();
        var earlier = defect(first, unlike("Lag")).extract();
        Followup.act("carl", earlier.path("id"), "Alert on lag", "carl").statusCode(201);
        GameDay second = Followup.running();
        triage("carl", finding(second, "pia", "Lag."), Map.of("defect", earlier.path("reference"))).statusCode(200);
        assertThat(JournalProbe.of(second, "recurrence-alarm")).hasSize(1);
        get("carl", "/api/defects/" + earlier.path("id")).body("alarm.owner", is("carl"));
    }

    @Test
    void list_exerciseOfOthers_notInIt() {
        GameDay day = Followup.running();
        String id = defect(day, unlike("Lag")).extract().path("id");
        for (String person : List.of("pia", "olga", "wilma")) {
            get(person, "/api/defects").statusCode(200).body("items.id", not(hasItem(id)));
            get(person, "/api/defects/" + id).statusCode(404);
            get(person, "/api/defects?after=" + id).statusCode(422);
            Followup.act(person, id, "Alert on lag", "carl").statusCode(404);
        }
        Followup.act("sol", id, "Alert on lag", "carl").statusCode(403);
    }

    @Test
    void close_withOpenThings_refusedUntilEachIsAnswered() {
        GameDay day = Followup.running();
        String finding = finding(day, "pia", "Lag.");
        day.move("dana", "ended").statusCode(200);
        day.judged().move("dana", "closed").statusCode(409).body("checks.key", is(List.of("findings")));
        var opened = open("dana", unlike("Lag"), finding).statusCode(201).extract();
        day.move("dana", "closed").statusCode(409).body("checks.key", is(List.of("defects")))
                .body("checks[0].open[0]", is("Give " + opened.path("reference") + " an action, or accept its risk."));
        Followup.act("dana", opened.path("id"), "Alert on lag", "pia").statusCode(201);
        day.move("dana", "closed").statusCode(200);
    }
}

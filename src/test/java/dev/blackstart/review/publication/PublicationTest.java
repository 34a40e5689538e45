package dev.blackstart.review.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** What was signed is published as a copy for its audience. */
@QuarkusTest
class PublicationTest {

    private static final String DAY = """
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, subject: It begins, text: Play.}}
              - {key: secret, at: PT1H, task: {of: carl, text: A task nobody released.}}""";

    private static final Map<String, Object> FIELDS = fields();

    private static Map<String, Object> fields() {
        Map<String, Object> fields = new HashMap<>(Map.of("timeToDetect", "PT2M", "timeToRecover", "PT10M", "faultOrigin",
                "configuration", "resolution", "failover", "detectedBy", "alert", "impact", "None."));
        fields.put("security", Map.of("notApplicable", "Nothing was opened."));
        return fields;
    }

    private static void put(GameDay day, Map<String, ?> body) {
        GameDay.as("dana").contentType(ContentType.JSON).body(body).put("/api/exercises/" + day.id + "/report").then()
                .statusCode(200);
    }

    private static GameDay signed() {
        GameDay day = GameDay.running(DAY);
        day.awaitItem("open", "released");
        day.post("carl", "/notes", Map.of("text", "Control's own thought.")).statusCode(201);
        day.post("pia", "/findings", Map.of("id", UUID.randomUUID().toString(), "text", "The standby lags.")).statusCode(201);
        day.move("dana", "ended").statusCode(200);
        day.post("pia", "/hot-wash", Map.of("wentWell", "Coffee was hot.")).statusCode(201);
        put(day, Map.of("sections", Map.of("summary", "We **learned**."), "fields", FIELDS));
        day.post("dana", "/report/transitions", Map.of("to", "in-review")).statusCode(200);
        day.post("eve", "/report/transitions", Map.of("to", "signed-off")).statusCode(200).body("state",
                equalTo("signed-off"));
        return day;
    }

    private static ValidatableResponse publish(GameDay day, String person, String audience) {
        return day.post(person, "/report/transitions", Map.of("to", "published", "audience", audience));
    }

    @Test
    void publish_missingField_refusedByName() {
        GameDay day = GameDay.running(DAY);
        day.move("dana", "ended").statusCode(200);
        day.post("dana", "/report/transitions", Map.of("to", "in-review")).statusCode(200);
        day.post("eve", "/report/transitions", Map.of("to", "signed-off")).statusCode(200);
        publish(day, "dana", "roster").statusCode(409).body("missing", hasItem("security"));
        publish(day, "dana", "friends").statusCode(422).body("field", equalTo("audience"));
        publish(day, "eve", "roster").statusCode(403);
    }

    @Test
    void published_toTheRoster_readAsACopyWithoutWhatIsControls() {
        GameDay day = signed();
        day.get("pia", "/report").statusCode(404);
        PageClient.as("pia").get("/exercises/" + day.id + "/report").statusCode(404);
        PageClient.as("pia").get("/exercises/" + day.id + "/me").body(not(containsString("Read the report")));
        publish(day, "dana", "roster").statusCode(200).body("state", equalTo("published")).body("warnings", empty());
        PageClient.as("pia").get("/exercises/" + day.id + "/me").body(containsString("Read the report"));
        day.post("dana", "/transitions", Map.of("to", "closed")).statusCode(409).body("checks.key",
                equalTo(List.of("findings")));
        publish(day, "dana", "roster").statusCode(200);
        publish(day, "dana", "organisation").statusCode(409);
        String json = day.get("pia", "/report").statusCode(200).body("sections.summary", equalTo("We **learned**."))
                .body("state", equalTo("published")).body("journal", nullValue()).body("notes", empty())
                .body("findings[0].text", equalTo("The standby lags.")).body("hotWash.answers[0].by", equalTo("pia"))
                .body("signatures.person", equalTo(List.of("eve"))).extract().asString();
        assertThat(json).doesNotContain("Control's own thought", "\"hash\"", "\"href\"");
        PageClient.as("pia").get("/exercises/" + day.id + "/report").statusCode(200)
                .body(containsString("<strong>learned</strong>")).body(containsString("The standby lags."))
                .body(not(containsString("own thought"))).body(not(containsString("/report/edit")))
                .body(not(containsString("Hash of the newest")));
        PageClient.as("pia").get("/exercises/" + day.id + "/report.json").statusCode(200)
                .body("sections.summary", equalTo("We **learned**."));
        GameDay.as("pia").accept("text/markdown").get("/api/exercises/" + day.id + "/report").then().statusCode(200)
                .body(containsString("We **learned**.")).body(not(containsString("own thought")));
        assertThat(GameDay.as("pia").accept("application/pdf").get("/api/exercises/" + day.id + "/report").then()
                .statusCode(200).extract().asByteArray()).startsWith("%PDF".getBytes());
        day.get("wilma", "/report").statusCode(404);
        GameDay.as("pia").get("/api/outbox").then().statusCode(200).body(containsString("Report published"));
    }

    @Test
    void published_laterTriageAndEdits_doNotChangeTheCopy() {
        GameDay day = signed();
        publish(day, "dana", "roster").statusCode(200);
        String before = day.get("pia", "/report").extract().asString();
        String finding = day.get("dana", "/findings").extract().path("items[0].id");
        GameDay.as("eve").contentType(ContentType.JSON).body(Map.of("state", "dismissed", "reason", "Known."))
                .patch("/api/findings/" + finding).then().statusCode(200);
        put(day, Map.of("sections", Map.of("summary", "Changed later.")));
        assertThat(day.get("pia", "/report").extract().asString()).isEqualTo(before);
        day.get("dana", "/report").body("state", equalTo("in-review")).body("sections.summary", equalTo("Changed later."));
        day.post("eve", "/report/transitions", Map.of("to", "signed-off")).statusCode(200);
        publish(day, "dana", "organisation").statusCode(200);
        day.get("pia", "/report").body("sections.summary", equalTo("Changed later."));
    }

    @Test
    void published_toTheOrganisation_readByAnybodySignedIn_withoutTheHotWash() {
        GameDay day = signed();
        publish(day, "dana", "organisation").statusCode(200);
        day.get("wilma", "/report").statusCode(200).body("sections.summary", equalTo("We **learned**."))
                .body("hotWash.answers", empty());
        PageClient.as("wilma").get("/exercises/" + day.id + "/report").statusCode(200)
                .body(not(containsString("Coffee was hot")));
        day.get("wilma", "").statusCode(404);
        day.get("wilma", "/report/revisions").statusCode(404);
    }

    @Test
    void publish_otherExerciseOfThePlanToCome_warned() {
        GameDay day = signed();
        GameDay.ofPlan(day.plan);
        publish(day, "dana", "roster").statusCode(200).body("warnings.size()", is(1))
                .body("warnings[0]", containsString("is still to come"));
    }

    @Test
    void publicVersion_chosenSections_namesBecomeRoles_readByAnybody() {
        GameDay day = signed();
        put(day, Map.of("sections", Map.of("summary", "Pia Rossi and carl asked Acme. Piano stays.", "impact", "Hidden.")));
        Map<String, Object> choice = Map.of("title", "A lesson", "sections", List.of("summary", "fields"), "replace",
                Map.of("Acme", "a vendor"));
        String path = "/api/exercises/" + day.id + "/report/public";
        var as = GameDay.as("dana").contentType(ContentType.JSON);
        as.body(choice).put(path).then().statusCode(409);
        day.post("eve", "/report/transitions", Map.of("to", "signed-off")).statusCode(200);
        publish(day, "dana", "roster").statusCode(200);
        day.get("wilma", "/report/public").statusCode(404);
        GameDay.as("pia").contentType(ContentType.JSON).body(choice).put(path).then().statusCode(403);
        GameDay.as("wilma").contentType(ContentType.JSON).body(choice).put(path).then().statusCode(404);
        GameDay.as("dana").contentType(ContentType.JSON).body(choice).put(path).then().statusCode(200);
        day.get("wilma", "/report/public").statusCode(200).body("title", equalTo("A lesson"))
                .body("markdown", containsString("the player and the controller asked a vendor. Piano stays."))
                .body("markdown", containsString("- Detected by: alert")).body("markdown", not(containsString("Hidden.")));
        PageClient.as("wilma").get("/exercises/" + day.id + "/report/public").statusCode(200).body(containsString("a vendor"));
        GameDay.as("dana").contentType(ContentType.JSON).body(Map.of("title", "A lesson", "sections", List.of("people")))
                .put(path).then().statusCode(422).body("field", equalTo("sections"));
    }
}

package dev.blackstart.review.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** A report is written section by section, by several people, after ENDEX. */
@QuarkusTest
class ReportDocumentTest {

    private static final String DAY = "timeline: [{key: later, at: PT1H, task: {of: carl, text: Look.}}]";

    private static GameDay ended() {
        GameDay day = GameDay.running(DAY);
        day.move("dana", "ended").statusCode(200);
        return day;
    }

    private static ValidatableResponse put(GameDay day, String person, String match, Map<String, ?> body) {
        var request = GameDay.as(person).contentType(ContentType.JSON).body(body);
        return (match == null ? request : request.header("If-Match", match)).put("/api/exercises/" + day.id + "/report").then();
    }

    private static Map<String, Object> sections(String key, String text) {
        Map<String, Object> sections = new HashMap<>();
        sections.put(key, text);
        return Map.of("sections", sections);
    }

    @Test
    void change_absentKeysKept_nullRemoves_eachARevision() {
        GameDay day = ended();
        day.get("dana", "/report").header("ETag", "\"0\"").body("state", equalTo("draft")).body("revision", is(0))
                .body("exercise.id", equalTo(day.id));
        put(day, "dana", "\"0\"", sections("summary", "We lost **one** node.")).statusCode(200).header("ETag", "\"1\"");
        put(day, "carl", "\"1\"", sections("impact", "None.")).statusCode(200)
                .body("sections.summary", equalTo("We lost **one** node.")).body("sections.impact", equalTo("None."))
                .body("editedBy", equalTo("carl"));
        put(day, "carl", "\"2\"", sections("impact", null)).statusCode(200).body("sections.impact", nullValue());
        put(day, "carl", "\"3\"", sections("impact", " ")).statusCode(200).header("ETag", "\"3\"");
        day.get("dana", "/report/revisions").body("items.number", equalTo(List.of(3, 2, 1)))
                .body("items.author", equalTo(List.of("carl", "carl", "dana")));
        day.get("dana", "/report/revisions/2").body("sections.impact", equalTo("None.")).body("number", is(2));
        day.get("dana", "/report/revisions/9").statusCode(404);
        assertThat(JournalProbe.field(day, "report-edited", "revision")).containsExactly("1", "2", "3");
    }

    @Test
    void change_ofAnOldRevision_refused_andNothingIsLost() {
        GameDay day = ended();
        put(day, "dana", "\"0\"", sections("summary", "First.")).statusCode(200);
        put(day, "carl", "\"0\"", sections("summary", "Second.")).statusCode(412).body("revision", is(1));
        put(day, "carl", "\"nonsense\"", sections("summary", "Second.")).statusCode(412);
        put(day, "carl", "W/\"1\"", sections("summary", "Second.")).statusCode(200);
        day.get("dana", "/report/revisions/1").body("sections.summary", equalTo("First."));
    }

    @Test
    void fields_valuesReasonsAndWords_checkedByName() {
        GameDay day = ended();
        put(day, "dana", null, Map.of("fields", Map.of("timeToDetect", "PT1M52S", "faultOrigin", "configuration", "security",
                Map.of("notApplicable", "No access was touched.")))).statusCode(200)
                .body("fields.timeToDetect", equalTo("PT1M52S"))
                .body("fields.security.notApplicable", equalTo("No access was touched."))
                .body("missing", equalTo(List.of("timeToRecover", "resolution", "detectedBy", "impact")));
        put(day, "dana", null, Map.of("fields", Map.of("faultOrigin", "gremlins"))).statusCode(422)
                .body("field", equalTo("faultOrigin"));
        put(day, "dana", null, Map.of("fields", Map.of("timeToRecover", "soon"))).statusCode(422)
                .body("field", equalTo("timeToRecover"));
        put(day, "dana", null, Map.of("fields", Map.of("impact", Map.of("notApplicable", " ")))).statusCode(422)
                .body("field", equalTo("impact"));
        put(day, "dana", null, Map.of("fields", Map.of("impact", 7))).statusCode(422).body("field", equalTo("impact"));
        put(day, "dana", null, Map.of("fields", Map.of("mood", "good"))).statusCode(422);
        put(day, "dana", null, sections("no key", "x")).statusCode(422);
    }

    @Test
    void fields_ofDrills_prefilledFromTheRecord() {
        GameDay day = GameDay.running("""
                drills: [{key: kill, title: Kill it, kind: custom, owner: dana, targets: [orders-db], maxDuration: PT20M,
                  hypothesis: It works., fault: {driver: manual, instruction: Pull.},
                  revert: {driver: manual, instruction: Push.}}]
                timeline: [{key: fault, at: PT0M, drill: kill}]""");
        day.awaitItem("fault", "released");
        day.post("carl", "/drills/kill/transitions", Map.of("to", "injected")).statusCode(200);
        day.post("carl", "/drills/kill/marks", Map.of("clock", "detected")).statusCode(201);
        day.post("carl", "/drills/kill/marks", Map.of("clock", "recovered", "path", "failover")).statusCode(201);
        day.post("eve", "/drills/kill/impact", Map.of("customers", 12)).statusCode(200);
        day.move("dana", "ended").statusCode(200);
        day.get("dana", "/report").body("fields.resolution", equalTo("failover"))
                .body("fields.detectedBy", equalTo("internal")).body("fields.impact", equalTo("12 customers affected"))
                .body("fields.timeToRecover", containsString("PT"))
                .body("prefilled", hasItems("timeToDetect", "timeToRecover", "resolution", "detectedBy", "impact"))
                .body("missing", equalTo(List.of("faultOrigin", "security")));
    }

    @Test
    void change_beforeEndexOrByOthers_refused() {
        GameDay day = GameDay.running(DAY);
        put(day, "dana", null, sections("summary", "Early.")).statusCode(409);
        put(day, "pia", null, sections("summary", "Mine.")).statusCode(403);
        put(day, "wilma", null, sections("summary", "Mine.")).statusCode(404);
        day.move("dana", "ended").statusCode(200);
        day.get("pia", "/report").statusCode(404);
        day.get("pia", "/report/revisions").statusCode(404);
        GameDay rehearsal = GameDay.rehearsing(DAY, 1);
        rehearsal.move("dana", "ended").statusCode(200);
        put(rehearsal, "dana", null, sections("summary", "Dry.")).statusCode(409);
    }

    @Test
    void change_400KilobytesAndHtml_takenAndMadeHarmless_moreRefused() {
        GameDay day = ended();
        String hostile = "# Head\n\n<script>alert(1)</script>\n\n![p](http://evil.example/x.png)\n\n[a](javascript:alert(1))\n";
        put(day, "dana", null, sections("summary", hostile + "x".repeat(399_000))).statusCode(200);
        PageClient.as("dana").get("/exercises/" + day.id + "/report").statusCode(200)
                .body(not(containsString("<script>alert"))).body(not(containsString("<img src=\"http")))
                .body(not(containsString("href=\"javascript")));
        GameDay.as("dana").accept("text/markdown").get("/api/exercises/" + day.id + "/report").then().statusCode(200)
                .body(containsString("\\<script>")).body(not(containsString("\n![p]")));
        put(day, "dana", null, sections("summary", "x".repeat(410_000))).statusCode(422);
        put(day, "dana", null, sections("summary", "line\n".repeat(10_001))).statusCode(422);
        put(day, "dana", null, sections("summary", "line\n".repeat(10_000))).statusCode(200);
    }

    @Test
    void move_intoReviewAndBackWithAReason_editReturnsToReview() {
        GameDay day = ended();
        put(day, "dana", null, sections("summary", "Text.")).statusCode(200);
        day.post("carl", "/report/transitions", Map.of("to", "in-review")).statusCode(200).body("state", equalTo("in-review"));
        day.post("carl", "/report/transitions", Map.of("to", "in-review")).statusCode(200);
        day.post("carl", "/report/transitions", Map.of("to", "draft")).statusCode(422).body("field", equalTo("reason"));
        day.post("dana", "/report/transitions", Map.of("to", "published")).statusCode(409)
                .body("allowed", hasItem("signed-off"));
        day.post("carl", "/report/transitions", Map.of("to", "nowhere")).statusCode(422);
        day.post("carl", "/report/transitions", Map.of("to", "draft", "reason", "Too early.")).statusCode(200)
                .body("state", equalTo("draft"));
        assertThat(JournalProbe.field(day, "report-moved", "to")).containsExactly("in-review", "draft");
    }

    @Test
    void page_twoEditorsOfOneSection_secondSeesBothTexts_ofTwoSectionsNothing() {
        GameDay day = ended();
        String page = "/exercises/" + day.id + "/report/sections/summary";
        PageClient dana = PageClient.as("dana");
        FormClient.of("carl").form().formParam("text", "Carl's text").formParam("base", "0").formParam("to", "saved").post(page)
                .then().statusCode(303);
        dana.post(page, Map.of("text", "Dana's text", "base", "0", "to", "saved")).statusCode(409)
                .body(containsString("Carl&#39;s text")).body(containsString("Dana&#39;s text"))
                .body(containsString("name=\"base\" value=\"1\""));
        dana.post("/exercises/" + day.id + "/report/sections/impact", Map.of("text", "None.", "base", "0", "to", "saved"))
                .statusCode(303);
        dana.post(page, Map.of("text", "Both texts", "base", "2", "to", "saved")).statusCode(303);
        day.get("eve", "/report").body("sections.summary", equalTo("Both texts")).body("sections.impact", equalTo("None."));
        dana.get("/exercises/" + day.id + "/report/revisions/3").statusCode(200).body(containsString("- Carl&#39;s text"))
                .body(containsString("+ Both texts"));
    }

    @Test
    void page_preview_showsAndStoresNothing_fieldsKeepWhatWasTyped() {
        GameDay day = ended();
        PageClient dana = PageClient.as("dana");
        dana.post("/exercises/" + day.id + "/report/sections/summary", Map.of("text", "We **saw** it.", "base", "0", "to",
                "preview")).statusCode(200).body(containsString("<strong>saw</strong>")).body(containsString("We **saw** it."))
                .body(containsString("data-language=\"text\""));
        day.get("dana", "/report").body("revision", is(0));
        dana.post("/exercises/" + day.id + "/report/fields", Map.of("base", "0", "timeToDetect", "soon", "impact", "Typed."))
                .statusCode(422).body(containsString("Typed.")).body(containsString("is a duration"));
        dana.post("/exercises/" + day.id + "/report/fields", Map.of("base", "0", "timeToDetect", "PT2M", "impact-not",
                "Nobody was there.")).statusCode(303);
        dana.get("/exercises/" + day.id + "/report").statusCode(200).body(containsString("2 m 00 s"))
                .body(containsString("Not applicable: Nobody was there."));
    }
}

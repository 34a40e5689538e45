package dev.blackstart.followup;

import static dev.blackstart.followup.Followup.finding;
import static dev.blackstart.followup.Followup.get;
import static dev.blackstart.followup.Followup.open;
import static dev.blackstart.followup.Followup.post;
import static dev.blackstart.followup.Followup.triage;
import static dev.blackstart.followup.Followup.unlike;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** What was found while preparing becomes something that findings and defects point to, for those who may know of it. */
@QuarkusTest
class SinglePointTest {

    private String last;

    private static final String ITEMS = """
            preparation: [{key: points, team: storage, kind: single-point-of-failure, title: Name what fails over, due: -P7D}]
            """;

    @Test
    void defect_ofAPointAlone_openedBeforeTheStart() {
        GameDay day = GameDay.scheduled(ITEMS + plain());
        String point = point(day, "pia", "Only pete knows", "Orders DB");
        var defect = ofPoint("carl", point, unlike("Only pete knows")).statusCode(201).body("exposedBy", is("preparation"))
                .body("exercise", is(day.id)).body("environment", is("staging")).body("severity", nullValue())
                .body("systems", contains("orders-db")).body("findings", empty())
                .body("singlePoint.reference", is(point)).body("singlePoint.title", is("Only pete knows")).extract();
        assertThat(JournalProbe.field(day, "defect-opened", "singlePoint")).containsExactly(point);
        assertThat(JournalProbe.of(day, "defect-opened")).allMatch(entry -> entry.audience.equals("control"));
        ofPoint("dana", point, "Again").statusCode(409).body("detail", containsString(point));
        String id = defect.path("id");
        change("carl", id, Map.of("singlePoint", "")).statusCode(422).body("field", is("singlePoint"));
        for (String person : List.of("pia", "tess", "wilma")) {
            get(person, "/api/defects/" + id).statusCode(404);
            get(person, "/api/defects").body("items.id", not(hasItem(id)));
        }
        mentions("carl").body("mentions.kind", contains("defect")).body("mentions.id", contains(id))
                .body("mentions.state", contains("open"));
        mentions("pia").body("mentions", empty());
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void defect_ofAPoint_byWhoMayAlone() {
        GameDay day = GameDay.scheduled(ITEMS + plain());
        String point = point(day, "pia", "One switch", null);
        for (String finder : List.of("pia", "tess", "sol")) {
            ofPoint(finder, point, "x").statusCode(403);
        }
        for (String stranger : List.of("noel", "wilma", "olga")) {
            String hidden = ofPoint(stranger, point, "x").statusCode(422).extract().asString();
            assertThat(hidden).isEqualTo(ofPoint(stranger, "S-0000", "x").statusCode(422).extract().asString());
        }
        ofPoint("carl", point, " ").statusCode(422).body("field", is("title"));
        ofPoint("carl", "no such thing", "x").statusCode(422).body("field", is("singlePoint"));
        post("carl", "/api/defects", Map.of("title", "x", "singlePoint", " ")).statusCode(422).body("field", is("findings"));
        GameDay.as("carl").contentType(ContentType.JSON).body(Map.of("title", "x")).post("/api/defects").then()
                .statusCode(422).body("field", is("findings"));
        assertThat(JournalProbe.of(day, "defect-opened")).isEmpty();
        ofPoint("eve", point.toLowerCase(), unlike("One switch")).statusCode(201).body("systems", empty());
    }

    @Test
    void finding_naming_shownToThoseWhoMaySeeThePoint() {
        GameDay day = running();
        String point = point(day, "pia", "Only pete knows", null);
        Map<String, Object> sent = Map.of("id", UUID.randomUUID().toString(), "text", "pete was away.", "singlePoint",
                point);
        day.post("pia", "/findings", sent).statusCode(201).body("singlePoint.reference", is(point));
        day.post("pia", "/findings", sent).statusCode(200);
        day.post("pia", "/findings", Map.of("id", sent.get("id"), "text", "pete was away.")).statusCode(409);
        for (String reader : List.of("pia", "pete", "dana", "eve")) {
            day.get(reader, "/findings").body("items[0].singlePoint.reference", is(point));
        }
        for (String reader : List.of("noel", "olga")) {
            day.get(reader, "/findings").body("items[0].text", is("pete was away.")).body("items[0].singlePoint", nullValue());
        }
        assertThat(JournalProbe.facts(day, "finding-logged")).noneMatch(facts -> facts.toString().contains(point));
        assertThat(JournalProbe.field(day, "finding-linked", "singlePoint")).containsExactly(point);
        assertThat(JournalProbe.of(day, "finding-linked")).allMatch(entry -> entry.audience.equals("control"));
        String hidden = day.post("noel", "/findings", Map.of("text", "x", "singlePoint", point)).statusCode(422)
                .body("field", is("singlePoint")).extract().asString();
        assertThat(day.post("noel", "/findings", Map.of("text", "x", "singlePoint", "S-0000")).extract().asString())
                .isEqualTo(hidden);
        mentions("pete").body("mentions.kind", contains("finding")).body("mentions.state", contains((String) null));
        mentions("carl").body("mentions.state", contains("new"));
    }

    @Test
    void finding_anonymous_namesNobody() {
        GameDay day = running();
        String point = point(day, "pia", "Only pete knows", null);
        day.post("pia", "/findings", Map.of("text", "pete was away.", "singlePoint", point, "anonymous", true)).statusCode(201)
                .body("author", is("anonymous"));
        assertThat(JournalProbe.of(day, "finding-linked")).singleElement().satisfies(entry -> {
            assertThat(entry.actor).isEqualTo("anonymous");
            assertThat(entry.data().toString()).doesNotContain("pia");
        });
        mentions("carl").body("mentions.toString()", not(containsString("pia")));
    }

    @Test
    void triage_setsAndTakesBackThePoint_whatWasLoggedStays() {
        GameDay day = running();
        String logged = point(day, "pia", "Only pete knows", null);
        String judged = point(day, "tess", "One switch", null);
        String finding = day.post("pia", "/findings", Map.of("text", "Away.", "singlePoint", logged)).extract().path("id");
        triage("carl", finding, Map.of("singlePoint", judged)).statusCode(200).body("singlePoint.reference", is(judged))
                .body("state", is("new"));
        triage("carl", finding, Map.of("singlePoint", judged)).statusCode(200);
        day.get("pia", "/findings").body("items[0].singlePoint.reference", is(logged));
        triage("sol", finding, Map.of("singlePoint", judged)).statusCode(403);
        triage("carl", finding, Map.of("singlePoint", "S-0000")).statusCode(422).body("field", is("singlePoint"));
        triage("carl", finding, Map.of("singlePoint", "")).statusCode(200).body("singlePoint.reference", is(logged));
        assertThat(JournalProbe.field(day, "finding-triaged", "singlePoint")).containsExactly(judged, logged);
    }

    @Test
    void defect_ofAFinding_takesItsPointOverAndLetsItGo() {
        GameDay day = running();
        String point = point(day, "pia", "Only pete knows", null);
        String finding = day.post("pia", "/findings", Map.of("text", "Away.", "singlePoint", point)).extract().path("id");
        String defect = open("carl", unlike("Only pete knows"), finding).statusCode(201)
                .body("singlePoint.reference", is(point)).body("exposedBy", is("injection")).extract().path("id");
        change("carl", defect, Map.of("title", "Said better")).statusCode(200).body("singlePoint.reference", is(point));
        change("carl", defect, Map.of("singlePoint", "S-0000")).statusCode(422).body("field", is("singlePoint"));
        change("carl", defect, Map.of("singlePoint", "")).statusCode(200).body("singlePoint", nullValue());
        change("carl", defect, Map.of("singlePoint", point)).statusCode(200).body("singlePoint.reference", is(point));
        triage("carl", finding, Map.of("state", "new")).statusCode(200);
        get("carl", "/api/defects/" + defect).statusCode(404);
    }

    @Test
    void alarm_samePointAgainWhileAnActionIsOpen_toldAndSuggestedFirst() {
        GameDay first = GameDay.scheduled(ITEMS + plain());
        String point = point(first, "pia", "Only pete knows", null);
        String earlier = ofPoint("carl", point, unlike("Only pete knows")).extract().path("id");
        String action = Followup.act("carl", earlier, "A second key holder", "carl").statusCode(201).extract().path("id");
        GameDay second = GameDay.running(plain());
        String finding = finding(second, "noel", unlike("Nobody could open it"));
        triage("carl", finding, Map.of("singlePoint", point)).statusCode(200);
        PageClient.as("carl").get("/findings?finding=" + finding).body(containsString("the same single point of failure"));
        open("carl", unlike("Nobody could open it"), finding).statusCode(201).body("alarm.action", is(action));
    }

    @Test
    void point_ofAnotherExercise_staysHiddenFromThoseOfThisOne() {
        GameDay first = GameDay.scheduled(ITEMS + plain());
        String point = point(first, "pia", "Only pete knows", null);
        GameDay second = GameDay.running(plain());
        String finding = finding(second, "noel", "It was pete again.");
        triage("carl", finding, Map.of("singlePoint", point)).statusCode(200).body("singlePoint.reference", is(point));
        assertThat(JournalProbe.facts(second, "finding-triaged")).noneMatch(facts -> facts.toString().contains(point));
        second.get("noel", "/findings").body("items[0].singlePoint", nullValue());
        mentions("pia").body("mentions", empty());
        mentions("carl").body("mentions.id", contains(finding));
    }

    @Test
    void pages_fromThePointToTheDefectAndBack() {
        GameDay day = GameDay.scheduled(ITEMS + plain());
        String point = point(day, "pia", "Only pete knows", "Orders DB");
        String page = "/single-points/" + id(point);
        PageClient pia = PageClient.as("pia");
        pia.get(page).statusCode(200).body(containsString("None that you may see"), not(containsString("Open a defect")));
        pia.get("/defects/new?singlePoint=" + point).statusCode(403);
        pia.post("/defects", Map.of("singlePoint", point, "title", "x")).statusCode(403);
        PageClient.as("noel").get("/defects/new?singlePoint=" + point).statusCode(404);
        PageClient.as("noel").post("/defects", Map.of("singlePoint", point, "title", "x")).statusCode(404);
        PageClient carl = PageClient.as("carl");
        carl.get("/defects/new").statusCode(404);
        carl.get(page).body(containsString("/defects/new?singlePoint=" + point));
        carl.get("/defects/new?singlePoint=" + point).statusCode(200).body(containsString("value=\"Only pete knows\""),
                containsString("value=\"orders-db\""));
        carl.post("/defects", Map.of("singlePoint", point, "title", "x".repeat(201), "factors", "Kept factor")).statusCode(422)
                .body(containsString("f-title-error"), containsString("Kept factor"));
        String title = unlike("Only pete knows");
        String defect = carl.post("/defects", Map.of("singlePoint", point, "title", title, "systems", "orders-db", "severity",
                "sev3", "principle", "", "text", "", "factors", "", "recurrenceOf", "")).statusCode(303).extract()
                .header("Location");
        carl.get(defect.substring(defect.indexOf("/defects"))).statusCode(200).body(containsString(title),
                containsString("found while preparing"), containsString(page));
        carl.get(page).body(containsString(title), not(containsString("/defects/new")));
        pia.get(page).body(not(containsString(title)));
    }

    @Test
    void board_showsThePointAndLetsItBeSet() {
        GameDay day = running();
        String point = point(day, "pia", "Only pete knows", null);
        String finding = finding(day, "pia", "Away.");
        PageClient carl = PageClient.as("carl");
        String board = "/findings?finding=" + finding;
        carl.get(board).body(containsString("<option value=\"" + point + "\">"), not(containsString("Single point</dt>")));
        carl.post("/findings/" + finding + "/triage", Map.of("state", "new", "reason", "", "kind", "", "severity", "",
                "singlePoint", "S-0000")).statusCode(422).body(containsString("There is no such single point"),
                        containsString("value=\"S-0000\""));
        carl.post("/findings/" + finding + "/triage", Map.of("state", "new", "reason", "", "kind", "", "severity", "",
                "singlePoint", point)).statusCode(303);
        carl.get(board).body(containsString("/single-points/" + id(point)));
        carl.post("/findings/" + finding + "/defect", Map.of("title", unlike("Away"), "singlePoint", point)).statusCode(303);
        mentions("carl").body("mentions.kind", contains("defect", "finding"));
    }

    private static GameDay running() {
        GameDay day = GameDay.scheduled(ITEMS + plain());
        day.move("dana", "running").statusCode(200);
        return day;
    }

    private static String plain() {
        return "timeline: [{key: one, at: PT1H, task: {of: carl, text: Look.}}]\n";
    }

    private String point(GameDay day, String by, String title, String system) {
        String item = day.get("dana", "/preparation").extract().path("items[0].id");
        Map<String, String> found = system == null ? Map.of("title", title) : Map.of("title", title, "system", system);
        last = post(by, "/api/preparation/" + item + "/single-points", found).statusCode(201).extract().path("id");
        return get(by, "/api/single-points/" + last).statusCode(200).extract().path("reference");
    }

    private static String id(String reference) {
        return get("dana", "/api/single-points").extract().path("items.find { it.reference == '" + reference + "' }.id");
    }

    /** Of the point that was found last. */
    private ValidatableResponse mentions(String person) {
        return get(person, "/api/single-points/" + last).statusCode(200);
    }

    private static ValidatableResponse ofPoint(String by, String point, String title) {
        return post(by, "/api/defects", Map.of("singlePoint", point, "title", title));
    }

    private static ValidatableResponse change(String by, String defect, Map<String, ?> change) {
        return GameDay.as(by).contentType(ContentType.JSON).body(change).patch("/api/defects/" + defect).then();
    }
}

package dev.blackstart.followup;

import static dev.blackstart.followup.Followup.act;
import static dev.blackstart.followup.Followup.defect;
import static dev.blackstart.followup.Followup.finding;
import static dev.blackstart.followup.Followup.unlike;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** The pages of follow-up, as a browser without scripts uses them. */
@QuarkusTest
class FollowupPagesTest {

    private final Map<String, Map<String, String>> signedIn = new HashMap<>();

    @Test
    void board_filteredByExercise_showsItsFindingsAndItsKeys() {
        GameDay day = Followup.running();
        String text = unlike("The standby lags");
        finding(day, "pia", text);
        page("carl", "/findings?exercise=" + day.id).statusCode(200)
                .body(allOf(containsString(text), containsString("still live"),
                        containsString("data-key=\"c\""), containsString("data-key=\"m\""), containsString("data-key=\"t\""),
                        containsString("data-key=\"d\"")));
        page("carl", "/findings?exercise=" + day.id + "&state=noted").statusCode(200).body(not(containsString(text)));
        page("carl", "/findings?state=lost").statusCode(422);
        for (String person : new String[] { "pia", "wilma" }) {
            page(person, "/findings?exercise=" + day.id + "&state=all").statusCode(200).body(not(containsString(text)),
                    not(containsString("Hidden name")));
        }
    }

    @ParameterizedTest
    @CsvSource({ "pia,404,403", "wilma,404,404", "sol,200,403" })
    void board_oneFindingAsked_onlyForControl(String person, int status, int triaged) {
        GameDay day = Followup.running();
        String finding = finding(day, "pia", "Lag.");
        page(person, "/findings?finding=" + finding).statusCode(status);
        page(person, "/findings?finding=" + UUID.randomUUID()).statusCode(404);
        form(person, "/findings/" + finding + "/triage", "state", "noted").statusCode(triaged);
    }

    @Test
    void board_notedByForm_goesOnWithTheNext() {
        GameDay day = Followup.running();
        String older = finding(day, "pia", "Older.");
        String newer = finding(day, "pia", "Newer.");
        form("carl", "/findings/" + newer + "/triage", "state", "noted", "in-exercise", day.id).statusCode(303).header(
                "Location",
                endsWith("/findings?exercise=" + day.id + "&state=new&finding=" + older));
        form("carl", "/findings/" + older + "/triage", "state", "dismissed", "reason", " ", "in-exercise", day.id)
                .statusCode(422).body(containsString("Say why it is dismissed"));
        form("carl", "/findings/" + older + "/triage", "state", "dismissed", "reason", "A test.", "in-exercise", day.id)
                .statusCode(303);
        assertThat(JournalProbe.field(day, "finding-triaged", "state")).containsExactly("noted", "dismissed");
    }

    @Test
    void board_confirmedWithMistakes_keepsWhatWasTyped() {
        GameDay day = Followup.running();
        String finding = finding(day, "pia", "Lag.");
        form("carl", "/findings/" + finding + "/defect", "title", "A typed title", "recurrenceOf", "D-0000").statusCode(422)
                .body(containsString("A typed title"), containsString("There is no such defect"));
        form("carl", "/findings/" + finding + "/defect", "title", "A typed title", "factors", "One\r\nTwo", "systems", "a, b",
                "severity", "", "principle", "", "exposedBy", "").statusCode(303)
                .header("Location", containsString("/defects/"));
    }

    @Test
    void defect_page_chainFromFindingToRetest() {
        GameDay day = Followup.running();
        String title = unlike("Lag");
        String id = defect(day, title).extract().path("id");
        act("carl", id, "Alert on lag", "carl").statusCode(201);
        page("carl", "/defects/" + id).statusCode(200).body(containsString(title), containsString("Alert on lag"),
                containsString("retests: [D-"), containsString("class=\"chain\""));
        page("carl", "/defects").statusCode(200).body(containsString(title));
        page("pia", "/defects/" + id).statusCode(404);
        page("pia", "/defects").statusCode(200).body(not(containsString(title)));
        form("carl", "/defects/" + id + "/actions", "title", "Be more careful", "owner", "carl").statusCode(422)
                .body(containsString("is an intention"), containsString("Keep it as it is"), containsString("Be more careful"));
        form("carl", "/defects/" + id + "/actions", "title", "Test of the lag", "owner", "carl", "due", "", "link", "",
                "exception",
                "", "kind", "prevent").statusCode(303);
        form("carl", "/defects/" + id + "/transitions", "to", "accepted", "reason", "Rare.", "until", "2199-01-01")
                .statusCode(403).body(containsString("Only the director"));
        form("dana", "/defects/" + id + "/transitions", "to", "accepted", "reason", "Rare.", "until", "2199-01-01")
                .statusCode(422).body(containsString("at most a year ahead"));
        form("carl", "/defects/" + id, "title", "Lag, said better", "factors", "One", "systems", "", "exposedBy", "discussion",
                "principle", "", "severity", "", "likelihood", "", "recurrenceOf", "", "text", "", "singlePoint", "")
                .statusCode(303);
        page("carl", "/defects/" + id).body(containsString("Lag, said better"));
    }

    @Test
    void action_page_ownerFinishesIt() {
        GameDay day = Followup.running();
        String defect = defect(day, unlike("Lag")).extract().path("id");
        String action = act("carl", defect, "Alert on lag", "pia").extract().path("id");
        page("pia", "/actions/" + action).statusCode(404);
        day.move("dana", "ended").statusCode(200);
        page("pia", "/actions/" + action).statusCode(200).body(containsString("Alert on lag"),
                not(containsString("Hidden name of the plan")));
        page("wilma", "/actions/" + action).statusCode(404);
        form("pia", "/actions/" + action + "/transitions", "to", "in-progress").statusCode(303);
        form("pia", "/actions/" + action + "/transitions", "to", "verified", "evidence", "x").statusCode(403);
        form("pia", "/actions/" + action + "/transitions", "to", "done", "evidence", "It rings.").statusCode(303);
        form("tess", "/actions/" + action + "/transitions", "to", "verified", "evidence", " ").statusCode(422)
                .body(containsString("Say what proves"));
        form("tess", "/actions/" + action, "owner", "pete", "due", "", "exception", "", "link", "").statusCode(303);
        page("pete", "/actions/" + action).statusCode(200).body(containsString("It rings."));
    }

    @Test
    void export_ownWords_neverAFormula() {
        GameDay day = Followup.running();
        String title = unlike("=cmd|' /C calc'!A0,");
        String defect = defect(day, title).extract().path("id");
        act("carl", defect, "@SUM(1) \"ä\"", "carl").statusCode(201);
        Response sheet = given().cookies(session("carl")).get("/actions/export?whose=all&state=all");
        sheet.then().statusCode(200).header("Content-Type", is("text/csv;charset=UTF-8"))
                .header("Content-Disposition", startsWith("attachment"));
        String text = new String(sheet.asByteArray(), StandardCharsets.UTF_8);
        assertThat(text).contains("\"'" + title + "\"", "\"'@SUM(1) \"\"ä\"\"\"").doesNotContain("\n=", "\n@", ",=", ",@");
        assertThat(new String(given().cookies(session("wilma")).get("/actions/export?whose=all&state=all").asByteArray()))
                .doesNotContain(title);
    }

    @Test
    void drill_resultForm_setByWhoMay() {
        GameDay day = Followup.running();
        Followup.drill(day);
        String path = "/exercises/" + day.id + "/drills/cut/result";
        page("eve", path).statusCode(200).body(containsString("Cut the link"));
        page("eve", "/exercises/" + day.id).body(containsString(path));
        page("pia", path).statusCode(404);
        page("eve", "/exercises/" + day.id + "/drills/none/result").statusCode(404);
        form("pia", path, "result", "passed", "reason", "x").statusCode(403);
        form("dana", path, "result", "passed", "reason", "Mine.").statusCode(403).body(containsString("Mine."),
                containsString("Ask "));
        form("eve", path, "result", "passed").statusCode(422).body(containsString("Say what you saw"));
        form("eve", path, "result", "passed", "reason", "It held.").statusCode(303);
        page("eve", path).body(containsString("It held."));
    }

    private ValidatableResponse page(String person, String path) {
        return given().cookies(session(person)).accept("text/html").get(path).then();
    }

    private ValidatableResponse form(String person, String path, String... fields) {
        Map<String, String> cookies = session(person);
        Map<String, String> form = new HashMap<>(Map.of("csrf-token", cookies.get("blackstart-csrf")));
        for (int i = 0; i < fields.length; i += 2) {
            form.put(fields[i], fields[i + 1]);
        }
        return given().redirects().follow(false).cookies(cookies)
                .contentType("application/x-www-form-urlencoded; charset=UTF-8")
                .formParams(form).post(path).then();
    }

    private Map<String, String> session(String person) {
        return signedIn.computeIfAbsent(person, name -> {
            Map<String, String> cookies = new HashMap<>(given().redirects().follow(false).formParam("j_username", name)
                    .formParam("j_password", DemoPeople.PASSWORD).header("Sec-Fetch-Site", "same-origin").post("/sign-in")
                    .cookies());
            cookies.putAll(given().cookies(cookies).get("/directory").cookies());
            return cookies;
        });
    }
}

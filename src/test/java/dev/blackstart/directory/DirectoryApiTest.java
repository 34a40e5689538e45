package dev.blackstart.directory;

import static dev.blackstart.testsupport.GameDay.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.directory.entry.DirectoryWriter;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Who and what there is: read by everybody signed in, written by those who may. */
@QuarkusTest
class DirectoryApiTest {

    private static final String HOOK = "https://hooks.example.org/services/secret-";

    private static String key(String name) {
        return name + "-" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static ValidatableResponse post(String who, String path, Map<String, ?> body) {
        return as(who).contentType("application/json").body(body).post("/api/" + path).then();
    }

    private static ValidatableResponse patch(String who, String path, Map<String, ?> body) {
        return as(who).contentType("application/json").body(body).patch("/api/" + path).then();
    }

    private static String person(Map<String, ?> more) {
        String key = key("p");
        Map<String, Object> body = new java.util.HashMap<>(more);
        body.put("key", key);
        body.putIfAbsent("name", "Somebody New");
        post("dana", "people", body).statusCode(201).body("key", is(key));
        return key;
    }

    @Test
    void read_everybodySignedIn_presentShapeKept() {
        as("pia").get("/api/people?limit=1000").then().statusCode(200).body("items.key", hasItems("dana", "pia"))
                .body("items.find { it.key == 'pia' }.name", is("Pia Rossi"))
                .body("items.find { it.key == 'pia' }.role", is("member"))
                .body("items.find { it.key == 'pia' }.teams", hasItem("storage"))
                .body("items.find { it.key == 'pia' }.reach", hasItems("email", "phone"));
        as("pia").get("/api/teams").then().statusCode(200).body("items.find { it.key == 'storage' }.lead", is("tess"))
                .body("items.find { it.key == 'storage' }.members", hasItems("tess", "pia", "pete"));
        as("pia").get("/api/systems/payments-ledger").then().statusCode(200).body("offLimits", is(true));
        for (String path : List.of("people", "teams", "systems", "blackouts", "incidents")) {
            given().get("/api/" + path).then().statusCode(401);
            as("pia").get("/api/" + path).then().statusCode(200).body("items", notNullValue());
            String unknown = path.matches("blackouts|incidents") ? UUID.randomUUID().toString() : "nobody";
            as("pia").get("/api/" + path + "/" + unknown).then().statusCode(404);
            as("pia").contentType("application/json").body("{}").post("/api/" + path).then().statusCode(403);
            as("dana").contentType("application/json").body("{}").post("/api/" + path).then().statusCode(422)
                    .body("field", notNullValue());
        }
    }

    @Test
    void list_inPages_eachOnce() {
        person(Map.of());
        String after = as("pia").get("/api/people?limit=2").then().statusCode(200).body("items.size()", is(2)).extract()
                .path("next");
        as("pia").get("/api/people?limit=2&after=" + after).then().body("items.key", not(hasItem(after)));
        as("pia").get("/api/people?q=PIA RO").then().body("items.key", contains("pia"));
        as("pia").get("/api/people?q=%25").then().body("items", empty());
        as("pia").get("/api/people?reach=some").then().statusCode(422).body("field", is("reach"));
    }

    @Test
    void search_withoutAccentsOrDecomposed_found() {
        String key = person(Map.of("name", "Rosa"));
        patch("dana", "people/" + key, Map.of("name", "J\u00fcrgen Gro\u00df " + key, "email", key + "@example.org"))
                .statusCode(200);
        PageClient pia = PageClient.as("pia");
        for (String words : List.of("jurgen gross", "J\u00dcRGEN GROSS", "Ju\u0308rgen Gross", "j\u00fcrgen gro\u00df", "")) {
            as("pia").queryParam("q", (words + " " + key).strip()).get("/api/people").then().body("items.key", contains(key));
            pia.get("/pick/people?as=who&who=" + words + " " + key).statusCode(200).body(containsString("(" + key + ")"));
        }
        as("pia").queryParam("q", key + "@EXAMPLE").get("/api/people").then().body("items.key", contains(key));
        as("pia").queryParam("q", "rosa " + key).get("/api/people").then().body("items", empty());
        String team = key("t");
        PageClient.as("dana")
                .post("/directory/teams", Map.of("key", team, "name", "S\u00f8r-\u0141\u00f3d\u017a " + team, "lead",
                        "JURGEN GROSS " + key))
                .statusCode(303);
        as("pia").get("/api/teams/" + team).then().body("lead", is(key));
        pia.get("/pick/teams?as=team&team=sor-lodz " + team).statusCode(200).body(containsString("(" + team + ")"));
        assertThat(pia.get("/directory/teams?q=sor-lodz " + team).extract().asString())
                .contains("/directory/teams/" + team);
        String system = key("s");
        post("dana", "systems", Map.of("key", system, "name", "Stra\u00dfe " + system)).statusCode(201);
        pia.get("/pick/systems?as=system&system=STRASSE " + system).statusCode(200).body(containsString("(" + system + ")"));
        assertThat(pia.get("/directory/systems?q=strasse " + system).extract().asString())
                .contains("/directory/systems/" + system);
    }

    @Test
    void make_wrong_everythingToldAtOnce() {
        post("dana", "people", Map.of("key", "No Key", "name", " ", "email", "x", "chat", "http://x", "phone", "?", "zone",
                "Mars/Base")).statusCode(422).body("field", is("key"))
                .body("violations.field", contains("key", "name", "email", "chat", "phone", "zone"));
        for (String reserved : List.of("everyone", "anonymous", "blackstart")) {
            post("dana", "people", Map.of("key", reserved, "name", "X")).statusCode(422).body("field", is("key"));
        }
        post("dana", "people", Map.of("key", key("p"), "name", "x".repeat(201))).statusCode(422).body("field", is("name"));
        post("dana", "people", Map.of("key", key("p"), "name", "a\0b")).statusCode(422).body("field", is("name"));
        post("dana", "people", Map.of("key", "a\0b", "name", "x")).statusCode(422).body("field", is("key"));
        post("dana", "people", Map.of("key", key("p"), "name", "X", "shoe", 43)).statusCode(400);
    }

    @Test
    void make_keyTaken_conflictAlsoWithATeam() {
        post("dana", "people", Map.of("key", "pia", "name", "X")).statusCode(409);
        post("dana", "people", Map.of("key", "storage", "name", "X")).statusCode(409).body("field", is("key"));
        post("dana", "teams", Map.of("key", "pia", "name", "X", "lead", "tess")).statusCode(409).body("field", is("key"));
        post("dana", "systems", Map.of("key", "payments-ledger", "name", "X")).statusCode(409);
    }

    @Test
    void chat_secret_seenByThemselvesAndAdministratorsAlone() {
        String hook = HOOK + UUID.randomUUID();
        patch("wilma", "people/wilma", Map.of("chat", hook)).statusCode(200).body("chat", is(hook));
        as("adam").get("/api/people/wilma").then().body("chat", is(hook));
        for (String other : List.of("dana", "pia")) {
            for (String path : List.of("people/wilma", "people?limit=1000")) {
                assertThat(as(other).get("/api/" + path).asString()).doesNotContain(hook).contains("webhook");
            }
            assertThat(as(other).accept("text/csv").get("/api/people").asString()).contains("wilma@").doesNotContain(hook);
            assertThat(as(other).accept("application/yaml").get("/api/people").asString()).contains("wilma@")
                    .doesNotContain(hook);
            assertThat(PageClient.as(other).get("/directory/people/wilma").extract().asString()).doesNotContain(hook);
            assertThat(PageClient.as(other).get("/directory/files/people.csv").extract().asString()).doesNotContain(hook);
        }
        assertThat(as("adam").accept("text/csv").get("/api/people").asString()).contains(hook);
        assertThat(PageClient.as("adam").get("/directory/people/wilma").extract().asString()).contains("set, ");
        PageClient.as("dana").post("/directory/people/wilma", Map.of("name", "Wilma Sand", "email", "wilma@example.org", "chat",
                "", "phone", "+49 30 23125 112", "zone", "Europe/Amsterdam", "skills", "front end")).statusCode(303);
        as("wilma").get("/api/people/wilma").then().body("chat", is(hook));
        patch("wilma", "people/wilma", Map.of("chat", "")).statusCode(200).body("chat", nullValue());
    }

    @Test
    void change_ownWaysAlone_byThemselves() {
        String phone = "+49 30 23125 999";
        patch("eve", "people/eve", Map.of("phone", phone)).statusCode(200).body("phone", is(phone)).body("email",
                is("eve@example.org"));
        patch("eve", "people/eve", Map.of("name", "Queen Eve")).statusCode(403);
        patch("eve", "people/eve", Map.of("role", "admin")).statusCode(403);
        patch("eve", "people/sol", Map.of("phone", phone)).statusCode(403);
        patch("eve", "people/eve", Map.of("phone", "call me")).statusCode(422).body("field", is("phone"));
        patch("dana", "people/eve", Map.of("key", "eva")).statusCode(422).body("field", is("key"));
    }

    @Test
    void roles_givenByAdministratorsAlone_andOneStays() {
        String key = person(Map.of());
        patch("dana", "people/" + key, Map.of("role", "master-of-disaster")).statusCode(422).body("field", is("role"));
        post("dana", "people", Map.of("key", key("p"), "name", "X", "role", "admin")).statusCode(422).body("field", is("role"));
        patch("adam", "people/" + key, Map.of("role", "emperor")).statusCode(422).body("field", is("role"));
        patch("adam", "people/" + key, Map.of("role", "master-of-disaster")).statusCode(200);
        patch("adam", "people/adam", Map.of("role", "member")).statusCode(409).body("detail", containsString("administrator"));
        post("adam", "people/adam/transitions", Map.of("to", "left")).statusCode(409);
        patch("dana", "people/adam", Map.of("email", "dana@example.org")).statusCode(403);
        post("dana", "people/adam/transitions", Map.of("to", "left")).statusCode(403);
        post("dana", "people/adam/transitions", Map.of("to", "here")).statusCode(403);
    }

    @Test
    void change_whileAFileIsImported_toldToTryAgain() {
        String key = person(Map.of());
        QuarkusTransaction.requiringNew().run(() -> {
            DirectoryWriter.lock();
            patch("dana", "people/" + key, Map.of("name", "Y")).statusCode(409).body("detail", containsString("try again"));
        });
        patch("dana", "people/" + key, Map.of("name", "Y")).statusCode(200);
    }

    @Test
    void password_byAdministrators_opensAndCloses() {
        String key = person(Map.of());
        as("dana").contentType("application/json").body(Map.of("password", "correct horse"))
                .put("/api/people/" + key + "/password")
                .then().statusCode(403);
        as("adam").contentType("application/json").body(Map.of("password", "short")).put("/api/people/" + key + "/password")
                .then().statusCode(422);
        as("adam").contentType("application/json").body(Map.of("password", "correct horse"))
                .put("/api/people/" + key + "/password")
                .then().statusCode(204);
        given().auth().preemptive().basic(key, "correct horse").get("/api/people/" + key).then().statusCode(200);
        as("adam").delete("/api/people/" + key + "/password").then().statusCode(204);
        given().auth().preemptive().basic(key, "correct horse").get("/api/people/" + key).then().statusCode(401);
        String page = PageClient.as("adam").get("/directory/people/" + key).extract().asString();
        assertThat(page).contains("password set", "password taken away").doesNotContain("correct horse", "$2");
    }

    @Test
    void leave_signsInNoMore_inNoTeam_stillNamed() {
        String key = person(Map.of("email", "x@example.org"));
        as("adam").contentType("application/json").body(Map.of("password", "correct horse"))
                .put("/api/people/" + key + "/password");
        String team = key("t");
        post("dana", "teams",
                Map.of("key", team, "name", "T", "lead", "tess", "members", List.of(key), "duty", List.of(key, "tess")))
                .statusCode(201).body("onDuty", contains(key, "tess"));
        post("dana", "people/tess/transitions", Map.of("to", "left")).statusCode(409).body("detail", containsString(team));
        post("pia", "people/" + key + "/transitions", Map.of("to", "left")).statusCode(403);
        post("dana", "people/" + key + "/transitions", Map.of("to", "left")).statusCode(200).body("leftAt", notNullValue())
                .body("reach", empty()).body("teams", empty());
        given().auth().preemptive().basic(key, "correct horse").get("/api/people").then().statusCode(401);
        as("pia").get("/api/teams/" + team).then().body("members", contains("tess")).body("onDuty", contains("tess"));
        as("pia").get("/api/people?q=" + key).then().body("items", empty());
        as("pia").get("/api/people?left=true&q=" + key).then().body("items.key", contains(key));
        patch("dana", "people/" + key, Map.of("name", "Y")).statusCode(422).body("field", is("key"));
        patch("dana", "teams/" + team, Map.of("members", List.of(key))).statusCode(422).body("detail", containsString("left"));
        post("dana", "people/" + key + "/transitions", Map.of("to", "here")).statusCode(200).body("leftAt", nullValue());
        as("dana").delete("/api/teams/" + team).then().statusCode(204);
        as("dana").get("/api/teams/" + team).then().statusCode(404);
    }

    @Test
    void team_staffedByItsLead_namedByMasters() {
        patch("wim", "teams/web", Map.of("duty", List.of("wim", "wilma"))).statusCode(200).body("onDuty",
                contains("wim", "wilma"));
        patch("wim", "teams/web", Map.of("lead", "wilma")).statusCode(403);
        patch("wim", "teams/storage", Map.of("duty", List.of("pia"))).statusCode(403);
        patch("wilma", "teams/web", Map.of("duty", List.of("wilma"))).statusCode(403);
        patch("wim", "teams/web", Map.of("duty", List.of("pia"))).statusCode(422).body("field", is("duty"));
        patch("wim", "teams/web", Map.of("members", List.of("nobody-at-all"))).statusCode(403);
        patch("wim", "teams/web", Map.of("members", List.of("wim", "wilma", "adam"))).statusCode(403).body("detail",
                containsString("master of disaster"));
        patch("dana", "teams/web", Map.of("members", List.of("nobody-at-all"))).statusCode(422).body("field", is("members"));
        assertThat(PageClient.as("wim").post("/directory/teams/web", Map.of("members", "wim\nwilma\nadam", "duty", "wim"))
                .statusCode(403).extract().asString()).contains("takes somebody into a team", "adam");
        String key = person(Map.of());
        String team = key("t");
        post("dana", "teams", Map.of("key", team, "name", "T", "lead", "wim", "members", List.of(key))).statusCode(201);
        patch("wim", "teams/" + team, Map.of("members", List.of("wim"))).statusCode(200).body("members", contains("wim"));
        patch("wim", "teams/" + team, Map.of("members", List.of("wim", key))).statusCode(403);
        as("dana").delete("/api/teams/" + team).then().statusCode(204);
        PageClient.as("wim").post("/directory/teams/web", Map.of("members", "wim\nwilma", "duty", "wilma\nwim"))
                .statusCode(303);
        as("pia").get("/api/teams/web").then().body("onDuty", contains("wilma", "wim"));
        PageClient.as("wilma").post("/directory/teams/web", Map.of("duty", "wilma")).statusCode(403);
    }

    @Test
    void system_changed_recordedForMasters() {
        String key = key("s");
        post("dana", "systems", Map.of("key", key, "name", "S", "owner", "nobody-at-all", "carries", List.of("pigeons")))
                .statusCode(422).body("violations.field", contains("owner", "carries"));
        post("dana", "systems", Map.of("key", key, "name", "S", "owner", "storage", "carries", List.of("chat", "mail")))
                .statusCode(201).body("carries", contains("mail", "chat")).body("offLimits", is(false));
        patch("dana", "systems/" + key, Map.of("offLimits", true)).statusCode(200).body("offLimits", is(true));
        patch("tess", "systems/" + key, Map.of("offLimits", false)).statusCode(403);
        assertThat(PageClient.as("dana").get("/directory/systems/" + key).extract().asString()).contains("Who changed what",
                "offLimits");
        assertThat(PageClient.as("tess").get("/directory/systems/" + key).extract().asString()).contains("off limits")
                .doesNotContain("Who changed what");
        as("dana").delete("/api/systems/" + key).then().statusCode(204);
    }

    @Test
    void blackoutAndIncident_wrong_refused() {
        post("dana", "blackouts", Map.of("from", "2040-01-02T00:00:00Z", "until", "2040-01-01T00:00:00Z", "reason", "x"))
                .statusCode(422);
        post("dana", "blackouts", Map.of("from", "tomorrow", "until", "+1000000000-12-31T23:59:59Z")).statusCode(422)
                .body("violations.field", hasItems("from", "until", "reason"));
        post("dana", "blackouts", Map.of("from", "2030-01-01T00:00:00Z", "until", "2030-01-02T00:00:00Z", "reason", "x",
                "systems", List.of("no-such-system"))).statusCode(422).body("field", is("systems"));
        post("dana", "incidents", Map.of("title", "x", "systems", List.of("no-such-system"))).statusCode(422);
        String id = post("dana", "incidents", Map.of("title", "Fire in hall B", "systems", List.of("metrics"))).statusCode(201)
                .body("state", is("open")).extract().path("id");
        post("pia", "incidents/" + id + "/transitions", Map.of("to", "closed")).statusCode(403);
        post("dana", "incidents/" + id + "/transitions", Map.of("to", "burnt")).statusCode(422);
        post("dana", "incidents/" + id + "/transitions", Map.of("to", "closed")).statusCode(200).body("closedBy", is("dana"));
        post("dana", "incidents/" + id + "/transitions", Map.of("to", "closed")).statusCode(200);
        patch("dana", "incidents/" + id, Map.of("title", "y")).statusCode(409).body("allowed", contains("open"));
    }

    @Test
    void incident_clocksOutOfOrder_toldPerField() {
        post("dana", "incidents", Map.of("title", "Checkout slow", "startedAt", "2026-01-02T10:00:00Z", "detectedAt",
                "2026-01-02T09:00:00Z", "mitigatedAt", "2026-01-02T09:30:00Z", "recoveredAt", "2040-01-01T00:00:00Z",
                "severity", "sev9", "detectedBy", "luck")).statusCode(422)
                .body("violations.field", hasItems("detectedAt", "mitigatedAt", "recoveredAt", "severity", "detectedBy"))
                .body("violations.message", hasItems(
                        "mitigatedAt lies before startedAt; correct one of them, or leave out what is not known."));
    }

    @Test
    void incident_declaredAfterRecovery_closedAtOnce_detailsChangeStill() {
        String id = post("dana", "incidents", Map.of("title", "Cache lost", "systems", List.of("metrics"), "startedAt",
                "2026-01-02T10:00:00Z", "recoveredAt", "2026-01-02T11:00:00Z", "resolution", "fix-forward")).statusCode(201)
                .body("state", is("closed")).body("resolution", is("fix-forward")).extract().path("id");
        patch("dana", "incidents/" + id, Map.of("severity", "sev2", "detectedBy", "third-party")).statusCode(200)
                .body("severity", is("sev2")).body("startedAt", is("2026-01-02T10:00:00.000000Z"));
        patch("dana", "incidents/" + id, Map.of("title", "y", "severity", "sev1")).statusCode(409);
        patch("dana", "incidents/" + id, Map.of("detectedAt", "2026-01-02T12:00:00Z")).statusCode(422)
                .body("field", is("recoveredAt"));
    }

    @Test
    void pages_keepWhatWasTyped_andTellWhatIsWrong() {
        PageClient dana = PageClient.as("dana");
        assertThat(dana.post("/directory/people", Map.of("key", "pia", "name", "Another Pia", "phone", "call me"))
                .statusCode(409).extract().asString()).contains("Another Pia", "choose another key");
        assertThat(dana.post("/directory/people", Map.of("key", key("p"), "name", "Another Pia", "phone", "call me"))
                .statusCode(422).extract().asString()).contains("Enter a phone number");
        assertThat(dana.post("/directory/blackouts", Map.of("reason", "Sale", "from", "2030-01-01T00:00", "until",
                "2029-01-01T00:00", "zone", "Europe/Berlin")).statusCode(422).extract().asString()).contains("Sale",
                        "ends after it begins");
        PageClient.as("pia").post("/directory/people", Map.of("key", "x", "name", "X")).statusCode(403);
        PageClient.as("pia").get("/directory/imports").statusCode(404);
        String lonely = person(Map.of());
        assertThat(PageClient.as("pia").get("/directory?reach=none&q=" + lonely).extract().asString()).contains(lonely,
                "No contact method");
    }
}

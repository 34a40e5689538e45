package dev.blackstart.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Only a page of ours acts for whoever is signed in: its own session's token, from this very host and port. */
@QuarkusTest
class CsrfTest {

    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String SESSION = "blackstart-session";
    private static final String PLAN = "plan=no-such-plan&mode=live";

    /** What the route answers to a form that it takes: there is no such plan. */
    private static final int TAKEN = 422;

    @TestHTTPResource("/")
    String root;

    private String session;
    private String token;

    @BeforeEach
    void signIn() {
        session = session("dana");
        token = token(session);
    }

    /** Content types are sent as they are written. */
    private static final EncoderConfig RAW = EncoderConfig.encoderConfig()
            .encodeContentTypeAs("APPLICATION/X-WWW-FORM-URLENCODED", ContentType.TEXT)
            .encodeContentTypeAs("Application/X-www-Form-urlencoded", ContentType.TEXT)
            .encodeContentTypeAs("MULTIPART/FORM-DATA", ContentType.TEXT)
            .encodeContentTypeAs("Multipart/Form-Data", ContentType.TEXT);

    private static RequestSpecification browser() {
        return given().redirects().follow(false).urlEncodingEnabled(false).config(RestAssured.config().encoderConfig(RAW));
    }

    private static String session(String person) {
        return browser().header("Sec-Fetch-Site", "same-origin").contentType(FORM)
                .body("j_username=" + person + "&j_password=" + DemoPeople.PASSWORD).post("/sign-in").cookie(SESSION);
    }

    private static String token(String session) {
        return browser().cookie(SESSION, session).get("/directory").htmlPath()
                .getString("'**'.find { it.name() == 'meta' && it.@name == 'csrf-token' }.@content");
    }

    private RequestSpecification form() {
        return browser().cookie(SESSION, session).contentType(FORM);
    }

    private Response schedule(String csrf) {
        return form().body(PLAN + "&csrf-token=" + csrf).post("/schedule");
    }

    @Test
    void token_ofThisSession_accepted() {
        assertThat(schedule(token).statusCode()).isEqualTo(TAKEN);
        assertThat(form().header("X-CSRF-TOKEN", token).body(PLAN).post("/schedule").statusCode()).isEqualTo(TAKEN);
    }

    @Test
    void token_ofSomebodyElseOrInvented_refused() {
        String others = token(session("pia"));
        String anotherSession = token(session("dana"));
        String before = browser().get("/login").cookie("blackstart-csrf");
        String changed = token.substring(0, token.length() - 2) + "AA";
        for (String wrong : List.of(others, anotherSession, before, changed, "", ".", "invented", "a.b")) {
            assertThat(schedule(wrong).statusCode()).as(wrong).isEqualTo(400);
            Response pair = form().cookie("blackstart-csrf", wrong).body(PLAN + "&csrf-token=" + wrong).post("/schedule");
            assertThat(pair.statusCode()).as("pair of " + wrong).isEqualTo(400);
            assertThat(pair.asString()).contains("Go back, reload the page");
        }
        assertThat(form().header("X-CSRF-TOKEN", others).body(PLAN + "&csrf-token=" + token).post("/schedule").statusCode())
                .isEqualTo(400);
    }

    @Test
    void contentType_inWhateverLetters_isTheForm() {
        for (String type : List.of(FORM.toUpperCase(Locale.ROOT), "Application/X-www-Form-urlencoded; Charset=UTF-8")) {
            Response without = typed(type, PLAN);
            assertThat(without.statusCode()).as(type).isEqualTo(400);
            assertThat(typed(type, PLAN + "&csrf-token=" + token).statusCode()).as(type).isEqualTo(TAKEN);
        }
        String part = "--Xy\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        String upload = part.formatted("kind", "people") + "%s--Xy--\r\n";
        for (String type : List.of("MULTIPART/FORM-DATA; boundary=Xy", "Multipart/Form-Data;boundary=Xy")) {
            assertThat(posted(type, upload.formatted(""), "/directory/imports").statusCode()).as(type).isEqualTo(400);
            assertThat(posted(type, upload.formatted(part.formatted("csrf-token", token)), "/directory/imports").asString())
                    .as(type).doesNotContain("out of date");
        }
    }

    @Test
    void contentType_noFormOrNone_refused() {
        for (String type : List.of("text/plain", "application/json", FORM + ", text/plain", "multipart/mixed; boundary=Xy",
                "application/x-www-form-urlencodedx")) {
            assertThat(typed(type, PLAN + "&csrf-token=" + token).statusCode()).as(type).isEqualTo(415);
        }
        assertThat(
                browser().noContentType().cookie(SESSION, session).header("X-CSRF-TOKEN", token).post("/schedule").statusCode())
                .isEqualTo(415);
    }

    private Response typed(String type, String body) {
        return posted(type, body, "/schedule");
    }

    private Response posted(String type, String body, String path) {
        return browser().cookie(SESSION, session).header("Content-Type", type).body(body.getBytes(StandardCharsets.US_ASCII))
                .post(path);
    }

    @Test
    void origin_ofAnotherHostOrPort_refusedWithTheRightToken() {
        String own = root.replaceAll("/$", "");
        for (Map<String, String> foreign : List.of(Map.of("Origin", "https://evil.example"), Map.of("Origin", "null"),
                Map.of("Origin", own + "0"), Map.of("Origin", own.replaceAll(":\\d+$", "")), Map.of("Origin", own + ".evil"),
                Map.of("Sec-Fetch-Site", "cross-site"), Map.of("Sec-Fetch-Site", "same-site"),
                Map.of("Sec-Fetch-Site", "same-site", "Origin", own))) {
            Response refused = form().headers(foreign).body(PLAN + "&csrf-token=" + token).post("/schedule");
            assertThat(refused.statusCode()).as("" + foreign).isEqualTo(403);
            assertThat(refused.asString()).contains("nothing was changed");
        }
        for (Map<String, String> ours : List.of(Map.of("Origin", own), Map.of("Sec-Fetch-Site", "same-origin"),
                Map.of("Sec-Fetch-Site", "none"), Map.of("Origin", own.toUpperCase(Locale.ROOT)))) {
            assertThat(form().headers(ours).body(PLAN + "&csrf-token=" + token).post("/schedule").statusCode()).as("" + ours)
                    .isEqualTo(TAKEN);
            assertThat(form().headers(ours).body(PLAN).post("/schedule").statusCode()).as("no token: " + ours)
                    .isEqualTo(400);
        }
    }

    @Test
    void api_passwordThatABrowserRemembers_foreignPageRefused() {
        for (Map<String, String> foreign : List.of(Map.of("Origin", "https://evil.example"),
                Map.of("Sec-Fetch-Site", "same-site"))) {
            given().auth().preemptive().basic("pia", DemoPeople.PASSWORD).headers(foreign).contentType("text/plain")
                    .body("x").post("/api/no-duff").then().statusCode(403).body("status", org.hamcrest.Matchers.is(403));
        }
    }

    @Test
    void signIn_foreignFormOrWithoutProof_nobodySignedIn() {
        String form = "j_username=pete&j_password=" + DemoPeople.PASSWORD;
        for (Map<String, String> foreign : List.of(Map.of("Origin", "http://evil.example"),
                Map.of("Sec-Fetch-Site", "cross-site"), Map.of("Sec-Fetch-Site", "same-site"))) {
            Response refused = browser().headers(foreign).contentType(FORM).body(form).post("/sign-in");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.cookies()).doesNotContainKey(SESSION);
        }
        Response silent = browser().contentType(FORM).body(form).post("/sign-in");
        assertThat(silent.header("Location")).endsWith("/login?error=stale");
        assertThat(silent.cookies()).doesNotContainKey(SESSION);
        browser().get("/login?error=stale").then().body(containsString("This page was out of date"));
        String known = browser().get("/login").cookie("blackstart-csrf");
        assertThat(browser().cookie("blackstart-csrf", known).contentType(FORM).body(form + "&csrf-token=" + known)
                .post("/sign-in").cookies()).containsKey(SESSION);
    }

    @Test
    void noDuff_pageFromBeforeSignIn_stillCounts() {
        assertThat(form().body("").post("/no-duff").statusCode()).isEqualTo(400);
        assertThat(form().header("Origin", "http://evil.example").body("").post("/no-duff").statusCode()).isEqualTo(403);
        String stranger = session("wilma");
        browser().cookie(SESSION, stranger).contentType(FORM).header("Sec-Fetch-Site", "same-origin").body("")
                .post("/no-duff").then().statusCode(303);
    }

    @Test
    void signIn_nameAsAPhoneWritesIt_sameAccount() {
        for (String typed : List.of("Pia", "pia%20", "%20PIA")) {
            assertThat(browser().header("Sec-Fetch-Site", "same-origin").contentType(FORM)
                    .body("j_username=" + typed + "&j_password=" + DemoPeople.PASSWORD).post("/sign-in").cookies())
                    .containsKey(SESSION);
        }
        GameDay.as("Pia").get("/api/people").then().statusCode(200);
        browser().get("/login").then().body(containsString("autocapitalize=\"none\""));
    }

    @Test
    void link_ofACall_needsNoTokenAndNoOrigin() {
        given().contentType(FORM).header("Origin", "null").body("answer=x").post("/ack/" + UUID.randomUUID()).then()
                .statusCode(404);
    }
}

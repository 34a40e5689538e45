package dev.blackstart.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import io.quarkus.elytron.security.common.BcryptUtil;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

@QuarkusTest
class SignInTest {

    private static final String SESSION = "blackstart-session";
    private static final String CSRF = "blackstart-csrf";
    private static final String FORM = "application/x-www-form-urlencoded";

    @Inject
    Clock clock;

    private static RequestSpecification browser() {
        return given().redirects().follow(false).urlEncodingEnabled(false);
    }

    private static Response signIn(String person, String password) {
        return browser().contentType(FORM).body("j_username=" + person + "&j_password=" + password)
                .header("Sec-Fetch-Site", "same-origin").post("/sign-in");
    }

    private static Cookie session(String person) {
        return signIn(person, DemoPeople.PASSWORD).getDetailedCookie(SESSION);
    }

    @Test
    void signIn_rightPassword_sessionThatNoScriptAndNoOtherSiteCanUse() {
        Response in = signIn("pia", DemoPeople.PASSWORD);
        assertThat(in.statusCode()).isEqualTo(302);
        assertThat(in.header("Location")).endsWith("/start");
        Cookie cookie = in.getDetailedCookie(SESSION);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualToIgnoringCase("strict");
        browser().cookie(cookie).get("/directory").then().statusCode(200).body(containsString("Pia Rossi"));
    }

    @Test
    void signIn_wrongPasswordOrUnknown_sameAnswer() {
        for (Response out : List.of(signIn("wim", "wrong"), signIn("no-such-person", "wrong"), signIn("%00", "wrong"),
                signIn("x".repeat(3_000), "wrong"))) {
            assertThat(out.statusCode()).isEqualTo(302);
            assertThat(out.header("Location")).endsWith("/login?failed=true");
            assertThat(out.cookie(SESSION)).isNull();
        }
    }

    @Test
    void signOut_endsTheSession() {
        Cookie session = session("pia");
        String token = token(session);
        Response out = browser().cookie(session).cookie(CSRF, token).contentType(FORM).body("csrf-token=" + token)
                .post("/logout");
        assertThat(out.statusCode()).isEqualTo(303);
        assertThat(out.getDetailedCookie(SESSION).getMaxAge()).isZero();
        assertThat(out.cookie(SESSION)).isEmpty();
        browser().cookie(session).get("/directory").then().statusCode(302);
    }

    @Test
    void signOut_otherBrowserOfTheSamePerson_staysSignedIn() {
        Cookie here = session("pia");
        Cookie there = session("pia");
        String token = token(here);
        browser().cookie(here).cookie(CSRF, token).contentType(FORM).body("csrf-token=" + token).post("/logout");
        browser().cookie(there).get("/directory").then().statusCode(200);
    }

    @Test
    void session_passwordChanged_ends() {
        String key = "leaving-" + UUID.randomUUID().toString().substring(0, 8);
        QuarkusTransaction.requiringNew().run(() -> new Person(key, "Leaving", null, PlatformRole.MEMBER,
                BcryptUtil.bcryptHash("first", 4), clock.instant()).persist());
        Cookie session = signIn(key, "first").getDetailedCookie(SESSION);
        browser().cookie(session).get("/directory").then().statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> Person.byKey(key).changePassword(BcryptUtil.bcryptHash("second", 4)));
        Response out = browser().cookie(session).get("/login");
        assertThat(out.getDetailedCookie(SESSION).getMaxAge()).as("or the browser would never get to the sign-in page")
                .isZero();
        browser().cookie(session).get("/directory").then().statusCode(302);
        QuarkusTransaction.requiringNew().run(() -> Person.byKey(key).delete());
    }

    @Test
    void signedOut_page_asksForSignIn() {
        for (String path : List.of("/", "/directory", "/exercises/" + UUID.randomUUID(), "/no/such/page", "/q/more",
                "/%2e%2e/x")) {
            Response answer = browser().get(path);
            assertThat(answer.statusCode()).as(path).isEqualTo(302);
            assertThat(answer.header("Location")).endsWith("/login");
        }
        browser().cookie(session("pia")).get("/no/such/page").then().statusCode(404);
    }

    @Test
    void signIn_comingFromAnotherSite_staysHere() {
        Response in = browser().contentType(FORM).cookie("quarkus-redirect-location", "https://evil.example/")
                .body("j_username=pia&j_password=" + DemoPeople.PASSWORD).header("Sec-Fetch-Site", "same-origin")
                .post("/sign-in");
        assertThat(String.valueOf(in.header("Location"))).doesNotContain("evil");
        assertThat(in.statusCode()).isLessThan(500);
    }

    @Test
    void pageOfSomebodyElse_scriptSends_401() {
        Cookie session = session("pete");
        browser().cookie(session).header("X-Person", "pete").get("/ping").then().statusCode(204);
        browser().cookie(session).header("X-Person", "pia").get("/ping").then().statusCode(401);
    }

    @Test
    void signedOut_scriptAsksForSomething_doesNotBecomeThePlaceToLand() {
        assertThat(browser().header("Accept", "text/html").get("/directory").cookie("quarkus-redirect-location"))
                .endsWith("/directory");
        for (String accept : List.of("*/*", "application/json", "text/event-stream")) {
            Response answer = browser().header("Accept", accept).get("/ping");
            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.cookie("quarkus-redirect-location")).as(accept).isNull();
        }
    }

    @Test
    void write_pageWithoutToken_refused() {
        Cookie session = session("dana");
        String token = token(session);
        String form = "plan=no-such-plan&mode=live";
        browser().cookie(session).contentType(FORM).body(form).post("/schedule").then().statusCode(400);
        browser().cookie(session).cookie(CSRF, token).contentType(FORM).body(form).post("/schedule").then().statusCode(400);
        browser().cookie(session).cookie(CSRF, token).contentType(FORM).body(form + "&csrf-token=guessed").post("/schedule")
                .then().statusCode(400);
        for (String type : List.of("text/plain", "application/json")) {
            browser().cookie(session).header("Content-Type", type).body(form.getBytes(StandardCharsets.UTF_8))
                    .post("/schedule")
                    .then().statusCode(415);
        }
        browser().cookie(session).multiPart("plan", "no-such-plan").post("/schedule").then().statusCode(not(200))
                .statusCode(not(422));
        browser().cookie(session).cookie(CSRF, token).contentType(FORM).body(form + "&csrf-token=" + token).post("/schedule")
                .then().statusCode(422).body(containsString("no-such-plan"));
    }

    @Test
    void api_withSessionCookieOrNothing_401AndNoRedirect() {
        Cookie session = session("dana");
        for (String path : List.of("/api/people", "/api/exercises", "/api/no/such/thing", "/api", "/api;a=b/people",
                "//api/people", "/%61pi/people", "/./api/people", "/x/../api/people")) {
            Response cookie = browser().cookie(session).get(path);
            assertThat(cookie.statusCode()).as(path).isIn(400, 401, 404);
            assertThat(cookie.asString()).as(path).doesNotContain("Pia Rossi");
        }
        for (String path : List.of("/api/people", "/api/exercises", "/api/no/such/thing", "/api")) {
            browser().cookie(session).get(path).then().statusCode(401).header("Location", nullValue());
            browser().get(path).then().statusCode(401).header("Location", nullValue());
            given().auth().preemptive().basic("wilma", "wrong").redirects().follow(false).get(path).then().statusCode(401)
                    .header("Location", nullValue());
        }
        browser().auth().preemptive().basic("dana", DemoPeople.PASSWORD).get("/directory").then().statusCode(302);
    }

    @Test
    void answers_ofEveryKind_carryTheHeadersThatProtectThem() {
        Cookie session = session("pia");
        String bundle = browser().get("/login").htmlPath()
                .getString("'**'.find { it.name() == 'link' && it.@rel == 'stylesheet' }.@href");
        for (Response answer : List.of(browser().get("/login"), browser().get("/"), browser().cookie(session).get("/"),
                browser().cookie(session).get("/no/such/page"), browser().get("/api/people"), as("pia").get("/api/people"),
                as("pia").get("/api/exercises/none"), browser().get("/static/icon.svg"), browser().get(bundle),
                browser().get("/q/openapi"), browser().get("/q/health"), signIn("wim", "wrong"))) {
            assertThat(answer.header("Content-Security-Policy")).contains("default-src 'none'", "script-src 'self'",
                    "frame-ancestors 'none'", "base-uri 'none'").doesNotContain("unsafe", "*");
            assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
            assertThat(answer.header("Referrer-Policy")).isEqualTo("same-origin");
            assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
            assertThat(answer.headers().asList().stream().map(header -> header.getName().toLowerCase()))
                    .doesNotContain("server", "x-powered-by", "access-control-allow-origin");
        }
        for (Response own : List.of(browser().cookie(session).get("/"), as("pia").get("/api/people"),
                browser().get("/login"))) {
            assertThat(own.header("Cache-Control")).isEqualTo("no-store");
        }
        assertThat(browser().get(bundle).statusCode()).isEqualTo(200);
    }

    @Test
    void basic_passwordOrRoleChanged_oldOneWorthNothingAtOnce() {
        String key = "changing-" + UUID.randomUUID().toString().substring(0, 8);
        QuarkusTransaction.requiringNew().run(() -> new Person(key, "Changing", null, PlatformRole.MEMBER,
                BcryptUtil.bcryptHash("first", 4), clock.instant()).persist());
        with(key, "first").get("/api/people").then().statusCode(200);
        assertThat(importing(key)).isEqualTo(403);
        QuarkusTransaction.requiringNew().run(() -> Person.byKey(key).become(PlatformRole.MASTER_OF_DISASTER));
        assertThat(importing(key)).isEqualTo(422);
        QuarkusTransaction.requiringNew().run(() -> Person.byKey(key).changePassword(BcryptUtil.bcryptHash("second", 4)));
        with(key, "first").get("/api/people").then().statusCode(401);
        with(key, "second").get("/api/people").then().statusCode(200);
        QuarkusTransaction.requiringNew().run(() -> Person.byKey(key).delete());
        with(key, "second").get("/api/people").then().statusCode(401);
    }

    @Test
    void errors_ofEveryKind_sayNothingOfTheInside() {
        String exercises = "/api/exercises";
        for (Response answer : List.of(as("dana").contentType(ContentType.JSON).body("{\"plan\": ").post(exercises),
                as("dana").contentType(ContentType.JSON).body("[]").post(exercises),
                as("dana").contentType(ContentType.JSON).body("{\"plan\": {\"a\": 1}}").post(exercises),
                as("dana").contentType(ContentType.JSON).body("{\"class\": \"java.lang.Object\"}").post(exercises),
                as("dana").contentType(ContentType.JSON).body("{\"startsAt\": \"yesterday\"}").post(exercises),
                as("dana").contentType(ContentType.JSON).body("{\"plan\": \"none\", \"mode\": \"odd\"}").post(exercises),
                as("dana").contentType(ContentType.JSON).body("{\"plan\": \"a\\u0000b\"}").post(exercises),
                as("dana").contentType(ContentType.JSON).body("[".repeat(5_000)).post(exercises),
                as("dana").get(exercises + "?after=x"), as("dana").get(exercises + "?limit=x"),
                as("dana").get(exercises + "?limit=99999999999"), as("dana").get(exercises + "/x"),
                as("dana").get("/api/plans/x?revision=x"),
                as("dana").delete(exercises), as("dana").accept("image/png").get(exercises),
                as("dana").contentType("text/plain").body("x").post(exercises))) {
            assertThat(answer.statusCode()).as(answer.asString()).isBetween(400, 499);
            assertThat(answer.contentType()).as("%d %s %s", answer.statusCode(), answer.headers(), answer.asString())
                    .startsWith("application/problem+json");
            assertThat(answer.asString())
                    .doesNotContainPattern("Exception|java\\.|jakarta\\.|dev\\.blackstart|\\bat [a-z]+\\.|jackson|hibernate");
        }
        assertThat(browser().get("/q/openapi?format=json").asString()).doesNotContain("EngineImpl", "\"/login");
        String health = browser().get("/q/health").asString();
        assertThat(health).contains("UP").doesNotContain("jdbc", "h2", "postgres");
    }

    /** What somebody gets who imports nonsense: that they may not, or that it is nonsense. */
    private static int importing(String key) {
        return with(key, "first").header("Content-Type", "application/yaml").body("key: [".getBytes(StandardCharsets.UTF_8))
                .post("/api/plans").statusCode();
    }

    private static String token(Cookie session) {
        return browser().cookie(session).get("/directory").cookie(CSRF);
    }

    private static RequestSpecification as(String person) {
        return with(person, DemoPeople.PASSWORD);
    }

    private static RequestSpecification with(String person, String password) {
        return given().redirects().follow(false).auth().preemptive().basic(person, password);
    }

}

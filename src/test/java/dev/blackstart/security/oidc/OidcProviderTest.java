package dev.blackstart.security.oidc;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.CoreMatchers.containsString;
import static org.hamcrest.CoreMatchers.nullValue;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.people.Person;
import dev.blackstart.people.PlatformRole;
import dev.blackstart.testsupport.Keycloak;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** Tokens of a real Keycloak at the API, and what opens nothing any more. */
@QuarkusTest
@TestProfile(Keycloak.class)
class OidcProviderTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Inject
    Clock clock;

    @BeforeEach
    void keycloak() {
        Keycloak.isThere();
    }

    private static RequestSpecification bearing(String token) {
        return given().redirects().follow(false).auth().oauth2(token);
    }

    private static int open(String token) {
        return bearing(token).get("/api/people").statusCode();
    }

    /** What only masters may: 422 is the answer to one who may. */
    private static int importing(String token) {
        return bearing(token).contentType("application/yaml").body("key: x".getBytes(StandardCharsets.UTF_8))
                .post("/api/plans?dryRun=true").statusCode();
    }

    @Test
    void start_keycloakAway_pagesSaySo() {
        Response page = Keycloak.beforeItWasThere();
        assertThat(page.statusCode()).isEqualTo(503);
        assertThat(page.asString()).contains("Sign-in is unavailable", "does not answer now");
        assertThat(page.header("Retry-After")).isNotNull();
    }

    @Test
    void bearer_ofTheRealm_isThePersonWithTheRole() {
        assertThat(importing(Keycloak.token("dana"))).isEqualTo(422);
        assertThat(importing(Keycloak.token("pia"))).isEqualTo(403);
        bearing(Keycloak.token("pia")).get("/api/people").then().statusCode(200).body(containsString("Pia Rossi"));
        QuarkusTransaction.requiringNew().run(() -> assertThat(Person.count("lower(email) = 'pia@example.org'")).isOne());
    }

    @Test
    void bearer_forSomebodyElseOrOfAnotherRealmOrNoToken_opensNothing() {
        Keycloak.makeClient("blackstart", "other", false, 60);
        assertThat(open(Keycloak.tokens("blackstart", "other", "dana").path("access_token"))).as("audience").isEqualTo(401);
        Keycloak.manage("POST", "", Map.of("realm", "elsewhere", "enabled", true, "sslRequired", "none"));
        Keycloak.makeClient("elsewhere", "scripts", true, 60);
        Keycloak.makePerson("elsewhere", "dana", "dana@example.org", true);
        assertThat(open(Keycloak.tokens("elsewhere", "scripts", "dana").path("access_token"))).as("realm").isEqualTo(401);
        Response tokens = Keycloak.tokens("blackstart", "scripts", "dana");
        assertThat(open(tokens.path("id_token"))).as("ID token").isEqualTo(401);
        assertThat(open(tokens.path("refresh_token"))).as("refresh token").isEqualTo(401);
        String token = tokens.path("access_token");
        assertThat(open(token.substring(0, token.length() - 8) + "AAAAAAAA")).as("forged").isEqualTo(401);
        assertThat(open("rubbish")).isEqualTo(401);
        assertThat(open(token)).isEqualTo(200);
    }

    @Test
    void bearer_runOut_opensNothingAndEndsItsStream() {
        Keycloak.makeClient("blackstart", "brief", true, 10);
        String token = Keycloak.tokens("blackstart", "brief", "dana").path("access_token");
        String exercise = bearing(token).contentType(ContentType.JSON)
                .body(Map.of("plan", "orders-database-failover", "startsAt", "2031-03-03T09:00:00Z")).post("/api/exercises")
                .then().statusCode(201).extract().path("id");
        // reads until the server ends it
        String told = bearing(token).accept("text/event-stream").get("/api/exercises/" + exercise + "/journal").asString();
        assertThat(told).contains("exercise-scheduled");
        Awaitility.await().until(() -> open(token) == 401);
    }

    @Test
    void role_takenAway_countsFromTheNextTokenOnForEveryToken() {
        String id = Keycloak.makePerson("blackstart", "mary", "mary@example.org", true, "master-of-disaster");
        String before = Keycloak.token("mary");
        assertThat(importing(before)).isEqualTo(422);
        Keycloak.role("DELETE", "blackstart", id, "master-of-disaster");
        Awaitility.await("a token of a later second")
                .until(() -> importing(Keycloak.token("mary")) == 403);
        assertThat(importing(before)).as("the older word").isEqualTo(403);
        assertThat(open(before)).isEqualTo(200);
    }

    @Test
    void firstSignIn_clashOrUnverifiedMail_takesNobodyOver() {
        make("frida", "frida@example.org", null);
        make("gustav", "gil@example.org", "a hash");
        make("hal", null, null);
        make("ivan", null, "a hash");
        Keycloak.makePerson("blackstart", "frida", "frida@example.org", false);
        Keycloak.makePerson("blackstart", "gil", "gil@example.org", true);
        Keycloak.makePerson("blackstart", "hal", "hal@example.org", true);
        Keycloak.makePerson("blackstart", "ivan", "ivan@example.org", true);
        Keycloak.makePerson("blackstart", "glass", "glass@example.org", true, "admin");
        assertThat(keyOf("frida")).isEqualTo("frida-2");
        assertThat(keyOf("gil")).isEqualTo("gustav");
        assertThat(keyOf("hal")).isEqualTo("hal");
        assertThat(keyOf("ivan")).isEqualTo("ivan-2");
        assertThat(keyOf("glass")).as("the emergency login's").isEqualTo("glass-2");
    }

    @Test
    void firstSignIn_manyRequestsAtOnce_onePerson() {
        Keycloak.makePerson("blackstart", "zoe", "zoe@example.org", true);
        String token = Keycloak.token("zoe");
        List<CompletableFuture<Integer>> answers = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> open(token))).toList();
        assertThat(answers).allSatisfy(answer -> assertThat(answer.join()).isEqualTo(200));
        QuarkusTransaction.requiringNew().run(() -> assertThat(Person.count("key like 'zoe%'")).isOne());
    }

    private void make(String key, String mail, String hash) {
        QuarkusTransaction.requiringNew()
                .run(() -> new Person(key, key, mail, PlatformRole.MEMBER, hash, clock.instant()).persist());
    }

    /** Who writes a note, as the record has it. */
    private static String keyOf(String username) {
        String token = Keycloak.token(username);
        assertThat(open(token)).isEqualTo(200);
        String subject = Keycloak.manage("GET", "/blackstart/users?exact=true&username=" + username, null).path("[0].id");
        return QuarkusTransaction.requiringNew()
                .call(() -> Person.<Person> find("subject like ?1", "% " + subject).firstResult().key);
    }

    @Test
    void password_withKeycloak_opensNothingButTheEmergencyLogin() {
        given().auth().preemptive().basic("dana", DemoPeople.PASSWORD).get("/api/people").then().statusCode(401);
        given().auth().preemptive().basic(Keycloak.BREAK_GLASS, Keycloak.BREAK_GLASS_PASSWORD).get("/api/people").then()
                .statusCode(401).header("Location", nullValue());
        assertThat(signIn("dana", DemoPeople.PASSWORD).cookie("blackstart-session")).isNull();
        assertThat(signIn(Keycloak.BREAK_GLASS, "guessed").cookie("blackstart-session")).isNull();
        Response in = signIn(Keycloak.BREAK_GLASS, Keycloak.BREAK_GLASS_PASSWORD);
        given().redirects().follow(false).cookie(in.getDetailedCookie("blackstart-session")).get("/directory").then()
                .statusCode(200).body(containsString("Sign out"));
        given().cookie(in.getDetailedCookie("blackstart-session")).get("/api/people").then().statusCode(401);
    }

    private static Response signIn(String person, String password) {
        return given().redirects().follow(false).contentType(FORM).body("j_username=" + person + "&j_password=" + password)
                .header("Sec-Fetch-Site", "same-origin").post("/sign-in");
    }

    @Test
    void notSignedIn_pageGoesToKeycloakScriptIsToldSo() {
        given().redirects().follow(false).accept("text/html").get("/directory").then().statusCode(302).header("Location",
                containsString("/realms/blackstart/protocol/openid-connect/auth"));
        for (String path : new String[] { "/ping", "/directory", "/api/people" }) {
            given().redirects().follow(false).accept("*/*").get(path).then().statusCode(401).header("Location", nullValue());
        }
        given().redirects().follow(false).accept("text/html").contentType(FORM).body("a=b").post("/schedule").then()
                .statusCode(303).header("Location", containsString("/login"));
        given().get("/login").then().statusCode(200).body(containsString("Sign in with"));
        given().accept("text/html").redirects().follow(false).get("/signed-in?state=guessed&code=guessed").then()
                .statusCode(302);
    }

    @Test
    void bearer_keycloakAway_knownKeysStillOpen() {
        String token = Keycloak.token("dana");
        assertThat(open(token)).isEqualTo(200);
        Keycloak.isAway();
        assertThat(open(token)).isEqualTo(200);
        given().accept("text/html").redirects().follow(false).get("/directory").then().statusCode(503);
    }
}

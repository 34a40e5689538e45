package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;

import dev.blackstart.testsupport.Keycloak;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** People sign in with the account they have, at a real Keycloak, in their browsers. */
@QuarkusTest
@TestProfile(Keycloak.class)
class KeycloakInTheBrowserTest extends InTheBrowser {

    private static final Pattern AT_KEYCLOAK = Pattern.compile(".*/realms/blackstart/.*");

    @BeforeEach
    void keycloak() {
        Keycloak.isThere();
    }

    @AfterEach
    void nobodyStaysAway() {
        Keycloak.isThere();
        Keycloak.browserTokensLast(300);
    }

    /** Asks for a page, and ends there after Keycloak has asked who it is. */
    private Page signIn(String person, int width, String path) {
        Page page = watched(browser.stranger(width));
        page.navigate(path);
        introduce(page, person);
        page.waitForURL(Pattern.compile(".*" + Pattern.quote(path)));
        return page;
    }

    private static void introduce(Page page, String person) {
        page.waitForURL(AT_KEYCLOAK);
        page.locator("#username").fill(person);
        page.locator("#password").fill(Keycloak.PASSWORD);
        page.locator("#kc-login").click();
    }

    @Test
    void signIn_andOut_overTheirOwnAccount() {
        Page phone = signIn("pia", PHONE, "/findings");
        assertThat(phone.locator("meta[name=viewer]")).hasAttribute("content", "pia");
        assertThat(sidewaysScroll(phone)).isLessThanOrEqualTo(0);
        signOut(phone);
        phone.waitForURL(Pattern.compile(".*/login$"));
        assertThat(phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in with your organisation")))
                .isVisible();
        phone.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Sign in with your organisation")).click();
        introduce(phone, "wilma");
        assertThat(phone.locator("meta[name=viewer]")).hasAttribute("content", "wilma");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void signedOut_copiedCookie_opensNothing() {
        Page page = signIn("wim", DESK, "/findings");
        var cookies = page.context().cookies().stream().filter(cookie -> cookie.name.startsWith("q_session")).toList();
        signOut(page);
        page.waitForURL(Pattern.compile(".*/login$"));
        Page thief = browser.stranger(DESK);
        thief.context().addCookies(cookies.stream().map(cookie -> new com.microsoft.playwright.options.Cookie(cookie.name,
                cookie.value).setDomain(cookie.domain).setPath(cookie.path)).toList());
        thief.navigate("/findings");
        assertThat(thief.locator("meta[name=viewer]")).hasCount(0);
    }

    /** A master reads what nobody else may; then somebody takes the role away at Keycloak, and nobody signs out. */
    @Test
    void role_takenAway_pageApiAndOpenStreamsAreShut() throws Exception {
        String exercise = bearing(Keycloak.token("dana")).contentType(ContentType.JSON)
                .body(Map.of("plan", "orders-database-failover", "startsAt", "2031-03-03T09:00:00Z")).post("/api/exercises")
                .then().statusCode(201).extract().path("id");
        String path = "/exercises/" + exercise;
        Keycloak.browserTokensLast(5);
        String id = Keycloak.makePerson("blackstart", "marlene", "marlene@example.org", true, "master-of-disaster");
        Page page = signIn("marlene", DESK, path);
        assertThat(page.getByText("Orders database loses its primary").first()).isVisible();
        page.evaluate("path => { window.stream = new EventSource(path) }", path + "/live/control-room");
        awaitStream(page, "OPEN");
        String lasting = Keycloak.token("marlene");
        assertThat(reading(lasting, exercise)).isEqualTo(200);
        CompletableFuture<String> told = CompletableFuture.supplyAsync(() -> bearing(lasting).accept("text/event-stream")
                .get("/api" + path + "/journal").asString());

        Keycloak.role("DELETE", "blackstart", id, "master-of-disaster");
        awaitStream(page, "CLOSED");
        assertThat(told.get(30, TimeUnit.SECONDS)).as("its token lasts for minutes yet").contains("exercise-scheduled");
        assertThat(reading(lasting, exercise)).isEqualTo(404);
        assertThat(reading(Keycloak.token("marlene"), exercise)).isEqualTo(404);
        assertThat(page.navigate(path).status()).isEqualTo(404);
        assertThat(page.getByText("Orders database")).hasCount(0);
        page.navigate("/plans");
        assertThat(page.locator("meta[name=viewer]")).hasAttribute("content", "marlene");
        assertThat(page.getByText("Write a plan")).hasCount(0);
    }

    private static void awaitStream(Page page, String state) {
        Awaitility.await("the stream is " + state).atMost(Duration.ofSeconds(30))
                .until(() -> page.evaluate("stream.readyState === EventSource." + state), Boolean.TRUE::equals);
    }

    private static RequestSpecification bearing(String token) {
        return given().auth().oauth2(token);
    }

    private static int reading(String token, String exercise) {
        return bearing(token).get("/api/exercises/" + exercise).statusCode();
    }

    @Test
    void signOut_keycloakAway_isSaidAndNobodyElseComesInBeforeTheSessionThereEnds() {
        Page page = signIn("noel", PHONE, "/findings");
        Keycloak.isAway();
        signOut(page);
        assertThat(page.getByText("could not be reached")).isVisible();
        assertThat(page.locator("meta[http-equiv=refresh]")).hasCount(0);
        assertThat(sidewaysScroll(page)).isLessThanOrEqualTo(0);
        Keycloak.isThere();
        page.navigate("/findings");
        assertThat(page.getByText("still lives")).isVisible();
        page.getByText("Sign out of your organisation").click();
        page.waitForURL(AT_KEYCLOAK);
        page.locator("#kc-logout").click();
        page.waitForURL(Pattern.compile(".*/login$"));
        page.getByText("Sign in with your organisation").click();
        introduce(page, "wilma");
        assertThat(page.locator("meta[name=viewer]")).hasAttribute("content", "wilma");
    }

    @Test
    void signOut_keycloakAwayAndTokenOver_browserForgetsThem() {
        Keycloak.browserTokensLast(3);
        Page page = signIn("carl", DESK, "/findings");
        Keycloak.isAway();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> page.request().get("/ping").status() == 503);
        signOut(page);
        assertThat(page.getByText("could not be reached")).isVisible();
        assertThat(page.context().cookies()).noneMatch(cookie -> cookie.name.startsWith("q_session"));
        Keycloak.isThere();
        page.navigate("/findings");
        assertThat(page.getByText("still lives")).isVisible();
        assertThat(page.locator("meta[name=viewer]")).hasCount(0);
    }

    private static void signOut(Page page) {
        page.locator(".who button:not([data-theme-switch])").click();
    }

    @Test
    void keycloakAway_whoIsInStaysUntilTheTokenEnds_emergencyLoginOpens() {
        Keycloak.browserTokensLast(8);
        Page page = signIn("dana", DESK, "/directory");
        Keycloak.isAway();
        page.reload();
        assertThat(page.locator("meta[name=viewer]")).hasAttribute("content", "dana");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> page.reload().status() == 503);
        assertThat(page.getByText("Sign-in is unavailable").first()).isVisible();
        Page stranger = browser.stranger(PHONE);
        assertThat(stranger.navigate("/").status()).isEqualTo(503);
        stranger.getByText("Use the emergency login").click();
        stranger.getByLabel("Name").fill(Keycloak.BREAK_GLASS);
        stranger.getByLabel("Password").fill(Keycloak.BREAK_GLASS_PASSWORD);
        stranger.locator("main form button").click();
        assertThat(stranger.locator("meta[name=viewer]")).hasAttribute("content", Keycloak.BREAK_GLASS);
        signOut(stranger);
        assertThat(stranger.getByText("Sign in with your organisation")).isVisible();
        Keycloak.isThere();
        page.reload();
        assertThat(page.locator("meta[name=viewer]")).hasAttribute("content", "dana");
    }

    @Test
    void script_signedOut_isToldSo() {
        Page page = signIn("nora", DESK, "/directory");
        page.context().clearCookies();
        assertThat(page.evaluate("fetch('/ping', {redirect: 'manual'}).then(answer => answer.status)")).isEqualTo(401);
    }
}

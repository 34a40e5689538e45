package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
        phone.locator(".who button:not([data-theme-switch])").click();
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
        page.locator(".who button:not([data-theme-switch])").click();
        page.waitForURL(Pattern.compile(".*/login$"));
        Page thief = browser.stranger(DESK);
        thief.context().addCookies(cookies.stream().map(cookie -> new com.microsoft.playwright.options.Cookie(cookie.name,
                cookie.value).setDomain(cookie.domain).setPath(cookie.path)).toList());
        thief.navigate("/findings");
        assertThat(thief.locator("meta[name=viewer]")).hasCount(0);
    }

    @Test
    void role_takenAway_goneAtTheNextRefresh() {
        Keycloak.browserTokensLast(5);
        String id = Keycloak.makePerson("blackstart", "marlene", "marlene@example.org", true, "master-of-disaster");
        Page page = signIn("marlene", DESK, "/plans");
        assertThat(page.getByText("Write a plan").first()).isVisible();
        Keycloak.role("DELETE", "blackstart", id, "master-of-disaster");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
            page.navigate("/plans");
            return page.getByText("Write a plan").count() == 0;
        });
        assertThat(page.locator("meta[name=viewer]")).hasAttribute("content", "marlene");
    }

    @Test
    void keycloakAway_whoIsInStaysUntilTheTokenEnds_emergencyLoginOpens() {
        Keycloak.browserTokensLast(8);
        Page page = signIn("dana", DESK, "/directory");
        Keycloak.isAway();
        page.reload();
        assertThat(page.locator("meta[name=viewer]")).hasAttribute("content", "dana");
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> page.reload().status() == 503);
        assertThat(page.getByText("Sign-in is away").first()).isVisible();
        Page stranger = browser.stranger(PHONE);
        assertThat(stranger.navigate("/").status()).isEqualTo(503);
        stranger.getByText("Use the emergency login").click();
        stranger.getByLabel("Name").fill(Keycloak.BREAK_GLASS);
        stranger.getByLabel("Password").fill(Keycloak.BREAK_GLASS_PASSWORD);
        stranger.locator("main form button").click();
        assertThat(stranger.locator("meta[name=viewer]")).hasAttribute("content", Keycloak.BREAK_GLASS);
        stranger.locator(".who button:not([data-theme-switch])").click();
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

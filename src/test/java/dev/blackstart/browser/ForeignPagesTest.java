package dev.blackstart.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.sun.net.httpserver.HttpServer;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.people.Person;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/**
 * A page from another port of the same host: the browser sends the victim's cookies along, however strict they are. What it
 * sends changes nothing.
 */
@QuarkusTest
class ForeignPagesTest extends InTheBrowser {

    private static final String TIMELINE = "timeline: [{key: one, at: PT1H, task: {of: carl, text: Look.}}]";
    private static final String FETCH = """
            ([target, type, body]) => fetch(target, { method: 'POST', mode: 'no-cors', credentials: 'include',
                headers: { 'Content-Type': type }, body }).then(() => true, () => false)""";
    private static final String SUBMIT = """
            ([target, fields]) => {
                const form = Object.assign(document.createElement('form'), { method: 'post', action: target });
                Object.entries(fields).forEach(([name, value]) =>
                    form.append(Object.assign(document.createElement('input'), { name, value })));
                document.body.append(form);
                form.submit();
            }""";

    private HttpServer elsewhere;
    private String foreign;

    @BeforeEach
    void serve() throws IOException {
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/", exchange -> {
            byte[] page = "<!DOCTYPE html><title>Elsewhere</title><body>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        elsewhere.start();
        foreign = "http://" + URI.create(root).getHost() + ":" + elsewhere.getAddress().getPort() + "/";
    }

    @AfterEach
    void stop() {
        elsewhere.stop(0);
    }

    private String own(String path) {
        return root.replaceAll("/$", "") + path;
    }

    private static String token(Page page) {
        return page.locator("meta[name=csrf-token]").getAttribute("content");
    }

    private static String hash(String person) {
        return QuarkusTransaction.requiringNew().call(() -> Person.byKey(person).passwordHash);
    }

    @ParameterizedTest
    @ValueSource(strings = { "APPLICATION/X-WWW-FORM-URLENCODED", "application/x-www-form-urlencoded",
            "Application/X-Www-Form-Urlencoded; charset=UTF-8", "MULTIPART/FORM-DATA; boundary=Xy", "TEXT/PLAIN" })
    void scriptOfAnotherPort_inWhateverContentType_changesNothing(String type) {
        GameDay day = GameDay.running(TIMELINE);
        Page attacker = browser.signIn("pete", DESK);
        Page victim = browser.signIn("adam", DESK);
        String before = hash("wim");
        int systems = GameDay.as("adam").get("/api/systems").then().extract().path("items.size()");
        String channels = GameDay.as("adam").get("/api/people/adam").asString();
        victim.navigate(foreign);
        for (String token : List.of("", token(attacker))) {
            String body = type.startsWith("MULTIPART")
                    ? "--Xy\r\nContent-Disposition: form-data; name=\"csrf-token\"\r\n\r\n" + token + "\r\n--Xy--\r\n"
                    : "password=&csrf-token=" + token;
            for (String path : List.of("/directory/people/wim/password", "/directory/people/wim/transitions",
                    "/directory/teams/web/removal", "/directory/systems/metrics/removal", "/settings", "/settings/calendar",
                    "/no-duff", "/logout", "/api/no-duff", "/exercises/" + day.id + "/transitions")) {
                victim.evaluate(FETCH, List.of(own(path), type, body));
            }
        }
        assertThat(hash("wim")).isEqualTo(before);
        assertThat(JournalProbe.of(day, "no-duff")).isEmpty();
        day.get("dana", "").body("state", org.hamcrest.Matchers.is("running"));
        GameDay.as("adam").get("/api/teams/web").then().statusCode(200);
        assertThat(GameDay.as("adam").get("/api/systems").then().extract().<Integer> path("items.size()")).isEqualTo(systems);
        assertThat(GameDay.as("adam").get("/api/people/adam").asString()).isEqualTo(channels);
        victim.navigate("/directory");
        PlaywrightAssertions.assertThat(victim.locator(".who-name")).hasText("Adam Lindqvist");
    }

    @Test
    void formOfAnotherPort_submitted_refusedInWords() {
        GameDay day = GameDay.running(TIMELINE);
        Page attacker = browser.signIn("pete", DESK);
        Page victim = browser.signIn("adam", DESK);
        String before = hash("wim");
        Map<String, Map<String, String>> forms = Map.of("/directory/people/wim/password",
                Map.of("password", "", "csrf-token", token(attacker)), "/no-duff", Map.of(), "/logout", Map.of());
        forms.forEach((path, fields) -> {
            victim.navigate(foreign);
            Response refused = victim.waitForResponse(own(path),
                    () -> victim.evaluate(SUBMIT, List.of(own(path), fields)));
            assertThat(refused.status()).as(path).isEqualTo(403);
            PlaywrightAssertions.assertThat(victim.locator("main")).containsText("nothing was changed");
        });
        assertThat(hash("wim")).isEqualTo(before);
        assertThat(JournalProbe.of(day, "no-duff")).isEmpty();
        victim.navigate("/directory");
        PlaywrightAssertions.assertThat(victim.locator(".who-name")).hasText("Adam Lindqvist");
    }

    @Test
    void signInFormOfAnotherPort_victimIsNotSignedInAsTheAttacker() {
        Map<String, String> attackers = Map.of("j_username", "pete", "j_password", DemoPeople.PASSWORD);
        Page nobody = browser.stranger(DESK);
        nobody.navigate(foreign);
        Response refused = nobody
                .waitForResponse(own("/sign-in"), () -> nobody.evaluate(SUBMIT, List.of(own("/sign-in"), attackers)));
        assertThat(refused.status()).isEqualTo(403);
        PlaywrightAssertions.assertThat(nobody.locator("main")).containsText("nothing was changed");
        nobody.navigate("/directory");
        assertThat(nobody.url()).endsWith("/login");
        Page victim = browser.signIn("adam", DESK);
        victim.navigate(foreign);
        victim.evaluate(FETCH, List.of(own("/sign-in"), "APPLICATION/X-WWW-FORM-URLENCODED",
                "j_username=pete&j_password=" + DemoPeople.PASSWORD));
        victim.navigate("/directory");
        PlaywrightAssertions.assertThat(victim.locator(".who-name")).hasText("Adam Lindqvist");
    }
}

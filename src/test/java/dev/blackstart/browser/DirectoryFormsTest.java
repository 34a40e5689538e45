package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** Every form of the directory, pressed in a browser; its effect is in the entry's record of changes or in the API. */
@QuarkusTest
@FormWalk.FormsOf("directory")
class DirectoryFormsTest extends FormWalk {

    private final String key = "walk-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void people_addedChangedLeftAndBack_areRecorded() {
        Page adam = watched(browser.signIn("adam", DESK));
        adam.navigate("/directory");
        open(adam, "Add");
        fill(adam, "key", key);
        fill(adam, "name", "Wanda Walker");
        submit(adam, "directory/index.html /directory/people", () -> press(adam, "form[action='/directory/people']"));
        adam.navigate("/directory/people/" + key);
        fill(adam, "email", key + "@example.org");
        submit(adam, "directory/person.html /directory/people/*", () -> press(adam, at("/directory/people/" + key)));
        assertThat(person().<String> path("email")).isEqualTo(key + "@example.org");

        open(adam, "password");
        fill(adam, "password", "correct horse battery");
        submit(adam, "directory/person.html /directory/people/*/password",
                () -> press(adam, at("/directory/people/" + key + "/password")));
        adam.navigate("/directory/people/" + key);
        assertThat(adam.content()).contains("signs in with a password");
        open(adam, "password");
        submit(adam, "directory/person.html /directory/people/*/password password=",
                () -> confirmed(adam, at("/directory/people/" + key + "/password")
                        + ":has(button:not(:text-is('Set password')))"));
        adam.navigate("/directory/people/" + key);
        assertThat(adam.content()).contains("has no password here");

        submit(adam, "directory/person.html /directory/people/*/transitions to=left",
                () -> confirmed(adam, at("/directory/people/" + key + "/transitions")));
        adam.navigate("/directory/people/" + key);
        assertThat(adam.locator("[data-tone=grey]").first()).isVisible();
        submit(adam, "directory/person.html /directory/people/*/transitions to=here",
                () -> confirmed(adam, at("/directory/people/" + key + "/transitions")));
        adam.navigate("/directory/people/" + key);
        assertThat(adam.locator("form" + at("/directory/people/" + key))).isVisible();
        assertThat(complaints()).isEmpty();
    }

    @Test
    void teams_addedChangedRemoved_areRecorded() {
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate("/directory/teams");
        open(dana, "Add");
        fill(dana, "key", key);
        fill(dana, "name", "Walkers");
        fill(dana, "lead", "wim");
        fill(dana, "members", "wilma");
        submit(dana, "directory/teams.html /directory/teams", () -> press(dana, at("/directory/teams")));
        dana.navigate("/directory/teams/" + key);
        fill(dana, "duty", "wilma\nwim");
        submit(dana, "directory/team.html /directory/teams/*", () -> press(dana, at("/directory/teams/" + key)));
        assertThat(GameDay.as("dana").get("/api/teams/" + key).<List<String>> path("duty")).containsExactly("wilma", "wim");
        dana.navigate("/directory/teams/" + key);
        submit(dana, "directory/team.html /directory/teams/*/removal",
                () -> confirmed(dana, at("/directory/teams/" + key + "/removal")));
        GameDay.as("dana").get("/api/teams/" + key).then().statusCode(404);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void systems_addedChangedRemoved_areRecorded() {
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate("/directory/systems");
        open(dana, "Add");
        fill(dana, "key", key);
        fill(dana, "name", "Walked system");
        submit(dana, "directory/systems.html /directory/systems", () -> press(dana, at("/directory/systems")));
        dana.navigate("/directory/systems/" + key);
        dana.locator("[name=offLimits]").check();
        submit(dana, "directory/system.html /directory/systems/*", () -> press(dana, at("/directory/systems/" + key)));
        assertThat(GameDay.as("dana").get("/api/systems/" + key).<Boolean> path("offLimits")).isTrue();
        dana.navigate("/directory/systems/" + key);
        submit(dana, "directory/system.html /directory/systems/*/removal",
                () -> confirmed(dana, at("/directory/systems/" + key + "/removal")));
        GameDay.as("dana").get("/api/systems/" + key).then().statusCode(404);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void blackouts_addedChangedRemoved_areRecorded() {
        addSystem();
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate("/directory/blackouts");
        open(dana, "Add");
        fill(dana, "reason", key);
        fill(dana, "from", "2034-03-03T10:00");
        fill(dana, "until", "2034-03-04T10:00");
        fill(dana, "systems", key);
        submit(dana, "directory/blackouts.html /directory/blackouts", () -> press(dana, at("/directory/blackouts")));
        follow(dana, "/directory/blackouts", key);
        fill(dana, "reason", key + " sale");
        submit(dana, "directory/blackout.html /directory/blackouts/*", () -> press(dana, "[action*='/blackouts/']"));
        follow(dana, "/directory/blackouts", key + " sale");
        submit(dana, "directory/blackout.html /directory/blackouts/*/removal",
                () -> confirmed(dana, "[action$='/removal']"));
        dana.navigate("/directory/blackouts");
        assertThat(dana.content()).doesNotContain(key);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void incidents_declaredChangedClosedReopened_areRecorded() {
        addSystem();
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate("/directory/incidents");
        open(dana, "Declare");
        fill(dana, "title", key);
        fill(dana, "systems", key);
        submit(dana, "directory/incidents.html /directory/incidents", () -> press(dana, at("/directory/incidents")));
        follow(dana, "/directory/incidents", key);
        open(dana, "Change");
        fill(dana, "title", key + " spreads");
        submit(dana, "directory/incident.html /directory/incidents/*",
                () -> press(dana, "[action*='/incidents/']:not([action$='/transitions']):not([action$='/clocks'])"));
        follow(dana, "/directory/incidents", key + " spreads");
        open(dana, "State when");
        fill(dana, "startedAt", "2026-01-02T10:00");
        fill(dana, "recoveredAt", "2026-01-02T10:45");
        dana.selectOption("#f-severity", "sev3");
        submit(dana, "directory/incident.html /directory/incidents/*/clocks", () -> press(dana, "[action$='/clocks']"));
        assertThat(dana.locator("main").innerText()).contains("Recovered").contains("sev3");
        submit(dana, "directory/incident.html /directory/incidents/*/transitions to=closed",
                () -> confirmed(dana, "[action$='/transitions']"));
        follow(dana, "/directory/incidents", key + " spreads");
        submit(dana, "directory/incident.html /directory/incidents/*/transitions to=open",
                () -> confirmed(dana, "[action$='/transitions']"));
        follow(dana, "/directory/incidents", key + " spreads");
        submit(dana, "directory/incident.html /directory/incidents/*/transitions to=closed",
                () -> confirmed(dana, "[action$='/transitions']"));
        assertThat(complaints()).isEmpty();
    }

    @Test
    void files_importedAndDiscarded_changeWhatTheySay() {
        Page dana = watched(browser.signIn("dana", DESK));
        upload(dana);
        submit(dana, "directory/job.html /directory/imports/*/transitions to=discarded",
                () -> press(dana, "form:has([value=discarded])"));
        assertThat(GameDay.as("dana").get("/api/people/" + key).statusCode()).isEqualTo(404);
        upload(dana);
        submit(dana, "directory/job.html /directory/imports/*/transitions to=importing",
                () -> press(dana, "form:has([value=importing])"));
        assertThat(dana.locator("#job progress")).hasCount(0);
        assertThat(person().<String> path("name")).isEqualTo("Imported Walker");
        assertThat(complaints()).isEmpty();
    }

    private void upload(Page dana) {
        dana.navigate("/directory/imports");
        dana.locator("[name=file]").setInputFiles(new FilePayload("people.csv", "text/csv",
                ("key,name\n" + key + ",Imported Walker\n").getBytes(StandardCharsets.UTF_8)));
        submit(dana, "directory/imports.html /directory/imports", () -> press(dana, at("/directory/imports")));
        assertThat(dana.locator("form:has([value=importing])")).isVisible();
    }

    private void addSystem() {
        GameDay.as("dana").contentType(ContentType.JSON).body(Map.of("key", key, "name", "Walked system")).post("/api/systems")
                .then().statusCode(201);
    }

    private io.restassured.response.Response person() {
        return GameDay.as("dana").get("/api/people/" + key);
    }

    private static void follow(Page page, String list, String name) {
        page.navigate(list);
        page.locator("main a").getByText(name, new com.microsoft.playwright.Locator.GetByTextOptions().setExact(true)).click();
        page.waitForLoadState();
    }
}

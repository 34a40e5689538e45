package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;

import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;

/** Every form of signing in, of one's own settings, of plans and of scheduling, pressed in a browser. */
@QuarkusTest
@FormWalk.FormsOf({ "calendar", "catalogue", "imports", "layout.html", "notify", "exercise/approvals.html",
        "exercise/programme.html", "exercise/schedule.html", "rehearsal", "security", "recurring" })
class SettingsFormsTest extends FormWalk {

    private static final String SHORT = "timeline: [{key: end, at: PT1H, endex: {}}]";

    @Test
    void settings_savedAndTested_areKept() {
        Page olga = watched(browser.signIn("olga", DESK));
        olga.navigate("/settings");
        fill(olga, "phone", "+49 30 23125 113");
        submit(olga, "notify/settings.html /settings", () -> press(olga, at("/settings")));
        assertThat(GameDay.as("olga").get("/api/people/olga").<String> path("phone")).isEqualTo("+49 30 23125 113");
        olga.navigate("/settings");
        fill(olga, "phone", "");
        press(olga, at("/settings"));
        olga.waitForLoadState();
        submit(olga, "notify/settings.html /settings/tests", () -> press(olga, at("/settings/tests")));
        olga.navigate("/outbox");
        assertThat(olga.locator("main")).containsText("Test message");

        olga.navigate("/settings/calendar");
        submit(olga, "calendar/settings.html /settings/calendar to=made #2",
                () -> press(olga, "form:has(button[value=made])"));
        assertThat(olga.locator(".feed-address")).isVisible();
        String first = olga.locator(".feed-address").innerText();
        submit(olga, "calendar/settings.html /settings/calendar to=made",
                () -> confirmed(olga, "form:has(button[value=made])"));
        assertThat(olga.locator(".feed-address")).not().containsText(first);
        submit(olga, "calendar/settings.html /settings/calendar to=revoked",
                () -> confirmed(olga, "form:has(button[value=revoked])"));
        assertThat(olga.locator(".feed-address")).hasCount(0);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void password_changed_signsInWithTheNewOneOnly() {
        String key = "walk-" + UUID.randomUUID().toString().substring(0, 8);
        Page adam = browser.signIn("adam", DESK);
        adam.navigate("/directory");
        open(adam, "Add");
        fill(adam, "key", key);
        fill(adam, "name", "Paula");
        press(adam, at("/directory/people"));
        adam.navigate("/directory/people/" + key);
        open(adam, "password");
        fill(adam, "password", "correct horse battery");
        press(adam, at("/directory/people/" + key + "/password"));
        adam.waitForLoadState();

        Page own = watched(browser.stranger(DESK));
        signIn(own, key, "correct horse battery");
        own.navigate("/settings/password");
        fill(own, "current", "correct horse battery");
        fill(own, "wanted", "a quite different one");
        submit(own, "security/password.html /settings/password", () -> press(own, at("/settings/password")));
        submit(own, "layout.html /logout", () -> press(own, at("/logout")));
        signIn(own, key, "a quite different one");
        assertThat(own.locator(".who-name")).containsText("Paula");
        assertThat(complaints()).isEmpty();
    }

    private void signIn(Page page, String key, String password) {
        page.navigate("/login");
        fill(page, "j_username", key);
        fill(page, "j_password", password);
        submit(page, "security/login.html /sign-in", () -> press(page, at("/sign-in")));
        page.waitForURL("**/");
    }

    @Test
    void experiment_importedCheckedCreated_becomesAPlan() {
        String key = "walk-" + UUID.randomUUID();
        Page dana = watched(browser.signIn("dana", PHONE));
        dana.navigate("/plans");
        dana.locator("a[href='/imports']").click();
        dana.locator("#f-file").setInputFiles(new FilePayload("experiment.yaml", "application/yaml", """
                title: %s
                description: It stops a command
                method: [{type: action, name: stop, provider: {type: process, path: stop, arguments: "a | b"}}]
                rollbacks: [{type: action, name: start, provider: {type: process, path: start}}]
                """.formatted(key).getBytes(StandardCharsets.UTF_8)));
        submit(dana, "imports/upload.html /imports", () -> press(dana, at("/imports")));
        assertThat(dana.locator("main")).containsText("Chaos Toolkit experiment");
        assertThat(dana.locator("tbody")).containsText("No shell runs");
        submit(dana, "imports/preview.html /plans/editor act=check", () -> dana.locator("button[value=check]").click());
        assertThat(dana.locator("[data-tone=green]")).isVisible();
        dana.navigate("/imports");
        dana.locator("#f-file").setInputFiles(new FilePayload("experiment.json", "application/json",
                "{\"title\": \"%s\", \"description\": \"Nothing\", \"method\": []}".formatted(key)
                        .getBytes(StandardCharsets.UTF_8)));
        submit(dana, "imports/upload.html /imports", () -> press(dana, at("/imports")));
        submit(dana, "imports/preview.html /plans/editor act=import", () -> dana.locator("button[value=import]").click());
        assertThat(GameDay.as("dana").get("/api/plans/" + key).statusCode()).isEqualTo(200);
        assertThat(complaints()).isEmpty();
    }

    @Test
    void plan_writtenApprovedRehearsedScheduled_becomesAnExercise() {
        String key = "walk-" + UUID.randomUUID();
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate("/plans/editor");
        fill(dana, "source", plan(key, ""));
        submit(dana, "catalogue/edit.html /plans/editor act=check", () -> dana.locator("button[value=check]").click());
        assertThat(dana.locator("[data-tone=green]")).isVisible();
        submit(dana, "catalogue/edit.html /plans/editor act=import", () -> dana.locator("button[value=import]").click());
        assertThat(GameDay.as("dana").get("/api/plans/" + key).statusCode()).isEqualTo(200);

        Page adam = watched(browser.signIn("adam", PHONE));
        adam.navigate("/plans/" + key + "/approvals");
        fill(adam, "comment", "Say who answers the phone");
        submit(adam, "exercise/approvals.html /plans/*/approvals decision=rejected",
                () -> adam.locator("button[value=rejected]").click());
        adam.navigate("/plans/" + key + "/approvals");
        submit(adam, "exercise/approvals.html /plans/*/approvals decision=approved",
                () -> adam.locator("button[value=approved]").click());
        adam.navigate("/plans/" + key + "/approvals");
        assertThat(adam.locator("[data-tone=green]").first()).isVisible();

        dana.navigate("/plans/" + key);
        submit(dana, "catalogue/show.html /rehearsals", () -> press(dana, at("/rehearsals")));
        String rehearsal = dana.url().replaceAll(".*/exercises/([^/]+).*", "$1");
        assertThat(GameDay.as("dana").get("/api/exercises/" + rehearsal).<String> path("mode")).isEqualTo("rehearsal");
        dana.navigate("/exercises/" + rehearsal + "/rehearsal");
        submit(dana, "rehearsal/rehearsal.html /rehearsals", () -> press(dana, at("/rehearsals")));
        assertThat(dana.url()).doesNotContain(rehearsal);

        dana.navigate("/schedule?plan=" + key);
        fill(dana, "startsAt", "2031-03-03T10:00");
        submit(dana, "exercise/schedule.html *", () -> press(dana, "form:has([name=startsAt])"));
        assertThat(dana.locator(".ribbon")).containsText("SCHEDULED");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void recurring_switchedOnAndOff_schedulesAndCancels() {
        String key = "walk-" + UUID.randomUUID();
        GameDay.importPlan(plan(key, ", repeat: {every: P7D, hours: \"00:00-24:00\", random: true}"));
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate("/recurring");
        submit(dana, "recurring/index.html /recurring/* to=on", () -> press(dana, at("/recurring/" + key)));
        assertThat(next(key)).isNotNull();
        dana.navigate("/recurring");
        submit(dana, "recurring/index.html /recurring/* to=off", () -> confirmed(dana, at("/recurring/" + key)));
        assertThat(GameDay.as("dana").get("/api/recurring").<Boolean> path("items.find { it.plan == '" + key + "' }.on"))
                .isFalse();
        assertThat(complaints()).isEmpty();
    }

    private static Object next(String key) {
        return GameDay.as("dana").get("/api/recurring").path("items.find { it.plan == '" + key + "' }.next");
    }

    @Test
    void noDuff_fromTheProgramme_isInTheJournal() {
        GameDay day = GameDay.running("timeline: [{key: end, at: PT1H, endex: {}}]");
        Page pia = watched(browser.signIn("pia", PHONE));
        pia.navigate("/");
        submit(pia, "exercise/programme.html /no-duff", () -> confirmed(pia, at("/no-duff")));
        assertThat(JournalProbe.of(day, "no-duff")).hasSize(1);
        day.move("dana", "ended").statusCode(200);
        assertThat(complaints()).isEmpty();
    }

    private static String plan(String key, String schedule) {
        return """
                key: %s
                name: The small reboot
                type: tabletop
                intensity: 1
                environment: development
                owner: tess
                approvers: [adam]
                team: storage
                schedule: {duration: PT1H, zone: Europe/Berlin%s}
                roster: [{person: dana, role: director}, {person: carl, role: controller}]
                %s
                """.formatted(key, schedule, SHORT);
    }
}

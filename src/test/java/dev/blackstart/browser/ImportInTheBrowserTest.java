package dev.blackstart.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Somebody takes a spreadsheet of people into the directory: sees every mistake, mends them, looks first, and imports. */
@QuarkusTest
class ImportInTheBrowserTest extends InTheBrowser {

    private static final String FORMULA = "=HYPERLINK(\"http://evil.invalid\",\"Bob\")";

    private final String run = UUID.randomUUID().toString().substring(0, 6);

    @Inject
    EntityManager database;

    @ParameterizedTest
    @ValueSource(ints = { DESK, PHONE })
    void people_mistakesMended_lookedAtFirst_thenImported(int width) {
        Page dana = watched(browser.signIn("dana", width));
        send(dana, """
                key,name,email,zone
                ann-RUN,Ann Ode,ann@example.org,Europe/Berlin
                bob-RUN,"=HYPERLINK(""http://evil.invalid"",""Bob"")",bob@example.org,
                Not A Key,Cyd,,
                dan-RUN,Dan,dan at example,
                eli-RUN,Eli,,Mars/Base
                ann-RUN,Ann again,,
                """);
        assertThat(dana.locator("#job .notice")).containsText("4 mistakes in the file");
        assertThat(dana.locator("#job [aria-labelledby=mistakes] tbody th")).hasText(new String[] { "4", "5", "6", "7" });
        assertThat(dana.locator("#job [aria-labelledby=mistakes] tbody")).containsText("Enter a valid mail address");
        assertThat(dana.locator("#job [aria-labelledby=mistakes] tbody")).containsText("There is no such time zone");
        assertThat(dana.locator("#job button")).hasCount(0);
        assertThat(sidewaysScroll(dana)).isLessThanOrEqualTo(0);

        String mended = """
                key,name,email,zone
                ann-RUN,Ann Ode,ann@example.org,Europe/Berlin
                bob-RUN,"=HYPERLINK(""http://evil.invalid"",""Bob"")",bob@example.org,
                cyd-RUN,Cyd,,
                dan-RUN,Dan,dan@example.org,
                eli-RUN,Eli,,Europe/Paris
                """;
        send(dana, mended);
        assertThat(dana.locator("#job .notice")).containsText("make 5 new and change 0 entries. Nothing has changed yet.");
        assertThat(dana.request().get(person("ann")).status()).isEqualTo(404);
        QuarkusTransaction.requiringNew().run(() -> {
            // as long as somebody else writes it waits, and says how far it is
            database.createNativeQuery("select id from directory_lock where id = 1 for update").getResultList();
            act(dana, "Import it");
            assertThat(dana.getByRole(AriaRole.PROGRESSBAR)).isVisible();
            assertThat(dana.locator("#job")).containsText("You may leave this page");
            assertThat(sidewaysScroll(dana)).isLessThanOrEqualTo(0);
        });
        assertThat(dana.locator("#job .notice")).containsText("Imported. 5 new, 0 changed");
        assertThat(dana.getByRole(AriaRole.PROGRESSBAR)).hasCount(0);

        dana.navigate(person("bob"));
        assertThat(dana.locator("h1")).hasText(FORMULA);
        String csv = dana.request().get("/directory/files/people.csv").text();
        assertThat(csv).contains("bob-" + run).contains("'=HYPERLINK").doesNotContain(",\"=HYPERLINK");
        send(dana, mended);
        assertThat(dana.locator("#job .notice")).containsText("Nothing would change.");
        assertThat(dana.locator("#job button:has-text('Import it')")).hasCount(0);
        assertThat(complaints()).isEmpty();
    }

    private String person(String name) {
        return "/directory/people/" + name + "-" + run;
    }

    private void send(Page page, String rows) {
        page.navigate("/directory/imports");
        page.getByLabel("What it holds").selectOption("people");
        page.setInputFiles("input[type=file]",
                new FilePayload("people.csv", "text/csv", rows.replace("RUN", run).getBytes(StandardCharsets.UTF_8)));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Look at it first")).click();
    }
}

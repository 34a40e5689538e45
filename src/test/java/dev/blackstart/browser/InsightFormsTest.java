package dev.blackstart.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;

import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** The survey and the record of changes, from the pages of insight. */
@QuarkusTest
@FormWalk.FormsOf("insight")
class InsightFormsTest extends FormWalk {

    @Test
    void survey_answered_changeRecordedByTheOwner() {
        String system = "ledger-" + UUID.randomUUID().toString().substring(0, 8);
        GameDay.as("dana").contentType(ContentType.JSON).body(Map.of("key", system, "name", system, "owner", "storage"))
                .post("/api/systems").then().statusCode(201);
        Page pia = watched(browser.signIn("pia", PHONE));
        pia.navigate("/insight/culture");
        pia.locator("summary", new Page.LocatorOptions().setHasText("How confident")).click();
        fill(pia, "system", system);
        pia.selectOption("#f-level", "2");
        submit(pia, "insight/topic.html /insight/confidence", () -> press(pia, at("/insight/confidence")));
        assertThat(pia.locator("main").innerText()).contains("It was recorded");
        pia.navigate("/insight/recovery");
        pia.locator("summary", new Page.LocatorOptions().setHasText("Record a change")).click();
        fill(pia, "system", system);
        submit(pia, "insight/topic.html /insight/changes", () -> press(pia, at("/insight/changes")));
        GameDay.as("pia").get("/api/systems/" + system + "/changes").then().statusCode(200)
                .body("items[0].kind", is("failover-path"));
        assertThat(complaints()).isEmpty();
    }
}

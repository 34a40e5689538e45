package dev.blackstart.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

/** Stories told on a phone: previewed, published, changed; without a name by the key that was shown once. */
@QuarkusTest
@FormWalk.FormsOf("stories")
class StoryFormsTest extends FormWalk {

    @Test
    void story_toldOnAPhone_changedByItsAuthor_andWithoutANameByItsKey() {
        String title = "Night " + UUID.randomUUID().toString().substring(0, 8);
        Page pia = watched(browser.signIn("pia", PHONE));
        pia.navigate("/library");
        pia.locator("main a:text('War stories')").click();
        pia.locator("main a:text-is('Tell a story')").first().click();
        fill(pia, "title", title);
        fill(pia, "text", "The **standby** was behind.");
        submit(pia, "stories/editor.html /stories to=preview", "Preview");
        assertThat(pia.locator(".prose strong").innerText()).isEqualTo("standby");
        assertThat(sidewaysScroll(pia)).isLessThanOrEqualTo(0);
        submit(pia, "stories/editor.html /stories to=published", "Publish");
        assertThat(pia.locator("main").innerText()).contains("The story was saved.").contains(title);
        String address = pia.url();
        pia.locator("main a:text-is('Change')").click();
        fill(pia, "learned", "Watch the lag.");
        submit(pia, "stories/editor.html /stories to=published", "Publish");
        assertThat(pia.url()).isEqualTo(address);
        assertThat(pia.locator("main").innerText()).contains("Watch the lag.");

        pia.locator("main a:text-is('Change')").click();
        submit(pia, "stories/editor.html /stories to=draft", "Take back as a draft");
        assertThat(pia.locator("main").innerText()).contains("A draft: nobody else reads it.");

        pia.navigate("/stories/new");
        fill(pia, "title", title + " unnamed");
        fill(pia, "text", "I switched off the wrong one.");
        pia.locator("[name=anonymous]").check();
        submit(pia, "stories/editor.html /stories to=published", "Publish");
        String key = pia.locator("code").innerText();
        Page pete = watched(browser.signIn("pete", PHONE));
        pete.navigate("/stories/key");
        fill(pete, "key", key);
        submit(pete, "stories/key.html /stories/key", "Open the story");
        fill(pete, "learned", "Label the switches.");
        submit(pete, "stories/editor.html /stories to=published", "Publish");
        assertThat(GameDay.as("wilma").get("/api/stories?q=" + title + " unnamed").jsonPath().getString("items[0].learned"))
                .isEqualTo("Label the switches.");
        assertThat(complaints()).isEmpty();
    }
}

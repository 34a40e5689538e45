package dev.blackstart.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import org.junit.jupiter.api.Test;

import com.microsoft.playwright.Page;

import dev.blackstart.review.PublishedDay;
import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

/** A report from the first word to its readers: written, reviewed, signed, published, read on a phone. */
@QuarkusTest
@FormWalk.FormsOf("report")
class ReportFormsTest extends FormWalk {

    private static final String DAY = "timeline: [{key: later, at: PT1H, task: {of: carl, text: Look.}}]";

    @Test
    void report_written_signed_published_readByAPlayer() {
        GameDay day = GameDay.running(DAY);
        day.move("dana", "ended").statusCode(200);
        String report = "/exercises/" + day.id + "/report";
        Page dana = watched(browser.signIn("dana", DESK));
        dana.navigate(report);
        dana.locator(".page-head >> text=Edit").click();
        dana.locator(".report-sections li", new Page.LocatorOptions().setHasText("Summary")).locator("a").click();
        fill(dana, "text", "We **learned** a lot.");
        submit(dana, "report/section.html /exercises/*/report/sections/* to=preview", "Preview");
        assertThat(dana.locator(".prose strong").innerText()).isEqualTo("learned");
        dana.reload();
        dana.navigate(report + "/sections/summary");
        assertThat(dana.locator("[name=text]").inputValue()).as("survives leaving the page").isEqualTo("We **learned** a lot.");
        submit(dana, "report/section.html /exercises/*/report/sections/* to=saved", "Save");
        assertThat(dana.locator("main").innerText()).contains("The report was saved", "We learned a lot.");
        dana.navigate(report + "/fields");
        fill(dana, "timeToDetect", "PT2M");
        fill(dana, "timeToRecover", "PT9M");
        dana.locator("[name=faultOrigin]").selectOption("configuration");
        dana.locator("[name=resolution]").selectOption("failover");
        dana.locator("[name=detectedBy]").selectOption("alert");
        fill(dana, "impact", "Nobody noticed.");
        fill(dana, "security-not", "No access was touched.");
        submit(dana, "report/fields.html /exercises/*/report/fields", "Save the fields");

        String review = "/exercises/" + day.id + "/review";
        dana.navigate(review);
        open(dana, "Plan the review");
        fill(dana, "facilitator", "wilma");
        fill(dana, "minutesSpent", "90");
        submit(dana, "report/review.html /exercises/*/review", "Save the plan");
        dana.locator("[name=checked][value=forward]").check();
        submit(dana, "report/review.html /exercises/*/review/checklist", "Save the checklist");
        assertThat(dana.locator("[name=checked][value=forward]").isChecked()).isTrue();
        submit(dana, "report/review.html /exercises/*/review/transitions to=in-review", "Send the report to review");
        open(dana, "Back to draft");
        fill(dana, "reason", "Too early.");
        submit(dana, "report/review.html /exercises/*/review/transitions to=draft", () -> press(dana,
                at(review + "/transitions") + ":has([value=draft])"));
        submit(dana, "report/review.html /exercises/*/review/transitions to=in-review", "Send the report to review");
        Page wilma = watched(browser.signIn("wilma", DESK));
        wilma.navigate(review);
        submit(wilma, "report/review.html /exercises/*/review/transitions to=signed-off", "Sign this revision");
        dana.navigate(review);
        submit(dana, "report/review.html /exercises/*/review/transitions to=published", "Publish the report…");
        assertThat(dana.locator("main").innerText()).contains("Read what was published");
        dana.locator("text=Make a public version").click();
        fill(dana, "title", "A database without its primary");
        fill(dana, "replace", "lot = good deal");
        submit(dana, "report/publicEdit.html /exercises/*/report/public/edit", "Make the public version");
        assertThat(dana.locator("main").innerText()).contains("We learned a good deal.");
        Page pia = watched(browser.signIn("pia", PHONE));
        pia.navigate(report);
        assertThat(pia.locator("main").innerText()).contains("We learned a lot.", "Nobody noticed.");
        commentAndAnswer(report, pia, dana);
        assertThat(complaints()).isEmpty();
    }

    private void commentAndAnswer(String report, Page pia, Page dana) {
        String comments = "report/comments.html /exercises/*/report/comments";
        pia.locator("section:has(> .section-head #summary) a:has-text('Comment')").click();
        assertThat(pia.locator("#f-section").inputValue()).isEqualTo("summary");
        fill(pia, "text", "It took longer than this says.");
        submit(pia, comments, () -> press(pia, at(report + "/comments")));
        dana.navigate(report);
        assertThat(dana.locator(".comments").innerText()).contains("It took longer than this says.");
        dana.navigate(report + "/comments");
        open(dana, "Answer");
        dana.locator("article textarea:visible").fill("The times are those of the probe.");
        submit(dana, comments + "/*/transitions to=answered", () -> dana.locator("button[value=answered]:visible").click());
        open(dana, "Answer");
        dana.locator("article textarea:visible").fill("The summary says it now.");
        submit(dana, comments + "/*/transitions to=taken-up", () -> dana.locator("button[value=taken-up]:visible").click());
        pia.navigate(report);
        assertThat(pia.locator(".comments").innerText()).contains("taken up", "The summary says it now.");
        pia.navigate(report + "/comments");
        submit(pia, comments + "/*/transitions to=withdrawn", "Withdraw…");
        assertThat(pia.locator("main").innerText()).contains("Withdrawn by its author");
    }

    @Test
    void reports_subscribedTo_readAsAFeed_unsubscribedByLink() {
        Page nora = watched(browser.signIn("nora", PHONE));
        nora.navigate("/settings");
        nora.locator("main a:has-text('Reports')").click();
        nora.locator("input[value=teams]").check();
        fill(nora, "teams", "storage");
        submit(nora, "report/subscription.html /settings/reports", () -> press(nora, at("/settings/reports")));
        assertThat(nora.locator("main").innerText()).contains("Your subscription was saved");
        submit(nora, "report/subscription.html /settings/reports/feed to=made #2",
                () -> press(nora, "form:has(button[value=made])"));
        String first = nora.locator(".feed-address").innerText();
        submit(nora, "report/subscription.html /settings/reports/feed to=made",
                () -> confirmed(nora, "form:has(button[value=made])"));
        assertThat(nora.locator(".feed-address").innerText()).isNotEqualTo(first);
        submit(nora, "report/subscription.html /settings/reports/feed to=revoked",
                () -> confirmed(nora, "form:has(button[value=revoked])"));
        assertThat(nora.locator(".feed-address").count()).isZero();
        GameDay day = PublishedDay.signed();
        PublishedDay.publish(day, "dana", "organisation").statusCode(200);
        String mail = await().until(() -> GameDay.as("nora").get("/api/outbox").asString(),
                text -> text.contains(day.id) && text.contains("/unsubscribe/"));
        Page stranger = watched(browser.stranger(PHONE));
        stranger.navigate(mail.replaceFirst("(?s).*?(/unsubscribe/[A-Za-z0-9_-]{43}).*", "$1"));
        submit(stranger, "report/unsubscribe.html /unsubscribe/*", "Unsubscribe");
        assertThat(stranger.locator("main").innerText()).contains("Unsubscribed");
        assertThat(GameDay.as("nora").get("/api/subscriptions").<String> path("reports")).isEqualTo("none");
        assertThat(complaints()).isEmpty();
    }

    @Test
    void onePage_filledInOnAPhone_signed_published() {
        GameDay day = GameDay.running(DAY);
        day.move("dana", "ended").statusCode(200);
        String onePage = "/exercises/" + day.id + "/review/one-page";
        Page dana = watched(browser.signIn("dana", PHONE));
        dana.navigate(onePage);
        assertThat(sidewaysScroll(dana)).isLessThanOrEqualTo(0);
        fill(dana, "happened", "We talked through a lost primary.");
        fill(dana, "surprised", "Two runbooks say different things.");
        fill(dana, "changed", "One of them is gone.");
        fill(dana, "signer", "wilma");
        submit(dana, "report/onePage.html /exercises/*/review/one-page", "Save and send to review");
        Page wilma = watched(browser.signIn("wilma", PHONE));
        wilma.navigate(onePage);
        submit(wilma, "report/onePage.html /exercises/*/review/one-page/transitions to=signed-off", "Sign this revision");
        dana.navigate(onePage);
        submit(dana, "report/onePage.html /exercises/*/review/one-page/transitions to=published", "Publish…");
        Page pia = watched(browser.signIn("pia", PHONE));
        pia.navigate("/exercises/" + day.id + "/report");
        assertThat(pia.locator("main").innerText()).contains("Two runbooks say different things.");
        assertThat(complaints()).isEmpty();
    }
}

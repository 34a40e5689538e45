package dev.blackstart.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.ResourceMethod;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;

/** A form that is refused leaves somebody on a page that can be loaded again, and that says why. */
@QuarkusTest
class RefusalTest {

    private static final String DAY = "timeline: [{key: later, at: PT1H, task: {of: carl, text: Later.}}]\n";
    private static final String BROWSER = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @Test
    void form_refused_backOnItsPageWithTheReasonOnce() {
        GameDay day = GameDay.running(DAY);
        FormClient eve = FormClient.of("eve");
        String page = "/exercises/" + day.id + "/timeline/later";
        Response refused = eve.form().accept(BROWSER).header("Referer", RestAssured.baseURI + ":" + RestAssured.port + page)
                .formParam("to", "released").post(page + "/transitions");
        refused.then().statusCode(303).header("Location", endsWith(page));
        String reason = refused.cookie("blackstart-refused");
        Response shown = eve.browser().cookie("blackstart-refused", reason).get(page);
        shown.then().statusCode(200).body(containsString("Not done."))
                .body(containsString("Only a controller or the director may do this; ask one of them."));
        assertThat(shown.cookie("blackstart-refused")).as("read once").isEmpty();
        eve.browser().get(page).then().statusCode(200).body(not(containsString("Not done.")));
        assertThat(day.item("later")).containsEntry("state", "pending");
    }

    @Test
    void form_refusedWithoutKnowingItsPage_backOnThePageItBelongsTo() {
        GameDay day = GameDay.running(DAY);
        FormClient.of("eve").form().accept(BROWSER).header("Referer", "http://elsewhere.example/x").formParam("to", "ended")
                .formParam("outcome", "aborted").post("/exercises/" + day.id + "/transitions").then().statusCode(303)
                .header("Location", endsWith("/exercises/" + day.id));
    }

    @Test
    void form_sentByAScript_statusAndAPageWithTheBanner() {
        GameDay day = GameDay.running(DAY);
        FormClient.of("eve").form().formParam("to", "ended").formParam("outcome", "aborted")
                .post("/exercises/" + day.id + "/transitions").then().statusCode(403)
                .body(containsString("data-state=\"LIVE\"")).body(containsString("NO DUFF"));
    }

    @Test
    void form_ofWhatIsNotThere_unknownLikeHidden() {
        String unknown = "/exercises/" + UUID.randomUUID() + "/transitions";
        String hidden = "/exercises/" + GameDay.running(DAY).id + "/transitions";
        FormClient wilma = FormClient.of("wilma");
        for (String address : List.of(unknown, hidden)) {
            wilma.form().accept(BROWSER).formParam("to", "paused").post(address).then().statusCode(404)
                    .body(not(containsString("class=\"ribbon\"")));
        }
    }

    /** After an error its address stands in the browser: it is loaded again, or gone back to. */
    @Test
    void addressOfEveryForm_loadedAgain_leadsToAPage() {
        GameDay day = GameDay.running(DAY);
        FormClient dana = FormClient.of("dana");
        List<String> pages = routes("GET").toList();
        List<String> forms = routes("POST").filter(path -> !path.startsWith("/api")).distinct().toList();
        assertThat(forms).hasSizeGreaterThan(40);
        assertThat(forms).allSatisfy(form -> {
            String address = form.replaceFirst("^/exercises/\\{[^}]+}", "/exercises/" + day.id)
                    .replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
            Response again = dana.browser().get(address);
            if (pages.contains(form)) {
                assertThat(again.statusCode()).as(form).isIn(200, 404);
                return;
            }
            assertThat(again.statusCode()).as(form).isEqualTo(303);
            String page = again.header("Location").replaceFirst("^https?://[^/]+", "");
            assertThat(pages).as(form + " leads to " + page)
                    .anyMatch(known -> page.matches(known.replaceAll("\\{[^}]+}", "[^/]+")));
        });
    }

    private static Stream<String> routes(String verb) {
        return ResourceMethod.all().stream().filter(route -> route.verb().equals(verb)).map(ResourceMethod::path);
    }
}

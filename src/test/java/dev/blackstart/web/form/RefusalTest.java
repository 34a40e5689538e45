package dev.blackstart.web.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;

import org.junit.jupiter.api.Test;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
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
        List<String> pages = routes(GET.class).toList();
        List<String> forms = routes(POST.class).filter(path -> !path.startsWith("/api")).distinct().toList();
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

    private static Stream<String> routes(Class<? extends java.lang.annotation.Annotation> verb) {
        return StreamSupport
                .stream(new ClassFileImporter().importPath(Path.of("target/classes/dev/blackstart")).spliterator(), false)
                .flatMap(type -> type.getMethods().stream()).filter(method -> method.isAnnotatedWith(verb))
                .map(RefusalTest::path);
    }

    private static String path(JavaMethod method) {
        String root = method.getOwner().tryGetAnnotationOfType(jakarta.ws.rs.Path.class).map(jakarta.ws.rs.Path::value)
                .orElse("");
        Optional<String> leaf = method.tryGetAnnotationOfType(jakarta.ws.rs.Path.class).map(jakarta.ws.rs.Path::value);
        String path = "/" + root + leaf.map(one -> "/" + one).orElse("");
        return path.replaceAll("/+", "/");
    }
}

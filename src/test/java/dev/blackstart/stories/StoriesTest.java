package dev.blackstart.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/** War stories: who reads, finds and changes them, and that one without a name is tied to nobody. */
@QuarkusTest
class StoriesTest {

    @Inject
    StoryAnniversaries anniversaries;

    /** A word that no other test uses. */
    private static String word() {
        return "w" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "q";
    }

    private static ValidatableResponse tell(String by, String title, Map<String, ?> more) {
        Map<String, Object> body = new HashMap<>(Map.of("title", title, "text", "The **standby** was behind.", "state",
                "published"));
        body.putAll(more);
        return GameDay.as(by).contentType(ContentType.JSON).body(body).post("/api/stories").then();
    }

    private static ValidatableResponse change(String by, String id, Map<String, ?> body) {
        return GameDay.as(by).contentType(ContentType.JSON).body(body).patch("/api/stories/" + id).then();
    }

    private static ValidatableResponse list(String by, String... query) {
        var request = GameDay.as(by);
        for (int i = 0; i < query.length; i += 2) {
            request.queryParam(query[i], query[i + 1]);
        }
        return request.get("/api/stories").then().statusCode(200);
    }

    @Test
    void published_readByEverybody_foundByFiltersAndByTheLibrary() {
        String word = word();
        String id = tell("pia", "The night of " + word, Map.of("systems", List.of("orders-db"), "principle", "known",
                "learned", "Watch the lag.", "happened", "2019-03")).statusCode(201).body("by", is("pia"))
                .body("editToken", nullValue()).extract().path("id");
        list("wilma", "q", word.toUpperCase(), "system", "orders-db", "principle", "known").body("items.id",
                equalTo(List.of(id)));
        list("wilma", "q", word, "principle", "not-long").body("items", empty());
        list("wilma", "q", word, "mine", "true").body("items", empty());
        list("pia", "q", word, "mine", "true").body("items.size()", is(1));
        PageClient.as("wilma").get("/stories/" + id).statusCode(200).body(containsString("<strong>standby</strong>"))
                .body(containsString("March 2019"));
        PageClient.as("wilma").get("/stories?q=" + word).statusCode(200).body(containsString("The night of " + word));
        Awaitility.await().untilAsserted(() -> GameDay.as("wilma").get("/api/search?kind=story&q=" + word).then()
                .body("items.id", equalTo(List.of(id))).body("items[0].url", is("/stories/" + id)));
    }

    @Test
    void draft_forOthersLikeUnknown_andTakenBackIsAtOnce() {
        String word = word();
        String id = tell("pia", "Draft " + word, Map.of("state", "draft")).statusCode(201).extract().path("id");
        for (String other : List.of("wilma", "dana")) {
            GameDay.as(other).get("/api/stories/" + id).then().statusCode(404);
            change(other, id, Map.of("title", "Mine")).statusCode(404);
            PageClient.as(other).get("/stories/" + id).statusCode(404);
            PageClient.as(other).get("/stories/" + id + "/edit").statusCode(404);
            list(other, "q", word).body("items", empty());
            GameDay.as(other).get("/api/stories?after=" + id).then().statusCode(422);
        }
        list("pia", "q", word).body("items.state", equalTo(List.of("draft")));
        change("pia", id, Map.of("state", "published")).statusCode(200).body("title", is("Draft " + word));
        change("wilma", id, Map.of("title", "Mine")).statusCode(403);
        Awaitility.await().untilAsserted(
                () -> GameDay.as("wilma").get("/api/search?q=" + word).then().body("items.size()", is(1)));
        change("pia", id, Map.of("state", "draft")).statusCode(200);
        GameDay.as("wilma").get("/api/search?q=" + word).then().body("items", empty());
        GameDay.as("wilma").get("/api/stories/" + id).then().statusCode(404);
    }

    @Test
    void anonymous_nothingTiesItToAnybody_andItsTokenChangesIt() {
        String word = word();
        ValidatableResponse told = tell("pia", "Unnamed " + word, Map.of("anonymous", true, "happened", "2020-02-13"))
                .statusCode(201).body("by", nullValue()).body("at", nullValue()).body("happened", is("2020-02"))
                .body("editToken", notNullValue());
        String id = told.extract().path("id");
        String token = told.extract().path("editToken");
        Instant quarter = Stories.quarter(Instant.now());
        QuarkusTransaction.requiringNew().run(() -> {
            Story story = Story.findById(UUID.fromString(id));
            assertThat(story.author).isNull();
            assertThat(story.tokenHash).isNotEqualTo(token);
            assertThat(story.createdAt).isEqualTo(quarter);
        });
        Awaitility.await().untilAsserted(() -> GameDay.as("wilma").get("/api/search?q=" + word).then()
                .body("items.id", equalTo(List.of(id)))
                .body("items[0].at", startsWith("%s".formatted(quarter).substring(0, 19))));
        assertThat(QuarkusTransaction.requiringNew().call(() -> Panache.getEntityManager()
                .createQuery("select d.createdAt from LibraryDocument d where d.subjectId = ?1", Instant.class)
                .setParameter(1, UUID.fromString(id)).getSingleResult())).isEqualTo(quarter);
        list("pia", "q", word, "mine", "true").body("items", empty());
        change("pia", id, Map.of("title", "Changed")).statusCode(403);
        change("pia", id, Map.of("title", "Changed", "editToken", "wrong")).statusCode(403);
        change("wilma", id, Map.of("title", "Changed " + word, "editToken", token, "happened", "2020-02-14")).statusCode(200)
                .body("title", is("Changed " + word)).body("happened", is("2020-02")).body("editToken", nullValue());
        change("wilma", id, Map.of("state", "draft", "editToken", token)).statusCode(200);
        change("pia", id, Map.of("editToken", "wrong")).statusCode(404);
        GameDay.as("pia").get("/api/stories/" + id).then().statusCode(404);
        FormClient.of("pia").form().formParam("key", id + "." + token).post("/stories/key").then().statusCode(200)
                .body(containsString("Changed " + word));
        FormClient.of("pia").form().formParam("key", id + ".wrong").post("/stories/key").then().statusCode(422)
                .body(containsString("No story has this key"));
    }

    @Test
    void tell_badInput_refusedByField() {
        tell("pia", " ", Map.of()).statusCode(422).body("field", is("title"));
        tell("pia", "t", Map.of("text", " ")).statusCode(422).body("field", is("text"));
        tell("pia", "t", Map.of("text", "x".repeat(20_001))).statusCode(422).body("field", is("text"));
        tell("pia", "t", Map.of("systems", List.of("Not a key"))).statusCode(422).body("field", is("systems"));
        tell("pia", "t", Map.of("principle", "luck")).statusCode(422).body("field", is("principle"));
        tell("pia", "t", Map.of("state", "gone")).statusCode(422).body("field", is("state"));
        for (String never : List.of("2019-13", "yesterday", "2999", "2019-02-30", "19")) {
            tell("pia", "t", Map.of("happened", never)).statusCode(422).body("field", is("happened"));
        }
        GameDay.as("pia").get("/api/stories?principle=luck").then().statusCode(422);
        PageClient.as("pia").get("/stories?principle=luck").statusCode(200).body(containsString("principle is one of"));
    }

    @Test
    void tell_sameIdAgain_storedOnce_andAnothersIsRefused() {
        String id = UUID.randomUUID().toString();
        tell("pia", "Once", Map.of("id", id)).statusCode(201);
        tell("pia", "Once", Map.of("id", id)).statusCode(200);
        tell("pete", "Once", Map.of("id", id)).statusCode(409);
    }

    @Test
    void page_refusedForm_keepsWhatWasTyped_andAnOlderVersionLosesNothing() {
        form("", "Kept <b>text</b>").formParam("to", "published").post("/stories").then().statusCode(422)
                .body(containsString("Kept &lt;b&gt;text&lt;/b&gt;"))
                .body(containsString("Give the story a title."));
        form("", "Some <script>x</script>").formParam("to", "preview").post("/stories").then().statusCode(200)
                .body(containsString("Preview, not saved yet"))
                .body(not(containsString("<script>x")));
        String id = tell("pia", "Two windows", Map.of()).extract().path("id");
        change("pia", id, Map.of("text", "From the other window.")).statusCode(200);
        form("Two windows", "From this window.").formParam("story", id).formParam("base", 0).formParam("to", "published")
                .post("/stories").then().statusCode(409)
                .body(containsString("From this window.")).body(containsString("changed meanwhile"));
        GameDay.as("pia").get("/api/stories/" + id).then().body("text", is("From the other window."));
    }

    private static RequestSpecification form(String title, String text) {
        return FormClient.of("pia").form().formParam("title", title).formParam("text", text).formParam("learned", "")
                .formParam("systems", "").formParam("principle", "").formParam("happened", "");
    }

    @Test
    void anniversary_oncePerYear_toTheAuthorAlone() {
        LocalDate day = LocalDate.of(2015, 8, 20);
        String subject = "Ann " + word();
        tell("pete", subject, Map.of("happened", day.toString()));
        tell("pete", subject, Map.of("happened", day.toString(), "anonymous", true));
        tell("pete", subject, Map.of("happened", day.toString(), "state", "draft"));
        LocalDate next = day.withYear(LocalDate.now(ZoneOffset.UTC).getYear() + 1);
        for (LocalDate at : List.of(next.minusDays(1), next.plusDays(8))) {
            anniversaries.remind(at.atTime(9, 0).toInstant(ZoneOffset.UTC));
        }
        assertThat(reminded(subject)).isEmpty();
        for (LocalDate at : List.of(next.plusDays(2), next.plusDays(3), next)) {
            anniversaries.remind(at.atTime(9, 0).toInstant(ZoneOffset.UTC));
        }
        assertThat(reminded(subject)).containsExactly("pete");
        anniversaries.remind(next.plusYears(1).atTime(9, 0).toInstant(ZoneOffset.UTC));
        assertThat(reminded(subject)).containsExactly("pete", "pete");
    }

    @Test
    void day_ofEveryPrecision_readAndSaidInWords() {
        LocalDate today = LocalDate.of(2026, 11, 28);
        assertThat(StoryDay.checked(" 2019-03-28 ", false, today)).isEqualTo("2019-03-28");
        assertThat(StoryDay.checked("2019-03-28", true, today)).isEqualTo("2019-03");
        assertThat(StoryDay.checked("", false, today)).isNull();
        assertThat(StoryDay.words("2019")).isEqualTo("2019");
        assertThat(StoryDay.words("2019-03")).isEqualTo("March 2019");
        assertThat(StoryDay.words("2019-03-28")).isEqualTo("28 March 2019");
        assertThat(StoryDay.anniversary("2020-02-29", 2021)).contains(LocalDate.of(2021, 2, 28));
        assertThat(StoryDay.anniversary("2020-02", 2021)).isEmpty();
        assertThat(StoryDay.anniversary("2020-02-29", 2020)).isEmpty();
    }

    private static List<String> reminded(String subject) {
        return QuarkusTransaction.requiringNew().call(() -> Panache.getEntityManager()
                .createQuery("select d.person from Delivery d where d.subject = ?1", String.class)
                .setParameter(1, "On this day: " + subject).getResultList());
    }
}

package dev.blackstart.review.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.review.PublishedDay;
import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** Whoever reads a report may comment it, with or without a name; others learn nothing of it. */
@QuarkusTest
class ReportCommentTest {

    private static final String COMMENTS = "/report/comments";

    private static ValidatableResponse comment(GameDay day, String person, String section, String text) {
        return day.post(person, COMMENTS, Map.of("section", section, "text", text));
    }

    private static ValidatableResponse anonymous(GameDay day, String person, String text) {
        return day.post(person, COMMENTS, Map.of("section", "summary", "text", text, "anonymous", true));
    }

    private static ValidatableResponse move(GameDay day, String person, String comment, String to, String text) {
        return day.post(person, COMMENTS + "/" + comment + "/transitions", Map.of("to", to, "text", text));
    }

    private static String id(ValidatableResponse answer) {
        return answer.statusCode(201).extract().path("id");
    }

    @Test
    void draft_commentedByControlStaffAlone_andTheirsStayWithThem() {
        GameDay day = PublishedDay.signed();
        comment(day, "pia", "summary", "Not mine to see.").statusCode(404);
        day.get("pia", COMMENTS).statusCode(404);
        comment(day, "eve", "summary", "I judged it otherwise.").statusCode(201).body("readers", equalTo("control"))
                .body("by", equalTo("eve")).body("at", notNullValue());
        day.post("carl", COMMENTS,
                Map.of("section", "story", "text", "The story leaves out the pause.", "readers", "published"))
                .statusCode(201);
        PageClient.as("dana").get("/exercises/" + day.id + "/report").statusCode(200)
                .body(containsString("I judged it otherwise.")).body(containsString("leaves out the pause"));
        PublishedDay.publish(day, "dana", "roster").statusCode(200);
        day.get("pia", COMMENTS).statusCode(200).body("items.text", equalTo(List.of("The story leaves out the pause.")));
        PageClient.as("pia").get("/exercises/" + day.id + "/report").statusCode(200)
                .body(containsString("leaves out the pause")).body(not(containsString("judged it otherwise")));
        PageClient.as("dana").get("/exercises/" + day.id + "/report/published").statusCode(200)
                .body(containsString("leaves out the pause")).body(not(containsString("judged it otherwise")));
        day.get("wilma", COMMENTS).statusCode(404);
        comment(day, "wilma", "summary", "Who am I?").statusCode(404);
        assertThat(JournalProbe.of(day, "report-commented")).hasSize(2)
                .allSatisfy(entry -> assertThat(entry.audience).isEqualTo("control"));
    }

    @Test
    void published_toTheRosterThenTheOrganisation_eachCommentKeepsItsReaders() {
        GameDay day = PublishedDay.signed();
        day.post("carl", COMMENTS, Map.of("section", "hot-wash", "text", "About the hot wash.", "readers", "published"))
                .statusCode(201);
        PublishedDay.publish(day, "dana", "roster").statusCode(200);
        comment(day, "pia", "summary", "Said among us.").statusCode(201).body("readers", equalTo("roster"));
        day.post("pia", COMMENTS, Map.of("section", "summary", "text", "x", "readers", "control")).statusCode(422)
                .body("field", equalTo("readers"));
        PublishedDay.again(day, "organisation");
        comment(day, "wilma", "summary", "Seen from outside.").statusCode(201).body("readers", equalTo("published"));
        day.get("wilma", COMMENTS).body("items.text", equalTo(List.of("Seen from outside.")));
        comment(day, "wilma", "hot-wash", "x").statusCode(422).body("field", equalTo("section"));
        PageClient.as("wilma").get("/exercises/" + day.id + "/report").statusCode(200)
                .body(containsString("Seen from outside.")).body(not(containsString("Said among us.")))
                .body(not(containsString("About the hot wash.")));
        day.get("dana", COMMENTS).body("items.text",
                containsInAnyOrder("About the hot wash.", "Said among us.", "Seen from outside."));
    }

    @Test
    void anonymous_readAtOnce_nothingTiesItToAnybody() {
        GameDay day = PublishedDay.signed();
        PublishedDay.publish(day, "dana", "roster").statusCode(200);
        String first = id(anonymous(day, "pia", "Nobody dared to say it."));
        anonymous(day, "pete", "And I saw it, too.").statusCode(201).body("by", nullValue()).body("at", nullValue());
        day.get("noel", COMMENTS).body("items.text", containsInAnyOrder("Nobody dared to say it.", "And I saw it, too."));
        String list = day.get("dana", COMMENTS).extract().asString();
        assertThat(list).doesNotContain("\"by\"", "\"at\"", "pia", "pete");
        QuarkusTransaction.requiringNew().run(() -> assertThat(ReportComment.<ReportComment> list("exerciseId",
                UUID.fromString(day.id))).hasSize(2).allSatisfy(comment -> assertThat(comment.author).isNull())
                .extracting(comment -> comment.createdAt)
                .containsOnly(Exercise.<Exercise> findById(UUID.fromString(day.id)).endedAt));
        assertThat(JournalProbe.of(day, "report-commented")).isEmpty();
        move(day, "pia", first, "withdrawn", "").statusCode(403);
        move(day, "eve", first, "answered", "It was said in the call; see the timeline.").statusCode(200);
        PageClient.as("noel").get("/exercises/" + day.id + "/report").body(containsString("Nobody dared to say it."))
                .body(containsString("Without a name")).body(containsString("see the timeline"));
        PublishedDay.again(day, "roster");
        assertThat(JournalProbe.field(day, "report-comments-counted", "anonymous")).containsExactly("2");
        assertThat(GameDay.as("dana").get("/api/exercises/" + day.id + "/journal?limit=1000").asString())
                .doesNotContain("Nobody dared");
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void comment_answeredWithAReason_authorTold_neverRemovedByOthers() {
        GameDay day = PublishedDay.signed();
        PublishedDay.publish(day, "dana", "roster").statusCode(200);
        String words = "Wrong " + UUID.randomUUID();
        String comment = id(comment(day, "pia", "summary", words));
        move(day, "pete", comment, "answered", "No.").statusCode(403);
        move(day, "dana", comment, "withdrawn", "").statusCode(403);
        move(day, "dana", comment, "taken-up", " ").statusCode(422).body("field", equalTo("text"));
        move(day, "dana", comment, "removed", "x").statusCode(422).body("field", equalTo("to"));
        move(day, "dana", comment, "taken-up", "The summary says it now.").statusCode(200).body("state", equalTo("taken-up"))
                .body("answer.by", equalTo("dana"));
        GameDay.as("pia").get("/api/outbox").then().body(containsString("The summary says it now."));
        move(day, "pia", comment, "withdrawn", "").statusCode(200).body("text", nullValue()).body("answer", nullValue());
        move(day, "dana", comment, "answered", "Late.").statusCode(409);
        day.get("noel", COMMENTS).body("items[0].state", equalTo("withdrawn")).body("items[0].text", nullValue());
        PageClient.as("noel").get("/exercises/" + day.id + "/report").body(not(containsString(words)))
                .body(containsString("Withdrawn by its author"));
    }

    @Test
    void comment_badInput_refusedByField_andKept() {
        GameDay day = PublishedDay.signed();
        comment(day, "eve", "summary", " ").statusCode(422).body("field", equalTo("text"));
        comment(day, "eve", "summary", "x".repeat(2_001)).statusCode(422).body("field", equalTo("text"));
        comment(day, "eve", "nowhere", "x").statusCode(422).body("field", equalTo("section"));
        day.post("eve", COMMENTS, Map.of("section", "summary", "text", "x", "readers", "friends")).statusCode(422);
        day.get("eve", COMMENTS + "?state=lost").statusCode(422).body("field", equalTo("state"));
        day.get("eve", COMMENTS + "?after=" + UUID.randomUUID()).statusCode(422).body("field", equalTo("after"));
        move(day, "eve", UUID.randomUUID().toString(), "answered", "x").statusCode(404);
        FormClient.of("eve").form().formParam("section", "nowhere").formParam("text", "<b>typed</b>")
                .post("/exercises/" + day.id + COMMENTS).then().statusCode(422)
                .body(containsString("&lt;b&gt;typed&lt;/b&gt;"));
        day.get("eve", COMMENTS).body("items", empty());
    }

    @Test
    void comment_sentTwice_storedOnce_pagedStably() {
        GameDay day = PublishedDay.signed();
        Map<String, Object> sent = Map.of("id", UUID.randomUUID().toString(), "section", "summary", "text", "Once.");
        day.post("eve", COMMENTS, sent).statusCode(201);
        day.post("eve", COMMENTS, sent).statusCode(200);
        day.post("carl", COMMENTS, sent).statusCode(409);
        anonymous(day, "carl", "Unnamed.").statusCode(201);
        comment(day, "carl", "story", "Second.").statusCode(201);
        String next = day.get("dana", COMMENTS + "?limit=2").body("items.text", equalTo(List.of("Unnamed.", "Once.")))
                .extract().path("next");
        day.get("dana", COMMENTS + "?limit=2&after=" + next).body("items.text", equalTo(List.of("Second.")))
                .body("next", nullValue());
        day.get("dana", COMMENTS + "?section=story").body("items.size()", is(1));
    }

    @Test
    void beforeEndex_refused() {
        GameDay day = GameDay.running("timeline: [{key: later, at: PT1H, task: {of: carl, text: Look.}}]");
        comment(day, "dana", "story", "Too early.").statusCode(409);
        comment(day, "pia", "story", "Too early.").statusCode(404);
        PageClient.as("dana").get("/exercises/" + day.id + COMMENTS).statusCode(200)
                .body(containsString("commented after ENDEX"));
    }
}

package dev.blackstart.review.signoff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.hibernate.orm.panache.Panache;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;

/** The review of a small exercise in one form is enough to publish, and leaves the rules of the review as they are. */
@QuarkusTest
class OnePageTest {

    private static final String DAY = "timeline: [{key: later, at: PT1H, task: {of: carl, text: Look.}}]";

    private static GameDay ended(int intensity) {
        GameDay day = intensity == 2 ? GameDay.scheduled(DAY) : GameDay.scheduled(DAY, intensity, "staging");
        day.move("dana", "running").statusCode(200);
        day.move("dana", "ended").statusCode(200);
        return day;
    }

    private static ValidatableResponse save(GameDay day, String person, Map<String, String> more) {
        Map<String, String> form = new HashMap<>(Map.of("base", "0", "happened", "We talked.", "surprised", "Two **runbooks**.",
                "changed", "One is gone.", "because", "Talked through.", "signer", ""));
        form.putAll(more);
        return FormClient.of(person).form().formParams(form).post("/exercises/" + day.id + "/review/one-page").then();
    }

    private static ValidatableResponse move(GameDay day, String person, String to) {
        return FormClient.of(person).form().formParam("to", to).post("/exercises/" + day.id + "/review/one-page/transitions")
                .then();
    }

    @Test
    void onePage_filledIn_signed_published_withoutAnotherForm() {
        GameDay day = ended(2);
        save(day, "dana", Map.of("timeToDetect", "PT2M", "signer", "wilma")).statusCode(303);
        day.get("dana", "/report").body("state", is("in-review")).body("missing", empty())
                .body("sections.surprises", is("Two **runbooks**.")).body("sections.summary", is("We talked."))
                .body("fields.timeToDetect", is("PT2M")).body("fields.security.notApplicable", is("Talked through."));
        day.get("dana", "/review").body("facilitator", is("wilma"));
        assertThat(asked(day)).isEqualTo(1);
        save(day, "dana", Map.of("base", "1", "because", "Nothing was measured.", "signer", "wilma", "timeToDetect", "PT2M"))
                .statusCode(303);
        day.get("dana", "/report").body("fields.security.notApplicable", is("Nothing was measured."));
        assertThat(asked(day)).as("asked once").isEqualTo(1);
        move(day, "dana", "signed-off").statusCode(403);
        move(day, "wilma", "signed-off").statusCode(303);
        move(day, "dana", "published").statusCode(303);
        day.get("pia", "/report").statusCode(200).body("state", equalTo("published"));
    }

    @Test
    void onePage_badInput_refusedByField_andKeepsWhatWasTyped() {
        GameDay day = ended(2);
        save(day, "dana", Map.of("happened", " ")).statusCode(422).body(containsString("Say what happened"))
                .body(containsString("Two **runbooks**."));
        save(day, "dana", Map.of("because", "")).statusCode(422).body(containsString("Say why the figures"));
        save(day, "dana", Map.of("timeToDetect", "soon")).statusCode(422).body(containsString("is a duration"));
        save(day, "dana", Map.of("signer", "dana")).statusCode(422).body(containsString("directed the exercise"));
        save(day, "dana", Map.of("signer", "pia")).statusCode(422).body(containsString("took no part"));
        day.get("dana", "/report").body("state", is("draft")).body("revision", is(0));
        save(day, "dana", Map.of()).statusCode(303);
        save(day, "dana", Map.of("happened", "From the other window.")).statusCode(409)
                .body(containsString("From the other window."));
        move(day, "dana", "draft").statusCode(422);
    }

    @Test
    void onePage_fromIntensityThreeOn_orBeforeEndex_refused() {
        GameDay large = ended(3);
        PageClient.as("dana").get("/exercises/" + large.id + "/review/one-page").statusCode(200)
                .body(containsString("From intensity 3 on")).body(not(containsString("What surprised us")));
        save(large, "dana", Map.of()).statusCode(409);
        GameDay running = GameDay.running(DAY);
        PageClient.as("dana").get("/exercises/" + running.id + "/review/one-page").statusCode(200)
                .body(containsString("opens at ENDEX"));
        save(running, "dana", Map.of()).statusCode(409);
        assertThat(PageClient.as("pia").get("/exercises/" + running.id + "/review/one-page").extract().statusCode())
                .isIn(403, 404);
        PageClient.as("wilma").get("/exercises/" + running.id + "/review/one-page").statusCode(404);
    }

    private static long asked(GameDay day) {
        return QuarkusTransaction.requiringNew().call(() -> Panache.getEntityManager().createQuery(
                "select count(d) from Delivery d where d.exerciseId = ?1 and d.subject like 'Please sign%'", Long.class)
                .setParameter(1, UUID.fromString(day.id)).getSingleResult());
    }
}

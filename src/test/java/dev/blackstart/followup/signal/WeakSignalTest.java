package dev.blackstart.followup.signal;

import static dev.blackstart.followup.Followup.get;
import static dev.blackstart.followup.Followup.post;
import static dev.blackstart.followup.Followup.triage;
import static dev.blackstart.followup.Followup.unlike;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.blackstart.followup.Followup;
import dev.blackstart.notify.Delivery;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** A weak signal that comes again and again is heard by somebody from outside, and its finder is answered. */
@QuarkusTest
class WeakSignalTest {

    private final String text = unlike("The pump hums");

    @Inject
    Signals signals;

    @Test
    void dismiss_thirdAlikeByTheTeam_goesToAReaderOutside() {
        GameDay day = Followup.running();
        seat(day);
        dismissed(day, "tess");
        dismissed(day, "tess");
        String third = signal(day, "pia");
        PageClient.as("tess").get("/findings?finding=" + third).statusCode(200)
                .body(containsString("resembles 2 weak signals"), containsString("Who reads it from outside the team"));
        triage("tess", third, Map.of("state", "dismissed", "reason", "As always.")).statusCode(409).body("alike", is(2))
                .body("readers", hasItem("carl"), "readers", not(hasItem("tess")));
        triage("tess", third, Map.of("outsideReader", "pete")).statusCode(422).body("field", is("outsideReader"));
        triage("tess", third, Map.of("outsideReader", "carl")).statusCode(200);
        triage("tess", third, Map.of("outsideReader", "carl")).statusCode(200);
        assertThat(letters("carl", third)).hasSize(1);
        assertThat(JournalProbe.of(day, "signal-referred")).hasSize(1);
        triage("carl", third, Map.of("state", "dismissed", "reason", "I listened to it.")).statusCode(200);
    }

    @Test
    void dismiss_secondAlike_noQuestion() {
        GameDay day = Followup.running();
        seat(day);
        dismissed(day, "tess");
        dismissed(day, "tess");
    }

    @Test
    void dismiss_thirdOfAnotherKind_noQuestion() {
        GameDay day = Followup.running();
        seat(day);
        dismissed(day, "tess");
        dismissed(day, "tess");
        String other = Followup.finding(day, "pia", text);
        triage("tess", other, Map.of("state", "dismissed", "reason", "Nothing.")).statusCode(200);
        triage("tess", other, Map.of("outsideReader", "carl")).statusCode(422);
    }

    @Test
    void outcome_exerciseOver_finderLearnsItAndObjectsOnce() {
        GameDay day = Followup.running();
        String id = signal(day, "pia");
        triage("carl", id, Map.of("state", "dismissed", "reason", "The fan is old.")).statusCode(200);
        signals.tell();
        assertThat(letters("pia", id)).as("learning comes after").isEmpty();
        get("pia", "/api/signals/" + id).statusCode(404);
        day.move("dana", "ended").statusCode(200);
        signals.tell();
        signals.tell();
        assertThat(letters("pia", id)).singleElement()
                .satisfies(letter -> assertThat(letter.text).contains("dismissed", "The fan is old."));
        get("pia", "/api/signals/" + id).statusCode(200).body("outcome", is("dismissed")).body("reason", is("The fan is old."))
                .body("mayObject", is(true));
        for (String other : List.of("pete", "wilma", "carl")) {
            get(other, "/api/signals/" + id).statusCode(404);
            post(other, "/api/signals/" + id + "/objection", Map.of("reason", "No.")).statusCode(404);
        }
        post("pia", "/api/signals/" + id + "/objection", Map.of()).statusCode(422).body("field", is("reason"));
        post("pia", "/api/signals/" + id + "/objection", Map.of("reason", "It is new.")).statusCode(200)
                .body("outcome", is("new")).body("mayObject", is(false));
        PageClient.as("carl").get("/findings?state=all&finding=" + id).body(containsString("It is new."));
        triage("carl", id, Map.of("state", "dismissed", "reason", "Measured: it is old.")).statusCode(200);
        signals.tell();
        assertThat(letters("pia", id)).hasSize(2);
        post("pia", "/api/signals/" + id + "/objection", Map.of("reason", "No!")).statusCode(409);
        assertThat(JournalProbe.field(day, "signal-objected", "reason")).containsExactly("It is new.");
        PageClient.as("pia").get("/signals/" + id).statusCode(200).body(containsString("Measured: it is old."),
                not(containsString("You may object once")));
        PageClient.as("pete").get("/signals/" + id).statusCode(404);
    }

    @Test
    void outcome_anonymousOrOfAnotherKind_nobodyIsTold() {
        GameDay day = Followup.running();
        String anonymous = day.post("pia", "/findings", Map.of("text", text, "kind", "weak-signal", "anonymous", true))
                .statusCode(201).extract().path("id");
        String other = Followup.finding(day, "pia", text);
        for (String id : List.of(anonymous, other)) {
            triage("carl", id, Map.of("state", "dismissed", "reason", "Nothing.")).statusCode(200);
        }
        day.move("dana", "ended").statusCode(200);
        signals.tell();
        assertThat(letters("pia", anonymous)).isEmpty();
        assertThat(letters("pia", other)).isEmpty();
        get("pia", "/api/signals/" + anonymous).statusCode(404);
        get("pia", "/api/signals/" + UUID.randomUUID()).statusCode(404);
    }

    /** Somebody of the team that found it, who triages. */
    private static void seat(GameDay day) {
        day.post("dana", "/roster", Map.of("person", "tess", "role", "evaluator")).statusCode(200);
    }

    private void dismissed(GameDay day, String by) {
        triage(by, signal(day, "pia"), Map.of("state", "dismissed", "reason", "As always.")).statusCode(200)
                .body("defect", nullValue());
    }

    private String signal(GameDay day, String by) {
        return day.post(by, "/findings", Map.of("text", text, "kind", "weak-signal")).statusCode(201).extract().path("id");
    }

    private static List<Delivery> letters(String person, String finding) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Delivery.list("person = ?1 and text like ?2", person, "%" + finding + "%"));
    }
}

package dev.blackstart.conduct.transition;

import java.util.Map;

import dev.blackstart.testsupport.GameDay;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** Exercises whose state, seats and date are changed. */
abstract class TransitionCalls {

    static final String TIMELINE = """
            timeline:
              - {key: open, at: PT0M, message: {to: everyone, channels: [in-app], text: Welcome.}}
              - {key: soon, at: PT2S, task: {of: carl, text: Look.}}
              - {key: end, at: PT1H, endex: {}}
            """;

    static ValidatableResponse post(String id, Map<String, ?> move) {
        return GameDay.as("dana").contentType(ContentType.JSON).body(move).post("/api/exercises/" + id + "/transitions").then();
    }

    static ValidatableResponse patch(GameDay day, String person, Map<String, ?> move) {
        return GameDay.as(person).contentType(ContentType.JSON).body(move).patch("/api/exercises/" + day.id).then();
    }
}

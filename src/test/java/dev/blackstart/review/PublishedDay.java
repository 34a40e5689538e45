package dev.blackstart.review;

import static org.hamcrest.Matchers.equalTo;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import dev.blackstart.testsupport.GameDay;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** An exercise whose report was written and signed, to be published. */
public final class PublishedDay {

    private static final String DAY = "timeline: [{key: later, at: PT1H, task: {of: carl, text: Look.}}]";

    private PublishedDay() {
    }

    /** With a summary and a hot wash of one. */
    public static GameDay signed() {
        GameDay day = GameDay.running(DAY);
        day.move("dana", "ended").statusCode(200);
        day.post("pia", "/hot-wash", Map.of("wentWell", "Coffee was hot.")).statusCode(201);
        sign(day, "We **learned**.");
        return day;
    }

    /** Of an exercise that has ended. */
    public static void sign(GameDay day, String summary) {
        Map<String, Object> fields = new HashMap<>(Map.of("timeToDetect", "PT2M", "timeToRecover", "PT10M", "faultOrigin",
                "configuration", "resolution", "failover", "detectedBy", "alert", "impact", "None."));
        fields.put("security", Map.of("notApplicable", "Nothing was opened."));
        GameDay.as("dana").contentType(ContentType.JSON).body(Map.of("sections", Map.of("summary", summary), "fields", fields))
                .put("/api/exercises/" + day.id + "/report").then().statusCode(200);
        day.post("dana", "/report/transitions", Map.of("to", "in-review"));
        day.post("eve", "/report/transitions", Map.of("to", "signed-off")).statusCode(200).body("state",
                equalTo("signed-off"));
    }

    public static ValidatableResponse publish(GameDay day, String person, String audience) {
        return day.post(person, "/report/transitions", Map.of("to", "published", "audience", audience));
    }

    /** A later revision. */
    public static void again(GameDay day, String audience) {
        sign(day, "We learned more: " + UUID.randomUUID());
        publish(day, "dana", audience).statusCode(200);
    }
}

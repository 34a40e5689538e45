package dev.blackstart.followup.offer;

import static dev.blackstart.followup.Followup.finding;
import static dev.blackstart.followup.Followup.post;
import static dev.blackstart.followup.Followup.unlike;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.blackstart.followup.Followup;
import dev.blackstart.testsupport.GameDay;
import io.restassured.http.ContentType;

/**
 * A defect in one of two systems of a kind of their own, the other one owned by somebody; its exercise is over.
 *
 * @param id of the defect
 */
public record OfferedDefect(GameDay day, String id, String title, String system, String similar) {

    /** @param owner of the similar system: a person or a team */
    public static OfferedDefect ofSystemsOf(String owner) {
        String word = UUID.randomUUID().toString().substring(0, 8);
        system("sys-" + word, word, "carl");
        system("like-" + word, word, owner);
        GameDay day = Followup.running();
        String title = unlike("No limit");
        String id = post("carl", "/api/defects",
                Map.of("title", title, "findings", List.of(finding(day, "pia", "Seen: " + title)),
                        "systems", List.of("sys-" + word), "severity", "sev2"))
                .statusCode(201).extract().path("id");
        day.move("dana", "ended").statusCode(200);
        return new OfferedDefect(day, id, title, "sys-" + word, "like-" + word);
    }

    private static void system(String key, String kind, String owner) {
        GameDay.as("adam").contentType(ContentType.JSON)
                .body(Map.of("key", key, "name", "Name of " + key, "kind", kind, "owner", owner)).post("/api/systems").then()
                .statusCode(201);
    }

    /** @param audience roster or organisation */
    public OfferedDefect published(String audience) {
        Map<String, Object> fields = new HashMap<>();
        for (String field : List.of("timeToDetect", "timeToRecover", "faultOrigin", "resolution", "detectedBy", "impact",
                "security")) {
            fields.put(field, Map.of("notApplicable", "A test."));
        }
        GameDay.as("dana").contentType(ContentType.JSON).body(Map.of("fields", fields))
                .put("/api/exercises/" + day.id + "/report")
                .then().statusCode(200);
        day.post("dana", "/report/transitions", Map.of("to", "in-review")).statusCode(200);
        day.post("eve", "/report/transitions", Map.of("to", "signed-off")).statusCode(200);
        day.post("dana", "/report/transitions", Map.of("to", "published", "audience", audience)).statusCode(200);
        return this;
    }
}

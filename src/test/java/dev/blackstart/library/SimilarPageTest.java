package dev.blackstart.library;

import static dev.blackstart.followup.Followup.defect;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;

import dev.blackstart.followup.Followup;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;

/** The pages of a plan and of a review lead to what was found before, each reader to what they may read. */
@QuarkusTest
class SimilarPageTest {

    private static final String SIMILAR = "/library/similar";

    @Inject
    LibraryIndex index;

    private static String word() {
        return "q" + UUID.randomUUID().toString().replaceAll("[^a-f]", "") + "z";
    }

    @Test
    void similar_toAPlanAndAReview_onItsSystemsAndInItsWords_forWhomMayReadIt() {
        String system = "shared-" + UUID.randomUUID();
        // more words in common than any two plans of the tests have
        String word = Stream.generate(SimilarPageTest::word).limit(6).collect(Collectors.joining(" "));
        GameDay before = Followup.running();
        String on = "On the same system " + word();
        String defect = defect(before, on).extract().path("id");
        GameDay.as("carl").contentType(ContentType.JSON).body(Map.of("title", on, "systems", List.of(system)))
                .patch("/api/defects/" + defect).then().statusCode(200);
        String alike = "Promotion of " + word + " standbys loses writes";
        defect(before, alike);
        index.run();
        GameDay day = GameDay.scheduled("systems: [{key: " + system + ", name: Shared, site: fra1, kind: database}]\n"
                + "scenario: {story: Promotion of " + word + " standbys.}\n"
                + "timeline: [{key: later, at: PT1H, task: {of: carl, text: Look.}}]");
        String ofPlan = SIMILAR + "?plan=" + day.plan;
        PageClient.as("dana").get(ofPlan).statusCode(200).body(containsString(on)).body(containsString("Promotion of"))
                .body(containsString("loses writes"));
        PageClient.as("dana").get("/plans/" + day.plan).statusCode(200).body(containsString(ofPlan));
        PageClient.as("tess").get(ofPlan).statusCode(404);
        PageClient.as("pia").get(ofPlan).statusCode(404);
        String ofExercise = SIMILAR + "?exercise=" + day.id;
        PageClient.as("pia").get(ofExercise).statusCode(404);
        PageClient.as("wilma").get(ofExercise).statusCode(404);
        PageClient.as("dana").get(SIMILAR + "?exercise=" + UUID.randomUUID()).statusCode(404);
        PageClient.as("dana").get(SIMILAR).statusCode(422);
        day.move("dana", "running").statusCode(200);
        day.move("dana", "ended").statusCode(200);
        PageClient.as("carl").get(ofExercise).statusCode(200).body(containsString(on));
        PageClient.as("carl").get("/exercises/" + day.id + "/review").statusCode(200).body(containsString(ofExercise));
    }

    /** An approver reads the plan, and not the exercise in which something was found. */
    @Test
    void similar_readerOfThePlanAlone_findsNothingOfOthersExercises() {
        String system = "shared-" + UUID.randomUUID();
        GameDay before = Followup.running();
        String on = "Hidden from approvers " + word();
        String defect = defect(before, on).extract().path("id");
        GameDay.as("carl").contentType(ContentType.JSON).body(Map.of("title", on, "systems", List.of(system)))
                .patch("/api/defects/" + defect).then().statusCode(200);
        index.run();
        GameDay day = GameDay.scheduled("systems: [{key: " + system + ", name: Shared, site: fra1, kind: database}]\n"
                + "timeline: [{key: later, at: PT1H, task: {of: carl, text: Look.}}]");
        PageClient.as("dana").get(SIMILAR + "?plan=" + day.plan).statusCode(200).body(containsString(on));
        PageClient.as("olga").get(SIMILAR + "?plan=" + day.plan).statusCode(200).body(not(containsString(on)));
    }
}

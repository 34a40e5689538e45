package dev.blackstart.followup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.blackstart.testsupport.GameDay;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;

/** The steps from finding to proof, as scripts take them. */
public final class Followup {

    public static final String DAY = """
            drills:
              - key: cut
                kind: network-cut
                title: Cut the link
                owner: dana
                targets: [orders-db]
                RETESTS
                fault: {driver: manual, instruction: Cut.}
                revert: {driver: manual, instruction: Mend.}
                maxDuration: PT20M
            timeline:
              - {key: fault, manual: true, drill: cut}
              - {key: seen, manual: true, EXPECTS expectation: {of: storage, text: Sees it., within: PT1H}}
            """;

    private Followup() {
    }

    /** The day of these tests, of which the drill and the expectation retest nothing. */
    public static GameDay running() {
        return running(null, null);
    }

    /** @param drill a defect that the drill retests, or null @param expectation one that the expectation does */
    public static GameDay running(String drill, String expectation) {
        return GameDay.running(day(drill, expectation));
    }

    public static String day(String drill, String expectation) {
        return DAY.replace("RETESTS", drill == null ? "retests: []" : "retests: [" + drill + "]").replace("EXPECTS",
                expectation == null ? "" : "retests: [" + expectation + "],");
    }

    public static String finding(GameDay day, String by, String text) {
        return day.post(by, "/findings", Map.of("text", text)).statusCode(201).extract().path("id");
    }

    public static ValidatableResponse triage(String by, String finding, Map<String, ?> change) {
        return GameDay.as(by).contentType(ContentType.JSON).body(change).patch("/api/findings/" + finding).then();
    }

    public static ValidatableResponse open(String by, String title, String... findings) {
        return post(by, "/api/defects", Map.of("title", title, "findings", List.of(findings)));
    }

    /** A defect of a finding of this day, opened by carl. */
    public static ValidatableResponse defect(GameDay day, String title) {
        return open("carl", title, finding(day, "pia", "Seen: " + title)).statusCode(201);
    }

    public static ValidatableResponse act(String by, String defect, String title, String owner, String... more) {
        Map<String, Object> task = new HashMap<>(Map.of("title", title, "owner", owner));
        for (int i = 0; i < more.length; i += 2) {
            task.put(more[i], more[i + 1]);
        }
        return post(by, "/api/defects/" + defect + "/actions", task);
    }

    public static ValidatableResponse move(String by, String action, String to, String... more) {
        Map<String, Object> move = new HashMap<>(Map.of("to", to));
        for (int i = 0; i < more.length; i += 2) {
            move.put(more[i], more[i + 1]);
        }
        return post(by, "/api/actions/" + action + "/transitions", move);
    }

    public static ValidatableResponse post(String by, String path, Map<String, ?> body) {
        return GameDay.as(by).contentType(ContentType.JSON).body(body).post(path).then();
    }

    public static ValidatableResponse get(String by, String path) {
        return GameDay.as(by).get(path).then();
    }

    /** Injects and reverts the drill's fault. */
    public static void drill(GameDay day) {
        day.moveItem("carl", "fault", "released").statusCode(200);
        day.post("carl", "/drills/cut/transitions", Map.of("to", "injected")).statusCode(200);
        day.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
    }

    public static ValidatableResponse judge(GameDay day, String by, String result) {
        return day.post(by, "/drills/cut/result", Map.of("result", result, "reason", "We saw it."));
    }

    /** A text that no other test's is like. */
    public static String unlike(String text) {
        String word = UUID.randomUUID().toString().replaceAll("[^a-z]", "");
        return text + " " + word + "x " + word + "y " + word + "z";
    }
}

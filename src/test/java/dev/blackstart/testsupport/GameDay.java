package dev.blackstart.testsupport;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.UUID;

import org.awaitility.Awaitility;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.people.DemoPeople;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;

/**
 * An exercise as its people drive it over HTTP. The cast: dana directs, carl controls, sol is safety officer, eve evaluates,
 * pia and pete (storage) and noel (network) play, olga observes; wilma has no part in it.
 */
public final class GameDay {

    private static final String HEAD = """
            key: %s
            name: Hidden name of the plan
            type: functional
            intensity: 2
            environment: staging
            owner: dana
            approvers: [adam, olga]
            team: storage
            coverName: Storage exercise
            playerBriefing: Bring coffee.
            systems: [{key: orders-db, name: Orders database, site: fra1, kind: database}]
            schedule: {preparation: P14D, duration: PT2H, zone: Europe/Berlin}
            roster:
              - {person: dana, role: director}
              - {person: carl, role: controller}
              - {person: sol, role: safety-officer}
              - {person: eve, role: evaluator}
              - {person: pia, role: player}
              - {person: pete, role: player}
              - {person: noel, role: player}
              - {person: olga, role: observer}
            """;

    /** How long a test waits on a machine that is busy with others; nothing waits longer than it has to. */
    public static final Duration PATIENCE = Duration.ofMinutes(1);

    static {
        Awaitility.setDefaultTimeout(PATIENCE);
    }

    private static final ObjectMapper JSON = new ObjectMapper();

    public final String plan;
    public final String id;

    private GameDay(String plan, String id) {
        this.plan = plan;
        this.id = id;
    }

    /**
     * Imports a plan of the cast with this rest (drills, timeline, …; its own systems where it begins with them) under a fresh
     * key, approved; returns the key.
     */
    public static String plan(String rest) {
        String key = unapproved(rest, 2, "staging");
        approve(key, "adam");
        approve(key, "olga");
        return key;
    }

    /** The same, which nobody has approved yet. */
    public static String unapproved(String rest, int intensity, String environment) {
        String key = "plan-" + UUID.randomUUID();
        // a system of its own: no two live exercises may touch the same target
        String head = rest.startsWith("systems:") ? HEAD.replaceFirst("systems: .*\n", "") : HEAD;
        importPlan((head.formatted(key) + rest).replace("orders-db", "orders-" + UUID.randomUUID())
                .replace("intensity: 2", "intensity: " + intensity).replace("environment: staging",
                        "environment: " + environment));
        return key;
    }

    /** Scheduled like {@link #scheduled(String)}, with more at stake. */
    public static GameDay scheduled(String rest, int intensity, String environment) {
        String key = unapproved(rest, intensity, environment);
        approve(key, "adam");
        approve(key, "olga");
        return ofPlan(key);
    }

    /** A month ahead, live. */
    public static GameDay ofPlan(String key) {
        return of(key, Map.of("plan", key, "startsAt", Instant.now().plus(Duration.ofDays(30)).toString()));
    }

    /** Who approves is named in the plan; without this the gate does not pass. */
    public static void approve(String plan, String approver) {
        as(approver).contentType(ContentType.JSON).body(Map.of("decision", "approved"))
                .post("/api/plans/" + plan + "/approvals")
                .then().statusCode(201);
    }

    public static ValidatableResponse importPlan(String yaml) {
        Response answer = as("dana").contentType("application/yaml").body(yaml.getBytes(StandardCharsets.UTF_8))
                .post("/api/plans");
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(201);
        return answer.then();
    }

    /** As a new revision of a plan that is there. */
    public static ValidatableResponse importPlanAgain(String yaml) {
        return as("dana").contentType("application/yaml").body(yaml.getBytes(StandardCharsets.UTF_8)).post("/api/plans").then()
                .statusCode(200);
    }

    /** One that a test made by itself. */
    public static GameDay known(String plan, String id) {
        return new GameDay(plan, id);
    }

    /** Scheduled a month ahead, live. */
    public static GameDay scheduled(String rest) {
        return ofPlan(plan(rest));
    }

    public static GameDay running(String rest) {
        GameDay day = scheduled(rest);
        day.move("dana", "running").statusCode(200);
        return day;
    }

    /** A rehearsal that runs at this speed. */
    public static GameDay rehearsing(String rest, int speed) {
        String plan = plan(rest);
        GameDay day = of(plan, Map.of("plan", plan, "mode", "rehearsal", "speed", speed));
        day.move("dana", "scheduled").statusCode(200);
        day.move("dana", "running").statusCode(200);
        return day;
    }

    public static GameDay of(String plan, Map<String, Object> order) {
        JsonNode made = json(
                as("dana").contentType(ContentType.JSON).body(order).post("/api/exercises").then().statusCode(201));
        return new GameDay(plan, made.path("id").asText());
    }

    /**
     * Read with Jackson: a path of REST Assured is compiled as a Groovy script each time, which costs more than the request.
     */
    public static JsonNode json(ValidatableResponse answer) {
        try {
            return JSON.readTree(answer.extract().asByteArray());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Signed in with Basic, as scripts are. */
    public static RequestSpecification as(String person) {
        return given().auth().preemptive().basic(person, DemoPeople.PASSWORD);
    }

    public ValidatableResponse get(String person, String path) {
        return as(person).get("/api/exercises/" + id + path).then();
    }

    public ValidatableResponse post(String person, String path, Map<String, ?> body) {
        return as(person).contentType(ContentType.JSON).body(body).post("/api/exercises/" + id + path).then();
    }

    /** Closes without a published report, where it closes. */
    public ValidatableResponse move(String person, String to) {
        return post(person, "/transitions", to.equals("closed") ? Map.of("to", to, "override", "a test needs no review")
                : Map.of("to", to));
    }

    /** As the second person, or before the first one asks. */
    public ValidatableResponse confirm(String person, String of) {
        return post(person, "/confirmations", Map.of("of", of));
    }

    public ValidatableResponse moveItem(String person, String key, String to) {
        return post(person, "/timeline/" + key + "/transitions", Map.of("to", to));
    }

    /** Of the director's timeline. */
    public Map<String, Object> item(String key) {
        JsonNode items = json(get("dana", "/timeline").statusCode(200)).path("items");
        for (JsonNode item : items) {
            if (item.path("key").asText().equals(key)) {
                return JSON.convertValue(item, new TypeReference<>() {
                });
            }
        }
        throw new NoSuchElementException("no item " + key);
    }

    public void awaitItem(String key, String state) {
        Awaitility.await("item " + key + " becomes " + state)
                .pollInterval(Duration.ofMillis(50)).until(() -> item(key).get("state"), state::equals);
    }

    public void awaitState(String state) {
        Awaitility.await("exercise becomes " + state).pollInterval(Duration.ofMillis(50))
                .until(() -> json(get("dana", "")).path("state").asText(), state::equals);
    }

    /** Judges what is left once it has ended, as the close asks for: nothing of it was exercised. */
    public GameDay judged() {
        List<Map<String, Object>> items = get("dana", "/timeline").statusCode(200).extract().path("items");
        items.stream().filter(item -> ((Map<?, ?>) item.get("body")).containsKey("expectation"))
                .filter(item -> List.of("released", "unjudged").contains(item.get("state")))
                .forEach(item -> post("carl", "/timeline/" + item.get("key") + "/transitions",
                        Map.of("to", "skipped", "reason", "not exercised")).statusCode(200));
        List<Map<String, Object>> drills = get("dana", "/drills").statusCode(200).extract().path("items");
        drills.stream().filter(drill -> drill.get("armedAt") != null && drill.get("result") == null)
                .forEach(drill -> post("eve", "/drills/" + drill.get("key") + "/result",
                        Map.of("result", "inconclusive", "reason", "not exercised")).statusCode(200));
        List<Map<String, Object>> objectives = get("dana", "/objectives").statusCode(200).extract().path("items");
        objectives.stream().filter(objective -> objective.get("rating") == null)
                .forEach(objective -> post("eve", "/objectives/" + objective.get("key") + "/ratings",
                        Map.of("rating", "not-exercised")).statusCode(201));
        return this;
    }
}

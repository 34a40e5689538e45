package dev.blackstart.secrecy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import dev.blackstart.testsupport.GameDay;
import io.restassured.path.json.JsonPath;

/**
 * Three exercises that refer to each other, and people who stand differently to each of them. {@code a} is over and left a
 * defect;
 * {@code b}, unannounced, runs and retests it; {@code c} is scheduled and breaks the same target as {@code b}. Dana directs
 * all.
 * Eve evaluates {@code a} and plays in {@code b}; nora directs {@code c} and plays in {@code b}; wim controls {@code b} and
 * knows
 * nothing of {@code a}; adam, an administrator, plays in {@code b}; wilma has no part in any.
 */
final class CrossedDays {

    private static final String PLAN = """
            key: <OF-key>
            name: Name <OF-name>
            type: functional
            intensity: 2
            environment: staging
            owner: dana
            approvers: [tess]
            team: storage
            coverName: Exercise OF
            playerBriefing: Bring water.
            systems: [{key: <target-OF>, name: System <OF-system>, site: fra1, kind: database}]
            schedule: {preparation: P14D, duration: PT2H, zone: Europe/Berlin, notice: unannounced}
            roster: [{person: dana, role: director}, ROSTER]
            drills:
              - key: <OF-drill>
                kind: database-failover
                title: Drill <OF-drill-title>
                owner: dana
                targets: [<target-OF>]
                RETESTS
                hypothesis: Hypothesis <OF-hypothesis>
                fault: {driver: manual, instruction: Fault <OF-fault>}
                revert: {driver: manual, instruction: Revert <OF-revert>}
                maxDuration: PT20M
            timeline:
              - {key: <OF-fault-key>, manual: true, drill: <OF-drill>}
              - {key: <OF-message-key>, manual: true, message: {to: everyone, channels: [in-app], text: Message <OF-message>}}
            """;

    final Markers markers = new Markers();
    final String a;
    final String b;
    final String c;
    final String defect;
    private final List<String> actions = new ArrayList<>();

    CrossedDays() {
        a = exercise("a", "{person: carl, role: controller}, {person: eve, role: evaluator}, {person: pia, role: player}",
                null);
        post("dana", "/exercises/" + a + "/transitions", Map.of("to", "running", "override", "Only a test."), 200);
        JsonPath opened = post("carl", "/defects", Map.of("title", markers.of("a-defect"), "text", markers.of("a-defect-text"),
                "findings", List.of(finding(a, "carl", "a-finding"))), 201);
        defect = opened.getString("id");
        for (String action : List.of("a-action", "a-action-done")) {
            actions.add(
                    post("carl", "/defects/" + defect + "/actions", Map.of("title", markers.of(action), "owner", "tess"), 201)
                            .getString("id"));
        }
        post("dana", "/exercises/" + a + "/transitions", Map.of("to", "ended"), 200);
        post("tess", "/actions/" + actions.get(1) + "/transitions", Map.of("to", "done"), 200);
        b = exercise("b", "{person: wim, role: controller}, {person: eve, role: player}, {person: nora, role: player}, "
                + "{person: adam, role: player}", opened.getString("reference"));
        post("dana", "/exercises/" + b + "/transitions", Map.of("to", "running", "override", markers.of("b-override")), 200);
        c = exercise("c", "{person: nora, role: director}, {person: carl, role: controller}", null);
        happens();
        markers.tell(List.of("carl", "eve", "adam"), of("a"));
        markers.tell(List.of("wim"), of("b"));
        markers.tell(List.of("eve", "nora", "adam"), "b-finding"); // its drill has come
        markers.tell(List.of("nora", "carl", "adam"), of("c"));
        markers.tell(List.of("nora", "carl", "adam", "wim"), "target");
    }

    /** The drill of b retests the defect of a and passes; what is found in b is merged into it, which sets off its alarm. */
    private void happens() {
        String drill = "/exercises/" + b + "/drills/" + markers.of("b-drill");
        post("wim", "/exercises/" + b + "/timeline/" + markers.of("b-fault-key") + "/transitions", Map.of("to", "released"),
                200);
        post("wim", drill + "/transitions", Map.of("to", "injected"), 200);
        post("wim", drill + "/transitions", Map.of("to", "reverted"), 200);
        post("wim", drill + "/result", Map.of("result", "passed", "reason", markers.of("b-reason")), 200);
        String found = finding(b, "wim", "b-finding");
        GameDay.as("dana").contentType("application/json").body(Map.of("defect", defect)).patch("/api/findings/" + found).then()
                .statusCode(200);
    }

    void end() {
        post("dana", "/exercises/" + b + "/transitions", Map.of("to", "ended"), 200);
    }

    /** One more that is scheduled, with a target that nothing else touches. */
    String another(String roster) {
        return exercise("other" + UUID.randomUUID().toString().substring(0, 8), roster, null);
    }

    /** One more of the same plan. */
    String again(String of) {
        return post("dana", "/exercises", Map.of("plan", markers.of(of + "-key"), "startsAt",
                Instant.now().plus(Duration.ofDays(50)).toString()), 201).getString("id");
    }

    /** What was written for one of them. */
    private String[] of(String day) {
        return markers.all().stream().filter(what -> what.startsWith(day + "-")).toArray(String[]::new);
    }

    private String exercise(String of, String roster, String retests) {
        String target = of.matches("[bc]") ? "target" : of + "-target";
        GameDay.importPlan(markers.fill(PLAN.replace("target-OF", target).replace("OF", of).replace("ROSTER", roster)
                .replace("RETESTS", "retests: [" + (retests == null ? "" : retests) + "]")));
        String plan = markers.of(of + "-key");
        if (!of.equals("b")) {
            GameDay.approve(plan, "tess"); // b starts without, so that its gate is overridden
        }
        return post("dana", "/exercises", Map.of("plan", plan, "startsAt", Instant.now().plus(Duration.ofDays(40)).toString()),
                201)
                .getString("id");
    }

    private String finding(String day, String by, String what) {
        return post(by, "/exercises/" + day + "/findings",
                Map.of("text", markers.of(what), "drill", markers.of((day.equals(a) ? "a" : "b") + "-drill")), 201)
                .getString("id");
    }

    private static JsonPath post(String by, String path, Map<String, ?> body, int status) {
        var answer = GameDay.as(by).contentType("application/json").body(body).post("/api" + path);
        assertThat(answer.statusCode()).as("%s %s: %s", by, path, answer.asString()).isEqualTo(status);
        return answer.jsonPath();
    }

    /** What a placeholder of an address can stand for, of each of the three. */
    List<String> names(String collection) {
        return switch (collection) {
            case "exercises" -> List.of(a, b, c);
            case "plans", "recurring" -> keys("key");
            case "live" -> List.of("me", "control-room", "call-trees", "gate");
            case "timeline" -> keys("fault-key");
            case "drills" -> keys("drill");
            case "defects" -> List.of(defect);
            case "actions" -> actions;
            case "findings" -> Stream.of(a, b).flatMap(day -> GameDay.as("dana").get("/api/exercises/" + day + "/findings")
                    .jsonPath().<String> getList("items.id").stream()).toList();
            case "people" -> List.of("tess");
            case "teams" -> List.of("storage");
            case "systems" -> List.of(markers.of("target"), "payments-ledger");
            case "files" -> List.of("people.csv", "teams.yaml", "systems.csv");
            default -> List.of(UUID.randomUUID().toString());
        };
    }

    private List<String> keys(String what) {
        return Stream.of("a", "b", "c").map(day -> markers.of(day + "-" + what)).toList();
    }
}

package dev.blackstart.followup.rehearse;

import static dev.blackstart.followup.Followup.act;
import static dev.blackstart.followup.Followup.finding;
import static dev.blackstart.followup.Followup.get;
import static dev.blackstart.followup.Followup.post;
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

import org.junit.jupiter.api.Test;

import dev.blackstart.followup.Followup;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.PageClient;
import io.quarkus.test.junit.QuarkusTest;

/** An action to be rehearsed becomes a drill of a plan; the plan's text stays as it was otherwise. */
@QuarkusTest
class ActionDrillTest {

    private static final String REST = """
            # what runs (keep this comment)
            timeline:
              - {key: open, at: PT0M, task: {of: carl, text: "Look."}}   # and this one
            """;

    private final String system = "sys-" + UUID.randomUUID().toString().substring(0, 8);

    @Test
    void drill_planWithTheDefectsSystem_newRevisionThatRetestsIt() {
        String plan = plan();
        String before = yaml("dana", plan);
        String reference = reference("rehearse");
        String title = get("dana", "/api/actions/" + action).extract().path("title");
        String key = post("dana", "/api/actions/" + action + "/drill", Map.of("plan", plan)).statusCode(201)
                .body("plan", is(plan)).body("revision", is(2)).extract().path("drill");
        String after = yaml("dana", plan);
        assertThat(after).contains("# what runs (keep this comment)", "# and this one", "retests: [" + reference + "]", title,
                "drill: " + key);
        before.lines().forEach(line -> assertThat(after).contains(line));
        get("dana", "/api/actions/" + action).body("drill.plan", is(plan)).body("drill.key", is(key));
        PageClient dana = PageClient.as("dana");
        dana.get("/plans/" + plan).statusCode(200).body(containsString("/actions/" + action));
        dana.get("/actions/" + action).body(containsString("/plans/" + plan + "#drill-" + key),
                not(containsString("Make it a drill")));
        post("dana", "/api/actions/" + action + "/drill", Map.of("plan", plan)).statusCode(409);
        get("pia", "/api/actions/" + action).statusCode(200).body("drill", nullValue());
    }

    @Test
    void drill_planWithoutTheDefectsSystem_refusedUnlessATargetIsNamed() {
        String plan = GameDay.plan(REST);
        reference("rehearse");
        List<String> systems = post("dana", "/api/actions/" + action + "/drill", Map.of("plan", plan)).statusCode(422)
                .body("field", is("plan")).extract().path("systems");
        assertThat(yaml("dana", plan)).doesNotContain("drills:");
        post("dana", "/api/actions/" + action + "/drill", Map.of("plan", plan, "targets", List.of("nothing"))).statusCode(422)
                .body("field", is("targets"));
        post("dana", "/api/actions/" + action + "/drill", Map.of("plan", plan, "targets", systems)).statusCode(201);
    }

    @Test
    void drill_ofAnotherKind_conflict() {
        String plan = plan();
        reference("detect");
        post("dana", "/api/actions/" + action + "/drill", Map.of("plan", plan)).statusCode(409);
    }

    @Test
    void drill_whoMayNot_refused() {
        String plan = plan();
        reference("rehearse");
        post("carl", "/api/actions/" + action + "/drill", Map.of("plan", plan)).statusCode(403);
        post("wilma", "/api/actions/" + action + "/drill", Map.of("plan", plan)).statusCode(404);
        post("dana", "/api/actions/" + action + "/drill", Map.of("plan", "no-such-plan")).statusCode(422)
                .body("field", is("plan"));
        post("dana", "/api/actions/" + action + "/drill", Map.of()).statusCode(422).body("field", is("plan"));
    }

    @Test
    void drill_exerciseStillLive_conflict() {
        String plan = plan();
        GameDay day = Followup.running();
        String id = rehearsal(day, "rehearse");
        post("dana", "/api/actions/" + id + "/drill", Map.of("plan", plan)).statusCode(409);
    }

    @Test
    void page_refused_keepsWhatWasTyped() {
        String plan = GameDay.plan(REST);
        reference("rehearse");
        PageClient dana = PageClient.as("dana");
        dana.get("/actions/" + action).statusCode(200).body(containsString("Make it a drill"));
        dana.post("/actions/" + action + "/drill", Map.of("plan", plan, "targets", "wrong-system")).statusCode(422)
                .body(containsString(plan), containsString("wrong-system"), containsString("name as targets"));
        PageClient.as("carl").get("/actions/" + action).body(containsString("A Master of Disaster adds it to a plan"));
    }

    private String action;

    /** Opens the action in an exercise that is over; returns the reference of its defect. */
    private String reference(String kind) {
        GameDay day = Followup.running();
        action = rehearsal(day, kind);
        day.move("dana", "ended").statusCode(200);
        return get("dana", "/api/actions/" + action).body("kind", is(kind)).extract().path("defect.reference");
    }

    private String rehearsal(GameDay day, String kind) {
        String title = unlike("Lag");
        String defect = post("carl", "/api/defects", Map.of("title", title, "findings", List.of(finding(day, "pia", title)),
                "systems", List.of(system))).statusCode(201).body("systems", hasItem(system)).extract().path("id");
        return act("carl", defect, "Rehearse the rejoin " + system, "pia", "kind", kind).statusCode(201).extract().path("id");
    }

    private String plan() {
        return GameDay.plan("systems: [{key: %s, name: Orders database, kind: database}]\n".formatted(system) + REST);
    }

    private static String yaml(String person, String plan) {
        return GameDay.as(person).accept("application/yaml").get("/api/plans/" + plan).then().statusCode(200).extract()
                .asString();
    }
}

package dev.blackstart.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.is;
import static org.hamcrest.Matchers.not;

import java.util.Map;
import java.util.UUID;

import org.hamcrest.Matcher;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;

/** What the gate asks of drills with much at stake. */
@QuarkusTest
class ProductionGateTest {

    private static final String PLAN = """
            drills:
              - {key: cut, kind: network-cut, title: Cut it, owner: %s, targets: [orders-db], maxDuration: PT20M, %s
                 fault: {driver: manual, instruction: Cut %s.}, revert: {driver: manual, instruction: Mend %3$s.}}
            timeline:
              - {key: now, manual: true, drill: cut}
              - {key: end, manual: true, endex: {}}
            """;

    private static String plan(String more) {
        return PLAN.formatted("dana", more, UUID.randomUUID());
    }

    private static String radius(String targets) {
        return "blastRadius: {targets: %s, customers: 0.1%%, minHealthy: 85%%},".formatted(targets);
    }

    private static void check(GameDay day, String key, String result, Matcher<? super String> advice) {
        day.get("dana", "/gate").statusCode(200).body("checks.find { it.key == '" + key + "' }.result", is(result))
                .body("checks.find { it.key == '" + key + "' }.advice", advice);
    }

    private static GameDay started(String rest) {
        GameDay day = GameDay.scheduled(rest, 2, "production");
        day.post("dana", "/transitions", Map.of("to", "running", "override", "A test.")).statusCode(409)
                .body("confirmation.of", is("start"));
        day.confirm("adam", "start").statusCode(200);
        return day;
    }

    @Test
    void drill_intensityThree_needsDetectionAndBackout() {
        check(GameDay.scheduled(plan(""), 3, "staging"), "drills", "fail",
                allOf(containsString("cut a detection"), containsString("cut a backout")));
        check(GameDay.scheduled(plan("detection: An alert., backout: Rejoin.,"), 3, "staging"), "drills", "pass",
                is((String) null));
        check(GameDay.scheduled(plan(""), 2, "staging"), "drills", "pass", is((String) null));
    }

    @Test
    void drill_productionWithoutBlastRadius_failsAndIsNotOverridden() {
        GameDay day = GameDay.scheduled(plan(""), 2, "production");
        check(day, "drills", "fail", containsString("cut a blastRadius"));
        day.post("dana", "/transitions", Map.of("to", "running", "override", "I insist.")).statusCode(409)
                .body("confirmation", is((Object) null));
    }

    @Test
    void blastRadius_overTheInstallationsLimit_refused() {
        check(GameDay.scheduled(plan(radius("12%")), 2, "production"), "drills", "fail",
                containsString("cut: 12% of the targets at once; this installation allows 10%."));
        check(GameDay.scheduled(plan(radius("8%")), 2, "production"), "drills", "pass", is((String) null));
    }

    @Test
    void blastRadius_twoExercisesTogether_theSecondFaultIsHeldAndNamesNothing() {
        GameDay one = started(plan(radius("6%")));
        GameDay other = started(plan(radius("6%")));
        GameDay staging = GameDay.scheduled(plan(radius("6%")), 2, "staging");
        one.confirm("eve", "cut").statusCode(202);
        one.moveItem("carl", "now", "released").statusCode(200);
        other.confirm("eve", "cut").statusCode(202);
        other.moveItem("carl", "now", "released").statusCode(409);
        other.get("carl", "/drills").body("items[0].state", is("planned"));
        other.get("carl", "/journal?limit=1000").body("entries.findAll { it.type == 'item-held' }.data.reason",
                hasItem(allOf(containsString("in use"), not(containsString(one.id)))));
        check(staging, "targets", "pass", is((String) null));
        one.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
        other.confirm("eve", "cut").statusCode(202);
        other.moveItem("carl", "now", "released").statusCode(200);
        other.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
    }

    @Test
    void revertProven_verifiedInStaging_passes() {
        String drill = plan(radius("1%"));
        GameDay day = GameDay.scheduled(drill, 2, "production");
        check(day, "revert-proven", "fail", containsString("cut"));
        GameDay staging = GameDay.running(drill);
        check(staging, "revert-proven", "not-applicable", is((String) null));
        staging.moveItem("carl", "now", "released").statusCode(200);
        staging.post("carl", "/drills/cut/transitions", Map.of("to", "injected")).statusCode(200);
        staging.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
        check(day, "revert-proven", "fail", containsString("cut"));
        staging.move("dana", "ended").statusCode(200);
        check(day, "revert-proven", "pass", is((String) null));
    }

    @Test
    void drivers_productionFromIntensityFour_thePlatformAloneIsNotEnough() {
        String byHand = plan(radius("1%") + " detection: An alert., backout: Rejoin.,");
        String byPlatform = "systems: [{key: orders-db, name: Orders database, hosts: [\"127.0.0.1\"]}]\n"
                + byHand.replaceFirst("revert: \\{driver: manual, instruction: [^}]*}",
                        "revert: {driver: http, url: \"http://127.0.0.1:9/mend\"}");
        assertThat(byPlatform).contains("driver: http");
        check(GameDay.scheduled(byPlatform, 4, "production"), "drivers", "fail", containsString("the target itself"));
        check(GameDay.scheduled(byPlatform, 3, "production"), "drivers", "pass", is((String) null));
        check(GameDay.scheduled(byPlatform, 4, "staging"), "drivers", "pass", is((String) null));
        check(GameDay.scheduled(byHand, 4, "production"), "drivers", "pass", is((String) null));
    }

    @Test
    void roles_safetyOfficerOwnsADrill_fails() {
        check(GameDay.scheduled(PLAN.formatted("sol", "", "it"), 2, "staging"), "roles", "fail",
                containsString("sol owns cut"));
    }

    @Test
    void preview_controlStaff_saysWhatWouldBeDoneAndTouchesNothing() {
        GameDay day = GameDay.running(plan(""));
        day.post("eve", "/drills/cut/preview", Map.of()).statusCode(200).body("targets.size()", is(1))
                .body("actions.what", contains("inject", "revert")).body("actions[0].driver", is("manual"))
                .body("actions[0].does[0]", containsString("Cut")).body("checks.size()", is(0));
        day.get("carl", "/drills").body("items[0].state", is("planned"));
        day.post("eve", "/drills/none/preview", Map.of()).statusCode(404);
        day.post("pia", "/drills/cut/preview", Map.of()).statusCode(403);
        day.post("pia", "/drills/none/preview", Map.of()).statusCode(403);
        day.post("wilma", "/drills/cut/preview", Map.of()).statusCode(404);
    }
}

package dev.blackstart.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.blackstart.testsupport.Damage;
import dev.blackstart.testsupport.FaultTarget;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;

/** Faults that a driver injects into a real system on loopback, and what becomes of them when something goes wrong. */
@QuarkusTest
class FaultLifeTest {

    private FaultTarget target;

    @BeforeEach
    void startTarget() {
        target = new FaultTarget();
    }

    @AfterEach
    void stopTarget() {
        target.close();
    }

    @Test
    void drill_byDriver_injectedRevertedAndConfirmed() {
        GameDay day = running(drill("cut", "/break", "/mend", ""), "  - {key: fault, at: PT0S, drill: cut}");
        day.awaitItem("fault", "completed");
        assertThat(target.isBroken()).isTrue();
        assertThat(state(day, "cut")).isEqualTo("injected");
        day.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
        awaitFault(day, "cut", "reverted");
        assertThat(target.isBroken()).isFalse();
        assertThat(target.requests()).containsExactly("/break", "/mend");
        assertThat(JournalProbe.field(day, "driver-called", "action")).containsExactly("inject", "revert");
        assertThat(JournalProbe.field(day, "driver-called", "outcome")).containsOnly("succeeded");
        assertThat(JournalProbe.facts(day, "driver-called").get(0).path("output").asText()).contains("/break 200");
        assertThat(drill(day, "cut")).doesNotContainKey("verified");
        day.move("dana", "ended").statusCode(200);
        day.get("dana", "/drills").body("items[0].calls.action", equalTo(List.of("inject", "revert")));
        assertThat(JournalProbe.verified(day).valid()).isTrue();
        day.judged().post("dana", "/transitions", Map.of("to", "closed")).statusCode(409)
                .body("detail", containsString("Look whether cut is reverted"));
        day.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200)
                .body("verified", equalTo(true));
    }

    @Test
    void injection_refused_isNotCompletedAndReverted() {
        GameDay day = running(drill("cut", "/refuse", "/mend", ""), "  - {key: fault, at: PT0S, drill: cut}");
        awaitFault(day, "cut", "reverted");
        assertThat(JournalProbe.field(day, "fault-inject-failed", "why")).singleElement().asString().contains("422");
        assertThat(JournalProbe.of(day, "fault-injected")).isEmpty();
        assertThat(day.item("fault")).containsEntry("state", "released");
        assertThat(target.requests()).containsExactly("/refuse", "/mend");
    }

    @Test
    void injection_hangs_isRevertedAndRevertedAgainAfterItsDeadline() {
        GameDay day = running(drill("cut", "/hang", "/mend", "").replace("/hang\"", "/hang\", deadline: PT2S"),
                "  - {key: fault, at: PT0S, drill: cut}");
        awaitFault(day, "cut", "reverted");
        await().untilAsserted(() -> assertThat(target.requests()).containsExactly("/hang", "/mend", "/mend"));
        assertThat(target.isBroken()).isFalse();
        await().until(() -> JournalProbe.field(day, "driver-called", "action").size() == 3);
        assertThat(JournalProbe.field(day, "driver-called", "action")).containsExactly("inject", "revert", "revert-again");
        assertThat(JournalProbe.field(day, "driver-called", "outcome")).containsExactly("unknown", "succeeded", "succeeded");
    }

    @Test
    void abort_duringTheInjection_revertsAtOnce() {
        GameDay day = running(drill("cut", "/hang", "/mend", ""), "  - {key: fault, at: PT0S, drill: cut}");
        await().until(() -> target.requests().contains("/hang"));
        day.post("dana", "/transitions", Map.of("to", "ended", "outcome", "aborted", "reason", "enough")).statusCode(200);
        awaitFault(day, "cut", "reverted");
        assertThat(target.isBroken()).isFalse();
        assertThat(JournalProbe.of(day, "fault-injected")).isEmpty();
    }

    @Test
    void revert_failsTwiceThenWorks_isReverted() {
        GameDay day = running(drill("cut", "/break", "/twice", ""), "  - {key: fault, at: PT0S, drill: cut}");
        day.awaitItem("fault", "completed");
        day.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
        awaitFault(day, "cut", "reverted");
        assertThat(target.requests()).containsExactly("/break", "/twice", "/twice", "/twice");
        assertThat(JournalProbe.of(day, "fault-revert-failed")).hasSize(1);
        assertThat(target.isBroken()).isFalse();
    }

    @Test
    void revert_failsForGood_takesTheFallbackOfThePlan() {
        GameDay day = running(drill("cut", "/break", "/refuse", ", otherwise: " + http("/mend")),
                "  - {key: fault, at: PT0S, drill: cut}");
        day.awaitItem("fault", "completed");
        day.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
        awaitFault(day, "cut", "reverted");
        assertThat(target.requests()).containsExactly("/break", "/refuse", "/refuse", "/refuse", "/mend");
        assertThat(JournalProbe.field(day, "driver-called", "action")).endsWith("revert", "otherwise");
    }

    @Test
    void revert_conditionIsOutside_takesTheFallbackWithoutCallingTheDriver() {
        GameDay day = running("probes: [{key: healthy, type: http, url: \"%s\", every: PT1S, tolerance: {status: 200}}]\n"
                .formatted(target.url("/health"))
                + drill("cut", "/break", "/refuse", ", onlyIf: healthy, otherwise: " + http("/mend")),
                "  - {key: fault, at: PT0S, drill: cut}");
        day.awaitItem("fault", "completed");
        day.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
        awaitFault(day, "cut", "reverted");
        assertThat(target.requests()).containsExactly("/break", "/mend");
        assertThat(JournalProbe.field(day, "driver-called", "outcome")).containsExactly("succeeded", "refused", "succeeded");
    }

    @Test
    void revert_verifiedByAProbe_endsOnceTheProbeIsInside() {
        GameDay day = running("probes: [{key: healthy, type: http, url: \"%s\", every: PT1S, tolerance: {status: 200}}]\n"
                .formatted(target.url("/health"))
                + drill("cut", "/break", "/mend", ", verify: {probe: healthy, for: PT2S}"),
                "  - {key: fault, at: PT0S, drill: cut}");
        day.awaitItem("fault", "completed");
        day.post("carl", "/drills/cut/transitions", Map.of("to", "reverted")).statusCode(200);
        awaitFault(day, "cut", "reverted");
        assertThat(drill(day, "cut")).containsEntry("verified", true);
    }

    @Test
    void reverts_oneHangs_theOthersAreDone() {
        GameDay day = running(drill("one", "/break", "/hang", "")
                + drill("two", "/break", "/mend", "").replace("drills:\n", ""),
                "  - {key: first, at: PT0S, drill: one}\n  - {key: second, at: PT1S, drill: two}");
        day.awaitItem("second", "completed");
        day.post("dana", "/transitions", Map.of("to", "ended", "outcome", "aborted", "reason", "enough")).statusCode(200);
        awaitFault(day, "two", "reverted");
        assertThat(state(day, "one")).isEqualTo("reverting");
    }

    @Test
    void call_whoseProcessFellSilent_isEndedAndReverted() {
        GameDay day = running(drill("cut", "/break", "/mend", ""), "  - {key: later, at: PT1H, drill: cut}");
        UUID drill = QuarkusTransaction.requiringNew().call(() -> Drill.of(UUID.fromString(day.id), "cut").id);
        UUID attempt = UUID.randomUUID();
        Damage.sql("update drill set state = 'ARMED', armed_at = current_timestamp where id = ?1", drill);
        Damage.sql(
                """
                        insert into fault_attempt (id, version, created_at, exercise_id, drill_id, position, action, state, due_at, owner,
                        lease_until, started_at, deadline_at) values (?1, 0, current_timestamp, ?2, ?3, 0, 'INJECT', 'RUNNING',
                        current_timestamp, ?4, current_timestamp, current_timestamp, current_timestamp)""",
                attempt,
                UUID.fromString(day.id), drill, UUID.randomUUID());
        awaitFault(day, "cut", "reverted");
        assertThat(JournalProbe.field(day, "driver-called", "outcome")).startsWith("unknown", "succeeded");
        assertThat(target.requests()).contains("/mend");
        day.get("dana", "/drills").body("items[0].calls.reason", hasItem("The platform stopped during the call."));
    }

    private GameDay running(String rest, String items) {
        return GameDay.running("systems: [{key: orders-db, name: Orders database, hosts: [\"127.0.0.1:%d\"]}]\n"
                .formatted(target.port()) + rest + "timeline:\n" + items + "\n");
    }

    private String drill(String key, String inject, String revert, String more) {
        return """
                drills:
                  - {key: %s, kind: custom, title: Cut %s, owner: tess, targets: [orders-db], maxDuration: PT10M,
                    fault: %s, revert: %s}
                """.formatted(key, key, http(inject), http(revert).replaceAll("}$", more + "}"));
    }

    private String http(String path) {
        return "{driver: http, method: POST, url: \"%s\"}".formatted(target.url(path));
    }

    private static Map<String, Object> drill(GameDay day, String key) {
        List<Map<String, Object>> drills = day.get("dana", "/drills").statusCode(200).extract().path("items");
        return drills.stream().filter(drill -> drill.get("key").equals(key)).findFirst().orElseThrow();
    }

    private static String state(GameDay day, String key) {
        return (String) drill(day, key).get("state");
    }

    private static void awaitFault(GameDay day, String key, String state) {
        await("fault " + key + " becomes " + state).until(() -> state(day, key), state::equals);
    }
}

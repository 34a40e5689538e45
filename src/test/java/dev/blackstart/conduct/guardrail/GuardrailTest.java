package dev.blackstart.conduct.guardrail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import dev.blackstart.testsupport.GameDay;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;

/** A target that is measured, breaks and comes back, as control staff see it. */
@QuarkusTest
@TestProfile(GuardrailTest.Measuring.class)
public class GuardrailTest {

    /** This machine may be measured. */
    public static class Measuring implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("blackstart.drivers.allowed-hosts", "localhost,127.0.0.1");
        }
    }

    private static final AtomicInteger STATUS = new AtomicInteger(200);
    private static HttpServer target;

    @BeforeAll
    static void startTarget() throws IOException {
        target = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        target.createContext("/orders", exchange -> {
            exchange.sendResponseHeaders(STATUS.get(), -1);
            exchange.close();
        });
        target.start();
    }

    @AfterAll
    static void stopTarget() {
        target.stop(0);
    }

    private static String plan(String then) {
        return """
                probes:
                  - {key: orders, type: http, url: "http://127.0.0.1:%d/orders", every: PT0.1S, tolerance: {status: 200}, steadyState: true, guardrail: {for: PT1S, then: %s}}
                drills:
                  - key: stop-orders
                    kind: custom
                    title: Stop the orders
                    owner: tess
                    targets: [orders-db]
                    fault: {driver: manual, instruction: Stop it.}
                    revert: {driver: manual, instruction: Start it.}
                    maxDuration: PT30M
                timeline:
                  - {key: fault, at: PT0M, drill: stop-orders}
                """
                .formatted(target.getAddress().getPort(), then);
    }

    private static List<String> journal(GameDay day, String person) {
        return day.get(person, "/journal?limit=1000").statusCode(200).extract().path("entries.type");
    }

    private static long count(GameDay day, String type) {
        return journal(day, "carl").stream().filter(type::equals).count();
    }

    private static void awaitState(GameDay day, String state) {
        await().untilAsserted(() -> day.get("carl", "").body("state", equalTo(state)));
    }

    private static void answers(int status) {
        STATUS.set(status);
    }

    /** Until the platform has seen it. */
    private static void awaitProbe(GameDay day, String state) {
        await().pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> day.get("carl", "/probes").body("items[0].state", equalTo(state)));
    }

    private static GameDay injected(String then) {
        answers(200);
        GameDay day = GameDay.running(plan(then));
        await().untilAsserted(() -> day.get("carl", "/drills").body("items[0].state", equalTo("armed")));
        day.post("carl", "/drills/stop-orders/transitions", Map.of("to", "injected")).statusCode(200);
        awaitProbe(day, "inside");
        return day;
    }

    @Test
    void gate_steadyStateOutside_failsUntilItIsInside() {
        answers(503);
        GameDay day = GameDay.scheduled(plan("revert"));
        day.get("carl", "/gate").body("checks.find { it.key == 'probes' }.result", equalTo("fail"))
                .body("checks.find { it.key == 'probes' }.advice",
                        equalTo("Probe orders is outside its tolerance: The status is 503; good is 200."));
        day.move("dana", "running").statusCode(409);
        answers(200);
        await().untilAsserted(
                () -> day.get("carl", "/gate").body("checks.find { it.key == 'probes' }.result", equalTo("pass")));
        day.move("dana", "running").statusCode(200);
    }

    @Test
    void breach_flapsThenLasts_revertsAndPausesOnce() {
        GameDay day = injected("revert");
        for (int i = 0; i < 3; i++) {
            answers(503);
            awaitProbe(day, "outside");
            answers(200);
            awaitProbe(day, "inside");
        }
        assertThat(count(day, "guardrail-acted")).isZero();
        answers(503);
        awaitState(day, "paused");
        day.get("carl", "/drills").body("items[0].state", equalTo("reverting"));
        List<String> told = journal(day, "carl");
        assertThat(told.indexOf("fault-reverting")).isGreaterThan(told.indexOf("guardrail-acted"))
                .isLessThan(told.indexOf("pausex"));
        day.move("carl", "running").statusCode(200);
        for (int i = 0; i < 3; i++) {
            answers(200);
            awaitProbe(day, "inside");
            answers(503);
            awaitProbe(day, "outside");
        }
        await().during(Duration.ofSeconds(2)).untilAsserted(() -> assertThat(count(day, "guardrail-acted")).isOne());
        day.get("carl", "").body("state", equalTo("running"));
        answers(200);
        await().untilAsserted(() -> assertThat(count(day, "guardrail-rearmed")).isOne());
        answers(503);
        awaitState(day, "paused");
        assertThat(count(day, "guardrail-acted")).isEqualTo(2);
    }

    @Test
    void breach_thenAbort_revertsAndEnds() {
        GameDay day = injected("abort");
        answers(503);
        awaitState(day, "ended");
        day.get("carl", "").body("outcome", equalTo("aborted"));
        day.get("carl", "/drills").body("items[0].state", equalTo("reverting"));
        answers(200);
        awaitProbe(day, "inside");
    }

    @Test
    void probes_forPlayers_doNotExist() {
        GameDay day = injected("revert");
        answers(503);
        awaitState(day, "paused");
        for (String person : List.of("pia", "olga", "wilma")) {
            day.get(person, "/probes").statusCode(404);
            day.get(person, "/probes/orders/samples").statusCode(404);
        }
        assertThat(journal(day, "pia")).contains("pausex")
                .noneMatch(type -> type.contains("probe") || type.contains("guardrail"));
        day.get("pia", "/journal?limit=1000").body("entries.find { it.type == 'pausex' }.data.cause", equalTo("asked"));
        day.get("carl", "/probes/none/samples").statusCode(404);
    }

    @Test
    void samples_paged_inOrderWithoutGaps() {
        GameDay day = injected("revert");
        await().untilAsserted(() -> day.get("carl", "/probes/orders/samples?limit=3").body("items.n", equalTo(List.of(0, 1, 2)))
                .body("next", equalTo("2")).body("items.inside", not(hasItem(false))));
        await().untilAsserted(() -> day.get("carl", "/probes/orders/samples?after=2&limit=2").body("items.n",
                equalTo(List.of(3, 4))));
        day.move("dana", "paused").statusCode(200);
        int seen = day.get("carl", "/probes").extract().path("items[0].samples");
        await().untilAsserted(() -> day.get("carl", "/probes/orders/samples?after=" + (seen + 5)).body("items", not(empty())));
    }
}

package dev.blackstart.conduct;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import dev.blackstart.conduct.guardrail.GuardrailTest;
import dev.blackstart.testsupport.FormClient;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.JournalProbe;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/** The story and the clocks follow what a real target does. */
@QuarkusTest
@TestProfile(GuardrailTest.Measuring.class)
class RealityTriggersTest {

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

    @BeforeEach
    void healthy() {
        STATUS.set(200);
    }

    /** A day whose fault is injected and whose target is measured. */
    private static GameDay injected(String... items) {
        GameDay day = GameDay.running("""
                probes:
                  - {key: orders, type: http, url: "http://127.0.0.1:%d/orders", every: PT0.1S, tolerance: {status: 200}}
                drills:
                  - key: stop-orders
                    kind: custom
                    title: Stop the orders
                    owner: tess
                    targets: [orders-db]
                    fault: {driver: manual, instruction: Stop it.}
                    revert: {driver: manual, instruction: Start it.}
                    maxDuration: PT30M
                    recoveredWhen: orders
                    clockTargets: {recover: PT10M}
                timeline:
                  - {key: fault, at: PT0S, drill: stop-orders}
                  - {key: end, at: PT1H, endex: {}}
                """.formatted(target.getAddress().getPort())
                + String.join("", List.of(items).stream().map(item -> "  - " + item + "\n").toList()));
        day.awaitItem("fault", "released");
        day.post("carl", "/drills/stop-orders/transitions", Map.of("to", "injected")).statusCode(200);
        awaitProbe(day, "inside");
        return day;
    }

    private static void awaitProbe(GameDay day, String state) {
        await().pollInterval(Duration.ofMillis(50))
                .untilAsserted(() -> day.get("carl", "/probes").body("items[0].state", equalTo(state)));
    }

    private static void mark(GameDay day, String clock) {
        day.post("eve", "/drills/stop-orders/marks", Map.of("clock", clock)).statusCode(201);
    }

    private static Map<String, Object> recovered(GameDay day) {
        return day.get("eve", "/drills/stop-orders/clocks").extract().path("clocks.find { it.clock == 'recovered' }");
    }

    private static String message(String key, String after) {
        return "{key: %s, after: {%s}, message: {to: storage, text: It goes on.}}".formatted(key, after);
    }

    @Test
    void drill_clockMarked_itemReleasedOnceAndOthersWait() {
        GameDay day = injected(message("seen", "drill: stop-orders, is: detected"),
                message("answered", "drill: stop-orders, is: acknowledged"),
                message("later", "drill: stop-orders, is: detected, delay: PT1H"));
        assertThat(day.item("seen").get("state")).isEqualTo("pending");
        mark(day, "detected");
        day.awaitItem("seen", "released");
        assertThat(day.item("answered").get("state")).isEqualTo("pending");
        Object due = day.item("later").get("due");
        assertThat(due).isNotNull();
        day.post("carl", "/drills/stop-orders/marks", Map.of("clock", "detected")).statusCode(201);
        assertThat(day.item("later").get("due")).isEqualTo(due);
        mark(day, "acknowledged");
        day.awaitItem("answered", "released");
        assertThat(JournalProbe.field(day, "item-released", "item")).containsOnlyOnce("seen", "answered");
        assertThat(JournalProbe.verified(day).valid()).isTrue();
    }

    @Test
    void drill_notDetectedWithin_hintReleased() {
        GameDay day = injected(message("hint", "drill: stop-orders, is: undetected, within: PT0.5S"));
        day.awaitItem("hint", "released");
    }

    @Test
    void drill_detectedBeforeThat_hintNeverOrAtItsOrAt() {
        GameDay day = injected(message("hint", "drill: stop-orders, is: undetected, within: PT30M"),
                message("sure", "drill: stop-orders, is: undetected, within: PT30M, orAt: PT50M"));
        assertThat(day.item("hint").get("due")).isNotNull();
        mark(day, "detected");
        assertThat(day.item("hint")).containsEntry("state", "pending").doesNotContainKey("due");
        assertThat(day.item("sure").get("due")).isEqualTo("PT50M");
    }

    @Test
    void probe_breachedAndBack_itemsFollow() {
        GameDay day = injected(message("broken", "probe: orders, is: breached"),
                message("back", "probe: orders, is: inside"));
        assertThat(day.item("back").get("state")).isEqualTo("pending");
        STATUS.set(503);
        day.awaitItem("broken", "released");
        assertThat(day.item("back").get("state")).isEqualTo("pending");
        STATUS.set(200);
        day.awaitItem("back", "released");
        FormClient.of("carl").browser().get("/exercises/" + day.id + "/control-room").then().statusCode(200);
    }

    @Test
    void waitingItems_playersAndOthers_learnNothing() {
        GameDay day = injected(message("secret-hint", "drill: stop-orders, is: recovered"));
        FormClient.of("carl").browser().get("/exercises/" + day.id + "/control-room").then().statusCode(200)
                .body(containsString("when “Stop the orders” is recovered"));
        STATUS.set(503);
        awaitProbe(day, "outside");
        for (String person : List.of("pia", "tess")) {
            String seen = day.get(person, "/timeline").extract().asString() + day.get(person, "/journal?limit=1000").extract()
                    .asString() + FormClient.of(person).browser().get("/exercises/" + day.id + "/me").asString();
            assertThat(seen).doesNotContain("secret-hint", "stop-orders", "Stop the orders", "recovered", "It goes on");
        }
        STATUS.set(200);
        day.awaitItem("secret-hint", "released");
        assertThat(day.get("pia", "/journal?limit=1000").extract().asString()).contains("It goes on")
                .doesNotContain("secret-hint", "stop-orders", "recovered", "clock-marked");
    }

    @Test
    void recovered_probeBackInside_markedByMeasurement() {
        GameDay day = injected();
        STATUS.set(503);
        awaitProbe(day, "outside");
        assertThat(recovered(day)).containsEntry("state", "open");
        STATUS.set(200);
        await().untilAsserted(() -> assertThat(recovered(day)).containsEntry("state", "marked"));
        day.get("eve", "/drills/stop-orders/clocks")
                .body("clocks.find { it.clock == 'recovered' }.marks[0].source", equalTo("probe"))
                .body("clocks.find { it.clock == 'recovered' }.marks[0].basis", equalTo("orders"))
                .body("clocks.find { it.clock == 'recovered' }.over", equalTo(false));
        day.get("eve", "/journal?limit=1000").body("entries.findAll { it.type == 'clock-marked' }.data.source",
                hasItem("probe"));
    }

    @Test
    void recovered_breachedAgainWhileTheFaultIsThere_laterReturnCounts() {
        GameDay day = injected();
        for (int times = 1; times <= 2; times++) {
            STATUS.set(503);
            awaitProbe(day, "outside");
            STATUS.set(200);
            int marks = times;
            await().untilAsserted(() -> assertThat((List<?>) recovered(day).get("marks")).hasSize(marks));
        }
        List<Map<String, Object>> marks = day.get("eve", "/drills/stop-orders/clocks")
                .extract().path("clocks.find { it.clock == 'recovered' }.marks");
        Instant injected = Instant.parse(day.get("eve", "/drills/stop-orders/clocks").extract().path("injectedAt"));
        Instant later = Instant.parse((String) marks.get(1).get("at"));
        assertThat(recovered(day)).containsEntry("length", Duration.between(injected, later).toString());
        day.post("carl", "/drills/stop-orders/transitions", Map.of("to", "reverted")).statusCode(200);
        STATUS.set(503);
        awaitProbe(day, "outside");
        STATUS.set(200);
        awaitProbe(day, "inside");
        assertThat((List<?>) recovered(day).get("marks")).hasSize(2);
    }

    @Test
    void recovered_neverOutsideUntilTheRevert_markedAtTheInjection() {
        GameDay day = injected();
        await().untilAsserted(() -> day.get("carl", "/probes/orders/samples?limit=100").body("items.size()",
                greaterThan(5)));
        day.post("carl", "/drills/stop-orders/transitions", Map.of("to", "reverted")).statusCode(200);
        assertThat(recovered(day)).containsEntry("state", "marked").containsEntry("length", "PT0S");
        day.get("eve", "/drills/stop-orders/clocks").body("clocks.find { it.clock == 'recovered' }.marks[0].basis",
                equalTo("orders, which never left its tolerance"));
    }

    @Test
    void report_probeWasOutside_toldInEveryFormat() {
        GameDay day = injected();
        STATUS.set(503);
        awaitProbe(day, "outside");
        STATUS.set(200);
        awaitProbe(day, "inside");
        day.move("dana", "ended").statusCode(200);
        String report = "/api/exercises/" + day.id + "/report";
        GameDay.as("eve").accept("application/json").get(report).then().statusCode(200)
                .body("measurements.probes.probe", equalTo(List.of("orders")))
                .body("measurements.probes[0].breaches", equalTo(1))
                .body("measurements.probes[0].lasts", equalTo(false))
                .body("measurements.probes[0].during", equalTo(List.of("stop-orders")));
        for (String type : List.of("text/html", "text/markdown")) {
            assertThat(GameDay.as("eve").accept(type).get(report).asString()).as(type).contains("Probes", "Outside tolerance",
                    "Stop the orders");
        }
        GameDay.as("eve").accept("application/pdf").get(report).then().statusCode(200);
        GameDay.as("pia").accept("application/json").get(report).then().statusCode(404);
    }
}

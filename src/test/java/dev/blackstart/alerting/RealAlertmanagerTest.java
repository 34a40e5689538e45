package dev.blackstart.alerting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.blackstart.testsupport.AlertSources;
import dev.blackstart.testsupport.GameDay;
import dev.blackstart.testsupport.Ports;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;

/**
 * A real Prometheus evaluates a rule, a real Alertmanager sends its webhook, a drill is detected. Needs the Debian packages
 * prometheus and prometheus-alertmanager; without them it is skipped, but not where CI=true.
 */
@QuarkusTest
@TestProfile(AlertSources.class)
class RealAlertmanagerTest {

    private static final String ALERT = "OrdersDatabaseDown";

    @TestHTTPResource("/")
    URI base;

    @TempDir
    Path folder;

    private final List<Process> started = new ArrayList<>();

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            if (!process.waitFor(20, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }

    private static Path onPath(String... names) {
        return Stream.of(System.getenv("PATH").split(":"))
                .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable).findFirst().orElse(null);
    }

    @Test
    void rule_firesWhileTheFaultIsActive_drillIsDetectedByTheAlert() throws IOException {
        Path prometheus = onPath("prometheus");
        Path alertmanager = onPath("prometheus-alertmanager", "alertmanager");
        boolean there = prometheus != null && alertmanager != null;
        if (!there) {
            System.err.println("SKIPPED: prometheus and prometheus-alertmanager are not installed; alerts of a real "
                    + "Alertmanager are not tested. Install both Debian packages.");
        }
        assertThat(there || !"true".equals(System.getenv("CI"))).as("CI needs prometheus and prometheus-alertmanager")
                .isTrue();
        assumeTrue(there);
        int alerting = Ports.free();
        start(alertmanager, Map.of("alertmanager.yml", """
                route: {receiver: blackstart, group_by: [alertname], group_wait: 0s, group_interval: 1s, repeat_interval: 2s}
                receivers:
                  - name: blackstart
                    webhook_configs:
                      - url: %sapi/alerts
                        send_resolved: true
                        max_alerts: 5000
                        http_config: {authorization: {type: Bearer, credentials: %s}}
                """.formatted(base, AlertSources.TOKEN)), "--config.file=" + folder.resolve("alertmanager.yml"),
                "--storage.path=" + folder.resolve("am"), "--web.listen-address=127.0.0.1:" + alerting,
                "--cluster.listen-address=");
        Path signal = folder.resolve("rules.yml");
        Files.writeString(signal, rules(""));
        int watching = Ports.free();
        Process server = start(prometheus, Map.of("prometheus.yml", """
                global: {scrape_interval: 1s, evaluation_interval: 1s}
                rule_files: [%s]
                alerting: {alertmanagers: [{static_configs: [{targets: ["127.0.0.1:%d"]}]}]}
                """.formatted(signal, alerting)), "--config.file=" + folder.resolve("prometheus.yml"),
                "--storage.tsdb.path=" + folder.resolve("tsdb"), "--rules.alert.resend-delay=3s",
                "--web.listen-address=127.0.0.1:" + watching);
        Awaitility.await("the watchdog is heard").atMost(GameDay.PATIENCE).until(() -> count("Watchdog") > 0);
        GameDay day = GameDay.running("""
                drills:
                  - key: kill
                    kind: custom
                    title: Stop it
                    owner: dana
                    targets: [orders-db]
                    fault: {driver: manual, instruction: Stop it.}
                    revert: {driver: manual, instruction: Start it.}
                    maxDuration: PT20M
                    clockTargets: {detect: PT5M}
                    expects: [{alert: OrdersDatabaseDown, within: PT5M}]
                timeline: [{key: fault, at: PT0S, drill: kill}]
                """);
        day.awaitItem("fault", "released");
        day.post("carl", "/drills/kill/transitions", Map.of("to", "injected")).statusCode(200);
        Files.writeString(signal,
                rules("      - {alert: OrdersDatabaseDown, expr: vector(1), annotations: {summary: It is down}}\n"));
        hangUp(server);
        Awaitility.await("the alert is detection").until(
                () -> day.get("eve", "/drills/kill/clocks").extract().path("clocks[0].marks[0].basis"),
                "OrdersDatabaseDown from prometheus"::equals);
        Files.writeString(signal, rules(""));
        hangUp(server);
        Awaitility.await("it is resolved").until(() -> QuarkusTransaction.requiringNew()
                .call(() -> ReceivedAlert.count("name = ?1 and status = 'resolved' and endsAt is not null", ALERT)) == 1);
        assertThat(count(ALERT)).as("repeats are stored once").isOne();
    }

    private static long count(String name) {
        return QuarkusTransaction.requiringNew().call(() -> ReceivedAlert.count("name", name));
    }

    private static String rules(String more) {
        return """
                groups:
                  - name: drill
                    rules:
                      - {alert: Watchdog, expr: vector(1)}
                """ + more;
    }

    /** Prometheus reads its rules again. */
    private static void hangUp(Process process) throws IOException {
        new ProcessBuilder("kill", "-HUP", String.valueOf(process.pid())).start();
    }

    private Process start(Path program, Map<String, String> files, String... arguments) throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        List<String> command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve(program.getFileName() + ".log").toFile()).start();
        started.add(process);
        return process;
    }
}

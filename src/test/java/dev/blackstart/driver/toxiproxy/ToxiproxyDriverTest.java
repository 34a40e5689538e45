package dev.blackstart.driver.toxiproxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.lab.ToxiproxyServer;
import dev.blackstart.target.AllowedHosts;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.http.TargetHttp;
import dev.blackstart.testsupport.Configured;
import dev.blackstart.testsupport.DriverCalls;
import dev.blackstart.testsupport.Ports;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

class ToxiproxyDriverTest {

    private static final String OFF = "{'driver': 'toxiproxy', 'proxy': 'link', 'enabled': false}";
    private static final String RESTORE = "{'driver': 'toxiproxy', 'proxy': 'link'}";
    private static final String LATENCY = "{'driver': 'toxiproxy', 'proxy': 'link', 'toxic': {'type': 'latency',"
            + " 'attributes': {'latency': 200}}}";

    private static Vertx vertx;
    private static ServerSocket behind;

    private ToxiproxyServer server;
    private ToxiproxyDriver driver;
    private ToxiproxyApi api;
    private DriverCalls fault;
    private int entrance;

    @BeforeAll
    static void startTarget() throws IOException {
        vertx = Vertx.vertx();
        behind = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(ToxiproxyDriverTest::answer);
        thread.setDaemon(true);
        thread.start();
    }

    /** Echoes the first byte of each guest. */
    private static void answer() {
        while (!behind.isClosed()) {
            try (Socket guest = behind.accept()) {
                guest.getOutputStream().write(guest.getInputStream().read());
            } catch (IOException gone) {
                Thread.onSpinWait();
            }
        }
    }

    @AfterAll
    static void stopTarget() throws IOException {
        behind.close();
        vertx.close();
    }

    @BeforeEach
    void start() throws IOException {
        server = new ToxiproxyServer(0);
        entrance = Ports.free();
        server.create("link", entrance, behind.getLocalPort());
        AllowedHosts hosts = new AllowedHosts(Set.of("localhost"), Duration.ofSeconds(5), InetAddress::getAllByName);
        TargetSecrets secrets = new TargetSecrets(Configured.with(Map.of()));
        api = new ToxiproxyApi(
                Configured.mapping(ToxiproxyConfig.class,
                        Map.of("blackstart.drivers.toxiproxy.url", "http://localhost:" + server.port() + "/")),
                new TargetHttp(hosts, secrets, vertx, new HttpClientOptions()), new ObjectMapper());
        driver = new ToxiproxyDriver(api, secrets);
        fault = new DriverCalls(new TargetSystem("orders-db", List.of("127.0.0.1:" + behind.getLocalPort())));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private boolean goesThrough() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), entrance)) {
            socket.setSoTimeout(5_000);
            socket.getOutputStream().write('x');
            return socket.getInputStream().read() == 'x';
        } catch (IOException cut) {
            return false;
        }
    }

    @Test
    void inject_switchedOff_cutAndRestored() {
        assertThat(goesThrough()).isTrue();
        assertThat(driver.inject(fault.call(OFF))).isEqualTo("Proxy link is switched off.");
        assertThat(goesThrough()).isFalse();
        assertThat(fault.saved.get()).isEqualTo(DriverCalls.json("{'proxy': 'link', 'enabled': true}"));
        driver.revert(fault.call(RESTORE));
        driver.revert(fault.call(RESTORE));
        assertThat(goesThrough()).isTrue();
    }

    @Test
    void revert_enabledTrue_withoutAnythingSaved() {
        api.enable("link", false, Duration.ofSeconds(5));
        driver.revert(fault.call(OFF.replace("false", "true")));
        assertThat(goesThrough()).isTrue();
    }

    @Test
    void inject_toxic_addedUnderItsOwnNameAndRemoved() {
        driver.inject(fault.call(LATENCY));
        assertThat(toxics()).containsExactly("blackstart-" + fault.fault);
        assertThat(goesThrough()).isTrue();
        assertThat(driver.revert(fault.call(RESTORE))).contains("is removed");
        assertThat(toxics()).isEmpty();
        assertThat(driver.revert(fault.call(RESTORE))).contains("has no toxic");
    }

    @Test
    void inject_toxicTimeout_nothingGoesThrough() {
        driver.inject(fault.call(LATENCY.replace("latency", "timeout")));
        assertThat(goesThrough()).isFalse();
        driver.revert(fault.call(RESTORE));
        assertThat(goesThrough()).isTrue();
    }

    @Test
    void inject_toxicOfThatNameIsThere_failedAndTheOtherOneStays() {
        String named = LATENCY.replace("'type'", "'name': 'mine', 'type'");
        driver.inject(fault.call(named));
        DriverCalls other = new DriverCalls(fault.targets().get(0));
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(other.call(named)))
                .withMessage("Proxy link has a toxic mine already.");
        driver.revert(other.call(RESTORE));
        assertThat(toxics()).containsExactly("mine");
        driver.revert(fault.call(named));
        assertThat(toxics()).isEmpty();
    }

    private List<String> toxics() {
        return api.proxy("link", Duration.ofSeconds(5)).orElseThrow().path("toxics").findValuesAsText("name");
    }

    @Test
    void inject_unknownProxyOrToxic_failed() {
        assertThatExceptionOfType(DriverFailed.class)
                .isThrownBy(() -> driver.inject(fault.call(OFF.replace("link", "nothing"))))
                .withMessage("Toxiproxy has no proxy nothing.");
        assertThatExceptionOfType(DriverFailed.class)
                .isThrownBy(() -> driver.inject(fault.call(LATENCY.replace("'latency',", "'magic',"))))
                .withMessage("Toxiproxy answered HTTP 400.");
        assertThat(driver.revert(fault.call(RESTORE.replace("link", "nothing")))).contains("has no toxic");
    }

    @Test
    void inject_proxyOfNoTarget_failedAndNothingChanged() {
        DriverCalls other = new DriverCalls(new TargetSystem("stock", List.of("127.0.0.1:1")));
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(other.call(OFF)))
                .withMessageContaining("belongs to none of the targets stock");
        assertThat(goesThrough()).isTrue();
        assertThat(other.saved.get()).isNull();
    }

    @Test
    void inject_stateCannotBeSaved_targetUntouched() {
        var call = new dev.blackstart.driver.DriverCall(fault.fault, DriverCalls.json(OFF), fault.targets(),
                Duration.ofSeconds(5),
                null, state -> {
                    throw new DriverFailed("The database is away.", (String) null);
                });
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(call));
        assertThat(goesThrough()).isTrue();
    }

    @Test
    void inject_apiIsAway_failed() {
        server.close();
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(fault.call(OFF)))
                .withMessageContaining("could not be reached");
    }

    @Test
    void problems_andDescription_sayWhatIsWrongAndWhatWouldBeDone() {
        assertThat(driver.problems(DriverCalls.json(OFF), fault.targets())).isEmpty();
        assertThat(driver.problems(DriverCalls.json(LATENCY.replace("'toxic'", "'enabled': false, 'toxic'")), fault.targets()))
                .hasSize(1);
        assertThat(driver.problems(DriverCalls.json(OFF), List.of(new TargetSystem("stock", List.of())))).hasSize(1);
        assertThat(driver.describe(DriverCalls.json(OFF), fault.targets()))
                .containsExactly("Toxiproxy: switch proxy link off");
        assertThat(driver.describe(DriverCalls.json(RESTORE), fault.targets()))
                .containsExactly("Toxiproxy: restore proxy link");
    }
}

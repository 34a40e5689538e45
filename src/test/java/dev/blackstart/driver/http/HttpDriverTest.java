package dev.blackstart.driver.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.sun.net.httpserver.HttpServer;

import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.OutcomeUnknown;
import dev.blackstart.driver.TargetSystem;
import dev.blackstart.target.AllowedHosts;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.http.TargetHttp;
import dev.blackstart.testsupport.Configured;
import dev.blackstart.testsupport.DriverCalls;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

class HttpDriverTest {

    private static final ConcurrentLinkedQueue<String> ASKED = new ConcurrentLinkedQueue<>();
    private static final CountDownLatch OVER = new CountDownLatch(1);

    private static Vertx vertx;
    private static HttpServer server;
    private static HttpDriver driver;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        vertx = Vertx.vertx();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getPath();
            if (path.equals("/hang")) {
                await();
            }
            ASKED.add(
                    exchange.getRequestMethod() + " " + path + " " + exchange.getRequestHeaders().getFirst("Content-Type") + " "
                            + exchange.getRequestHeaders().getFirst("X-Key") + " "
                            + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            int status = path.matches("/\\d+") ? Integer.parseInt(path.substring(1)) : 200;
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/");
            byte[] answer = ("done with key hunter22 " + "x".repeat(path.equals("/long") ? 100_000 : 0)).getBytes();
            exchange.sendResponseHeaders(status, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        port = server.getAddress().getPort();
        driver = driver(Set.of("localhost"));
    }

    private static HttpDriver driver(Set<String> allowed) {
        AllowedHosts hosts = new AllowedHosts(allowed, Duration.ofSeconds(5), InetAddress::getAllByName);
        TargetSecrets secrets = new TargetSecrets(Configured.with(Map.of("blackstart.secrets.key", "hunter22")));
        return new HttpDriver(new TargetHttp(hosts, secrets, vertx, new HttpClientOptions()), hosts, secrets);
    }

    private static void await() {
        try {
            OVER.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @AfterAll
    static void stop() {
        OVER.countDown();
        server.stop(0);
        vertx.close();
    }

    @BeforeEach
    void forget() {
        ASKED.clear();
    }

    private static DriverCalls fault() {
        return new DriverCalls(new TargetSystem("orders-db", List.of("localhost:" + port)));
    }

    private static String settings(String path, String more) {
        return "{'driver': 'http', 'url': 'http://localhost:%d%s'%s}".formatted(port, path, more);
    }

    @Test
    void inject_objectAsBody_sentAsJsonWithSecretAndMaskedInTheAnswer() {
        String output = driver.inject(fault().call(
                settings("/stop", ", 'method': 'PUT', 'headers': {'X-Key': '${secret:key}'}, 'body': {'k': '${secret:key}'}")));
        assertThat(ASKED).containsExactly("PUT /stop application/json hunter22 {\"k\":\"hunter22\"}");
        assertThat(output).isEqualTo("HTTP 200: done with key ${secret:key}");
    }

    @Test
    void inject_nothingSaid_postWithoutBody() {
        driver.inject(fault().call(settings("/stop", "")));
        assertThat(ASKED).containsExactly("POST /stop null null ");
    }

    @Test
    void inject_longAnswer_outputCutToSize() {
        assertThat(driver.inject(fault().call(settings("/long", "")))).hasSizeLessThan(10_000).endsWith("…");
    }

    @Test
    void inject_unexpectedStatus_failed() {
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(fault().call(settings("/404", ""))))
                .withMessage("It answered HTTP 404.").isNotInstanceOf(OutcomeUnknown.class)
                .satisfies(failed -> assertThat(failed.output).contains("${secret:key}"));
        assertThatExceptionOfType(OutcomeUnknown.class).isThrownBy(() -> driver.inject(fault().call(settings("/503", ""))));
    }

    @Test
    void revert_statusNamed_success() {
        assertThat(driver.revert(fault().call(settings("/404", ", 'status': [200, 404]")))).startsWith("HTTP 404");
        assertThatExceptionOfType(DriverFailed.class)
                .isThrownBy(() -> driver.revert(fault().call(settings("/200", ", 'status': 404"))));
    }

    @Test
    void inject_redirect_failedAndNotFollowed() {
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(fault().call(settings("/302", ""))))
                .withMessageContaining("redirect");
        assertThat(ASKED).hasSize(1);
    }

    @Test
    void inject_hangs_outcomeUnknownInTime() {
        assertThatExceptionOfType(OutcomeUnknown.class)
                .isThrownBy(() -> driver.inject(fault().call(settings("/hang", ""), Duration.ofMillis(300))))
                .withMessageContaining("300 ms");
    }

    @Test
    void inject_hostOfNoTarget_failedAndNothingSent() {
        DriverCalls other = new DriverCalls(new TargetSystem("stock", List.of("stock.example.com")),
                new TargetSystem("orders-db", List.of("localhost:1")));
        assertThatExceptionOfType(DriverFailed.class).isThrownBy(() -> driver.inject(other.call(settings("/stop", ""))))
                .withMessage("localhost, port %d, belongs to none of the targets stock, orders-db; add it to the hosts of the"
                        .formatted(port) + " system it is part of, or name that system.");
        assertThatExceptionOfType(DriverFailed.class)
                .isThrownBy(
                        () -> driver.inject(new DriverCalls(new TargetSystem("stock", List.of())).call(settings("/stop", ""))))
                .withMessageContaining("no hosts are known of stock");
        assertThat(ASKED).isEmpty();
    }

    @Test
    void inject_hostNotAllowed_failed() {
        assertThatExceptionOfType(DriverFailed.class)
                .isThrownBy(() -> driver(Set.of("other.example.com")).inject(fault().call(settings("/stop", ""))));
        assertThat(ASKED).isEmpty();
    }

    @Test
    void problems_tellWhatCannotBeDone() {
        DriverCalls fault = fault();
        assertThat(driver.problems(DriverCalls.json(settings("/stop", "")), fault.targets())).isEmpty();
        assertThat(driver.problems(DriverCalls.json(settings("/stop", ", 'body': '${secret:none}'")), fault.targets()))
                .containsExactly("Secret none is not set; set blackstart.secrets.none.");
        assertThat(driver.problems(DriverCalls.json("{'url': 'http://169.254.169.254/latest'}"), fault.targets()))
                .singleElement().asString().contains("never connected to");
        assertThat(driver.problems(DriverCalls.json("{'url': 'gopher://localhost/'}"), fault.targets())).hasSize(1);
        assertThat(ASKED).isEmpty();
    }

    @Test
    void describe_secretsStayReferences() {
        assertThat(driver.describe(DriverCalls.json(settings("/stop?k=${secret:key}", ", 'body': 'x'")), fault().targets()))
                .containsExactly("POST http://localhost:%d/stop?k=${secret:key}, with x".formatted(port));
    }

    @Test
    void switchedOn_byAllowedHosts() {
        assertThat(driver.isSwitchedOn()).isTrue();
        assertThat(driver(Set.of()).isSwitchedOn()).isFalse();
    }
}

package dev.blackstart.target.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import dev.blackstart.target.AllowedHosts;
import dev.blackstart.target.TargetFailed;
import dev.blackstart.target.TargetOutcomeUnknown;
import dev.blackstart.target.TargetRefused;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.testsupport.Configured;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClientOptions;

class TargetHttpTest {

    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String TOKEN = "t0ken/with+signs";
    private static final ConcurrentLinkedQueue<String> ASKED = new ConcurrentLinkedQueue<>();
    private static final CountDownLatch OVER = new CountDownLatch(1);

    private static Vertx vertx;
    private static HttpServer server;
    private static TargetHttp http;
    private static int port;

    @BeforeAll
    static void start() throws IOException {
        vertx = Vertx.vertx();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newCachedThreadPool());
        server.createContext("/echo", exchange -> answer(exchange, 200, exchange.getRequestMethod() + " "
                + exchange.getRequestURI() + " " + exchange.getRequestHeaders().getFirst("Authorization") + " "
                + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
        server.createContext("/moved", exchange -> {
            exchange.getResponseHeaders().add("Location", "http://169.254.169.254/latest/meta-data/");
            answer(exchange, 302, "over there");
        });
        server.createContext("/flood", TargetHttpTest::flood);
        server.createContext("/hang", exchange -> await());
        server.createContext("/drip", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('a');
            exchange.getResponseBody().flush();
            await();
        });
        server.start();
        port = server.getAddress().getPort();
        http = http(Set.of("localhost", "127.0.0.1", "sly.example.com"));
    }

    private static TargetHttp http(Set<String> allowed) {
        return new TargetHttp(
                new AllowedHosts(allowed, SOON,
                        host -> InetAddress.getAllByName(host.endsWith(".example.com") ? "127.0.0.1" : host)),
                new TargetSecrets(Configured.with(Map.of("blackstart.secrets.token", TOKEN))), vertx, new HttpClientOptions());
    }

    private static void await() {
        try {
            OVER.await();
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private static void flood(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            byte[] part = "x".repeat(65_536).getBytes(StandardCharsets.US_ASCII);
            while (true) {
                out.write(part);
            }
        } catch (IOException hungUp) {
            ASKED.add("hung up");
        }
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        ASKED.add(exchange.getRequestURI().getPath());
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @AfterAll
    static void stop() {
        OVER.countDown();
        server.stop(0);
        vertx.close();
    }

    private static String at(String path) {
        return "http://localhost:" + port + path;
    }

    @Test
    void send_methodHeadersBody_arriveWithSecretsAndComeBackMasked() {
        String basic = Base64.getEncoder().encodeToString(("me:" + TOKEN).getBytes(StandardCharsets.UTF_8));
        TargetAnswer answer = http.send(new TargetRequest("PUT", at("/echo?k=${secret:token}"),
                Map.of("Authorization", "Bearer ${secret:token}"), "{\"t\": \"${secret:token}\", \"b\": \"" + basic + "\"}",
                SOON,
                TargetRequest.USUAL_ANSWER_LIMIT));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body()).startsWith("PUT /echo?k=${secret:token} Bearer ${secret:token}").doesNotContain("t0ken",
                basic.substring(8, 16));
    }

    @Test
    void send_redirect_isTheAnswer() {
        TargetAnswer answer = http.send(TargetRequest.get(at("/moved"), SOON));
        assertThat(answer.status()).isEqualTo(302);
        assertThat(answer.headers()).containsEntry("location", "http://169.254.169.254/latest/meta-data/");
    }

    @Test
    void send_flood_cutAndHungUp() {
        ASKED.clear();
        TargetAnswer answer = http.send(new TargetRequest("GET", at("/flood"), Map.of(), null, SOON, 100_000));
        assertThat(answer.cut()).isTrue();
        assertThat(answer.body()).hasSize(100_000);
        org.awaitility.Awaitility.await().until(() -> ASKED.contains("hung up"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "/hang", "/drip" })
    void send_noEnd_endsInTime(String path) {
        assertThatExceptionOfType(TargetFailed.class)
                .isThrownBy(() -> http.send(TargetRequest.get(at(path), Duration.ofMillis(200))))
                .withMessageContaining("200 ms");
    }

    @Test
    void send_nobodyListens_saysWhere() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        assertThatExceptionOfType(TargetFailed.class)
                .isThrownBy(() -> http.send(TargetRequest.get("http://127.0.0.1:" + closed + "/", SOON)))
                .withMessageStartingWith("http://127.0.0.1:" + closed + " could not be reached")
                .isNotInstanceOf(TargetOutcomeUnknown.class);
    }

    @Test
    void send_brokenOff_fails() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread thread = new Thread(() -> {
                try (Socket guest = socket.accept()) {
                    guest.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nabc".getBytes());
                } catch (IOException closed) {
                    ASKED.add("closed");
                }
            });
            thread.start();
            assertThatExceptionOfType(TargetOutcomeUnknown.class).isThrownBy(
                    () -> http.send(TargetRequest.get("http://127.0.0.1:" + socket.getLocalPort() + "/", SOON)));
        }
    }

    @Test
    void send_hostNotAllowed_nothingSent() {
        ASKED.clear();
        assertThatExceptionOfType(TargetRefused.class)
                .isThrownBy(() -> http(Set.of("orders.example.com")).send(TargetRequest.get(at("/echo"), SOON)));
        assertThat(ASKED).isEmpty();
    }

    @Test
    void send_allowedName_connectsToCheckedAddressAndKeepsHostHeader() {
        TargetAnswer answer = http.send(TargetRequest.get("http://sly.example.com:" + port + "/echo", SOON));
        assertThat(answer.status()).isEqualTo(200);
    }

    @Test
    void send_addressCheckRefuses_nothingSent() {
        ASKED.clear();
        assertThatExceptionOfType(TargetRefused.class)
                .isThrownBy(() -> http.send(TargetRequest.get(at("/echo"), SOON), address -> {
                    throw new TargetRefused("Not of its targets.");
                }));
        assertThat(ASKED).isEmpty();
    }

    @Test
    void send_headerWithLineBreak_refused() {
        assertThatExceptionOfType(TargetRefused.class).isThrownBy(() -> http.send(new TargetRequest("GET", at("/echo"),
                Map.of("X-A", "b\r\nX-Evil: c"), null, SOON, 10)));
    }

    @ParameterizedTest
    @ValueSource(strings = { "ftp://localhost/", "file:///etc/passwd", "http:///x", "http://user:pass@localhost/",
            "http://a b/",
            "localhost/x", "http://0x7f.1/", "http://[::1/" })
    void problems_noUsableUrl_said(String url) {
        assertThat(http.problems(url)).hasSize(1);
    }

    @Test
    void problems_goodUrls_none() {
        assertThat(http.problems("https://orders.example.com/x?key=${secret:token}")).isEmpty();
        assertThat(http.problems("${secret:token}/x")).isEmpty();
    }

    @Test
    void summary_longAnswer_shortened() {
        assertThat(new TargetAnswer(200, Map.of(), "abcdef", false, SOON).summary(3)).isEqualTo("HTTP 200: abc …");
        assertThat(new TargetAnswer(204, Map.of(), "", false, SOON).summary(3)).isEqualTo("HTTP 204");
    }
}

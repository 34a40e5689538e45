package dev.blackstart.notify;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;

import dev.blackstart.testsupport.Ports;
import dev.blackstart.testsupport.TestCertificates;

/** A real messenger, and a bad one: what it does stands in the address. */
final class Chat implements AutoCloseable {

    private final HttpServer server;
    private final int port;
    private final String scheme;
    private final CountDownLatch over = new CountDownLatch(1);
    final List<Post> posts = new CopyOnWriteArrayList<>();

    record Post(String path, Headers heads, String body, Instant at) {
        String head(String name) {
            return heads.getFirst(name);
        }
    }

    Chat(int port) throws IOException {
        this(port, HttpServer.create(at(port), 50), "http");
    }

    /** By TLS, with these papers. */
    static Chat showing(String papers) throws IOException {
        int port = Ports.free();
        HttpsServer server = HttpsServer.create(at(port), 50);
        server.setHttpsConfigurator(new HttpsConfigurator(TestCertificates.of(papers)));
        return new Chat(port, server, "https");
    }

    private static InetSocketAddress at(int port) throws IOException {
        return new InetSocketAddress(InetAddress.getByName("localhost"), port);
    }

    private Chat(int port, HttpServer server, String scheme) {
        this.port = port;
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "chat");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::answer);
        server.start();
    }

    String at(String path) {
        return scheme + "://localhost:" + port + path;
    }

    List<Post> at(String path, String containing) {
        return posts.stream().filter(post -> post.path().equals(path) && post.body().contains(containing)).toList();
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        posts.add(new Post(path, exchange.getRequestHeaders(), body, Instant.now()));
        boolean first = posts.stream().filter(post -> post.path().equals(path)).count() == 1;
        try (exchange) {
            switch (path.replaceAll("-.*", "")) {
                case "/ok" -> exchange.sendResponseHeaders(200, -1);
                case "/broken" -> exchange.sendResponseHeaders(first ? 500 : 200, -1);
                case "/busy" -> {
                    exchange.getResponseHeaders().set("Retry-After", "3");
                    exchange.sendResponseHeaders(first ? 429 : 200, -1);
                }
                case "/gone" -> exchange.sendResponseHeaders(404, -1);
                case "/redirect" -> {
                    exchange.getResponseHeaders().set("Location", "http://127.0.0.1:" + port + "/inside");
                    exchange.sendResponseHeaders(307, -1);
                }
                case "/hang" -> over.await(1, TimeUnit.MINUTES);
                case "/slow" -> {
                    exchange.sendResponseHeaders(200, 1_000_000);
                    exchange.getResponseBody().write('x');
                    exchange.getResponseBody().flush();
                    over.await(1, TimeUnit.MINUTES);
                }
                case "/huge" -> {
                    exchange.sendResponseHeaders(200, 0);
                    byte[] much = new byte[1_000_000];
                    for (int i = 0; i < 1_000; i++) {
                        exchange.getResponseBody().write(much);
                    }
                }
                default -> exchange.sendResponseHeaders(418, -1);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException hungUp) {
            posts.add(new Post("hung up", exchange.getRequestHeaders(), path, Instant.now()));
        }
    }

    @Override
    public void close() {
        over.countDown();
        server.stop(0);
    }

}

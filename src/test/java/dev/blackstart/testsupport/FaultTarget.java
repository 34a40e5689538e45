package dev.blackstart.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A system on loopback that faults can be injected into by HTTP: {@code POST /break} and {@code POST /mend}, and
 * {@code GET /health} answers 200 or 503. Paths that misbehave: {@code /refuse} (422), {@code /twice} (fails twice, then
 * mends),
 * {@code /hang} (breaks it, and does not answer before it is let go).
 */
public final class FaultTarget implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final CountDownLatch letGo = new CountDownLatch(1);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile boolean broken;
    private volatile int refusals = 2;

    public FaultTarget() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/", this::answer);
        server.setExecutor(threads);
        server.start();
    }

    public int port() {
        return server.getAddress().getPort();
    }

    /** The start of a plan whose one system this is. */
    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    /** The paths that were asked for, but for its health, in order. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    public boolean isBroken() {
        return broken;
    }

    public void mend() {
        broken = false;
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        exchange.getRequestBody().readAllBytes();
        int status = 200;
        if (path.equals("/health")) {
            status = broken ? 503 : 200;
        } else {
            requests.add(path);
            status = act(path);
        }
        byte[] text = (path + " " + status).getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }

    private int act(String path) {
        switch (path) {
            case "/break" -> broken = true;
            case "/mend" -> broken = false;
            case "/twice" -> {
                if (refusals-- > 0) {
                    return 409;
                }
                broken = false;
            }
            case "/hang" -> {
                broken = true;
                await();
            }
            default -> {
                return 422;
            }
        }
        return 200;
    }

    private void await() {
        try {
            letGo.await();
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        letGo.countDown();
        server.stop(0);
        threads.shutdownNow();
    }
}

package dev.blackstart.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A system under test on loopback, which faults break and reverts mend: {@code /break/KEY}, {@code /mend/KEY}, {@code /health}.
 */
final class FaultSystem implements AutoCloseable {

    private static final int THREADS = 8;

    private final HttpServer server;
    private final long breakNanos;
    private final Map<String, Instant> broken = new ConcurrentHashMap<>();
    private final Map<String, Instant> asked = new ConcurrentHashMap<>();

    /** @param breakNanos how long a fault takes until it answers */
    FaultSystem(long breakNanos) throws IOException {
        this.breakNanos = breakNanos;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
        server.setExecutor(Executors.newFixedThreadPool(THREADS, task -> {
            Thread thread = new Thread(task, "fault-system");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/break/", this::breakIt);
        server.createContext("/mend/", exchange -> {
            broken.remove(key(exchange));
            answer(exchange, 200);
        });
        server.createContext("/health", exchange -> answer(exchange, broken.isEmpty() ? 200 : 503));
        server.start();
    }

    private void breakIt(HttpExchange exchange) throws IOException {
        Instant now = Instant.now();
        asked.putIfAbsent(key(exchange), now);
        broken.put(key(exchange), now);
        LockSupport.parkNanos(breakNanos);
        answer(exchange, 200);
    }

    private static String key(HttpExchange exchange) {
        return exchange.getRequestURI().getPath().replaceAll(".*/", "");
    }

    private static void answer(HttpExchange exchange, int status) throws IOException {
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** When a fault arrived first; null while it has not. */
    Instant arrival(String key) {
        return asked.get(key);
    }

    boolean isBroken() {
        return !broken.isEmpty();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}

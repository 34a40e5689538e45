package dev.blackstart.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Where customers order: it asks site A first and then site B, and remembers each order that was acknowledged. Ten customers a
 * second order by themselves.
 */
final class OrderGateway implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int REMEMBERED = 10;

    private final LabSettings settings;
    private final LabDatabase database;
    private final HttpClient client = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    private final Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
    private final Deque<Boolean> latest = new ArrayDeque<>();
    private volatile int lastLost;
    private final HttpServer server;
    private final ScheduledExecutorService customers = Executors.newScheduledThreadPool(4, task -> {
        Thread thread = new Thread(task, "customer");
        thread.setDaemon(true);
        return thread;
    });

    OrderGateway(LabSettings settings, LabDatabase database) throws IOException {
        this.settings = settings;
        this.database = database;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.gatewayPort()), 50);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "gateway");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/orders", exchange -> take(exchange, 201));
        server.createContext("/orders/canary", exchange -> take(exchange, 200));
        server.createContext("/orders/count", this::count);
        server.start();
        for (int customer = 0; customer < 4; customer++) {
            customers.scheduleWithFixedDelay(this::order, 100L * customer, 400, TimeUnit.MILLISECONDS);
        }
    }

    /** Whether it was acknowledged by one of the sites. */
    boolean order() {
        UUID id = UUID.randomUUID();
        boolean taken = LabSettings.SITES.stream().anyMatch(site -> isTaken(site, id));
        if (taken) {
            acknowledged.add(id);
        }
        synchronized (latest) {
            latest.addLast(taken);
            if (latest.size() > REMEMBERED) {
                latest.removeFirst();
            }
        }
        return taken;
    }

    private boolean isTaken(String site, UUID id) {
        URI address = URI.create("http://127.0.0.1:%d/orders/%s".formatted(settings.ordersPort(site), id));
        try {
            return client
                    .send(HttpRequest.newBuilder(address).timeout(PATIENCE).POST(HttpRequest.BodyPublishers.noBody()).build(),
                            BodyHandlers.discarding())
                    .statusCode() == 201;
        } catch (IOException away) {
            return false;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Most of the latest orders were rejected. */
    boolean isRejecting() {
        synchronized (latest) {
            return latest.stream().filter(taken -> !taken).count() > REMEMBERED / 2;
        }
    }

    int acknowledgedOrders() {
        return acknowledged.size();
    }

    /** Orders that were acknowledged, and are not in the database that takes writes. */
    int lost() throws SQLException {
        Set<UUID> missing = new HashSet<>(acknowledged);
        String primary = database.primary().orElseThrow(() -> new SQLException("No database takes writes."));
        try (Connection connection = database.connect(primary);
                Statement statement = connection.createStatement();
                ResultSet orders = statement.executeQuery("select id from orders")) {
            while (orders.next()) {
                missing.remove(orders.getObject(1, UUID.class));
            }
        }
        lastLost = missing.size();
        return lastLost;
    }

    private void take(HttpExchange exchange, int success) throws IOException {
        answer(exchange, order() ? success : 503, "{}");
    }

    /** While no database takes writes nothing can be counted: then it is the last count. */
    private void count(HttpExchange exchange) throws IOException {
        boolean counted;
        int lost;
        try {
            lost = lost();
            counted = true;
        } catch (SQLException | IllegalStateException away) {
            lost = lastLost;
            counted = false;
        }
        answer(exchange, 200, "{\"acknowledged\": %d, \"lost\": %d, \"counted\": %s}".formatted(acknowledgedOrders(), lost,
                counted));
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        customers.shutdownNow();
        server.stop(0);
    }
}

package dev.blackstart.lab;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.UUID;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** The order service of one site: {@code POST /orders/{id}} is acknowledged (201) once the database has committed it. */
final class OrderService {

    private final String site;
    private final String url;
    private Connection connection;

    private OrderService(LabSettings settings, String site) {
        this.site = site;
        this.url = settings.linkedUrl(site);
    }

    public static void main(String[] folderAndSite) throws IOException {
        LabSettings settings = LabSettings.read(Path.of(folderAndSite[0]));
        OrderService service = new OrderService(settings, folderAndSite[1]);
        HttpServer server = HttpServer.create(
                new InetSocketAddress(InetAddress.getLoopbackAddress(), settings.ordersPort(folderAndSite[1])), 50);
        server.setExecutor(Executors.newFixedThreadPool(8));
        server.createContext("/orders/", service::take);
        server.createContext("/health", service::health);
        server.start();
    }

    static String process(String site) {
        return "orders-" + site;
    }

    private void take(HttpExchange exchange) throws IOException {
        String id = exchange.getRequestURI().getPath().substring("/orders/".length());
        try {
            insert(UUID.fromString(id));
            answer(exchange, 201, "{\"order\": \"" + id + "\"}");
        } catch (SQLException away) {
            answer(exchange, 503, "{\"error\": \"The database is away.\"}");
        } catch (IllegalArgumentException noId) {
            answer(exchange, 404, "{}");
        }
    }

    private void health(HttpExchange exchange) throws IOException {
        boolean database;
        try {
            check();
            database = true;
        } catch (SQLException away) {
            database = false;
        }
        answer(exchange, database ? 200 : 503, "{\"site\": \"%s\", \"database\": %s}".formatted(site, database));
    }

    private synchronized void insert(UUID id) throws SQLException {
        try (PreparedStatement statement = connection().prepareStatement("insert into orders (id, site) values (?, ?)")) {
            statement.setObject(1, id);
            statement.setString(2, site);
            statement.executeUpdate();
        } catch (SQLException failed) {
            forget();
            throw failed;
        }
    }

    private synchronized void check() throws SQLException {
        try (PreparedStatement statement = connection().prepareStatement("select 1")) {
            statement.execute();
        } catch (SQLException failed) {
            forget();
            throw failed;
        }
    }

    private Connection connection() throws SQLException {
        if (connection == null) {
            connection = DriverManager.getConnection(url);
        }
        return connection;
    }

    private void forget() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }

    private static void answer(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}

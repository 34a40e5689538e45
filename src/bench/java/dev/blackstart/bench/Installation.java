package dev.blackstart.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** The product installed afresh: its database, and one process or several on it. */
final class Installation implements AutoCloseable {

    private static final Path FOLDER = Path.of("target", "bench");
    private static final int FIRST_PORT = Integer.getInteger("bench.port", 18_700);
    private static final String H2 = ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;WRITE_DELAY=0"
            + ";LOCK_TIMEOUT=10000;OPTIMIZE_REUSE_RESULTS=FALSE";

    final String database;
    final List<Product> processes = new ArrayList<>();
    private final EmbeddedPostgres postgres;
    private final String url;
    private final String user;
    private final String password;

    private Installation(String database, EmbeddedPostgres postgres, String url, String user, String password) {
        this.database = database;
        this.postgres = postgres;
        this.url = url;
        this.user = user;
        this.password = password;
    }

    /** One process with the settings it has by default, but that a second connection may look into its file. */
    static Installation onH2(String name) throws Exception {
        return onH2(name, Map.of());
    }

    /** @param special settings beside the usual ones */
    static Installation onH2(String name, Map<String, String> special) throws Exception {
        Path data = FOLDER.resolve(name + "-" + System.nanoTime()).toAbsolutePath();
        String url = "jdbc:h2:file:" + data.resolve("blackstart") + H2;
        boolean shared = !name.startsWith("crash");
        Installation installation = new Installation("H2", null, shared ? url + ";AUTO_SERVER=TRUE" : url, null, null);
        Map<String, String> settings = new HashMap<>(special);
        settings.put(shared ? "QUARKUS_DATASOURCE_JDBC_URL" : "BLACKSTART_DATA_DIR",
                shared ? installation.url : data.toString());
        installation.start(name, data, settings, 1);
        return installation;
    }

    /** A PostgreSQL that really writes its log at each commit, and remembers when that was. */
    static Installation onPostgresql(String name, int processes) throws Exception {
        EmbeddedPostgres postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on").setServerConfig("track_commit_timestamp", "on").start();
        String url = postgres.getJdbcUrl("postgres", "postgres");
        Installation installation = new Installation("PostgreSQL", postgres, url, "postgres", "postgres");
        installation.start(name, FOLDER.resolve(name + "-" + System.nanoTime()).toAbsolutePath(),
                Map.of("QUARKUS_DATASOURCE_JDBC_URL", url, "QUARKUS_DATASOURCE_USERNAME", "postgres",
                        "QUARKUS_DATASOURCE_PASSWORD", "postgres", "BLACKSTART_DEMO", "true",
                        "QUARKUS_HTTP_AUTH_SESSION_ENCRYPTION_KEY", "a-key-that-only-the-benchmark-uses-0123456789"),
                processes);
        return installation;
    }

    private void start(String name, Path folder, Map<String, String> settings, int count) throws Exception {
        for (int i = 0; i < count; i++) {
            Product product = new Product(name + "-" + (i + 1), folder, FIRST_PORT + i, settings);
            processes.add(product);
            product.start();
        }
    }

    /** What is told in a table's first column. */
    String label() {
        return database + ", " + (processes.size() == 1 ? "one process" : processes.size() + " processes");
    }

    boolean isPostgresql() {
        return postgres != null;
    }

    /** The first process's. */
    Api api() {
        return processes.get(0).api();
    }

    /** Into the database, past the product. */
    Connection connect() throws SQLException {
        return user == null ? DriverManager.getConnection(url) : DriverManager.getConnection(url, user, password);
    }

    /** Ends the processes in good order; the database stays. */
    void stopProcesses() {
        processes.forEach(Product::close);
    }

    @Override
    public void close() throws IOException {
        stopProcesses();
        if (postgres != null) {
            postgres.close();
        }
    }
}

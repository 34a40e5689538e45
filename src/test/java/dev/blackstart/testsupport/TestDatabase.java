package dev.blackstart.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.UUID;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/**
 * The database of all tests: each start of the application gets an empty one, on the PostgreSQL server that the tests of a JVM
 * share. With {@code -Dtest.database=h2}, or the test profile {@link OnH2}, it is H2 in memory.
 */
@WithTestResource(value = TestDatabase.class, scope = TestResourceScope.GLOBAL)
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    public static final String USER = "postgres";

    /** The server outlives the class loader of a test, so the address of its databases is kept here. */
    private static final String SERVER = "test.postgresql";
    private static final String KIND = "test.database";

    @Override
    public Map<String, String> start() {
        return "h2".equals(System.getProperty(KIND)) ? h2() : postgresql();
    }

    static Map<String, String> h2() {
        return Map.of("quarkus.datasource.jdbc.url", "jdbc:h2:mem:" + UUID.randomUUID()
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000;"
                + "OPTIMIZE_REUSE_RESULTS=FALSE");
    }

    private static Map<String, String> postgresql() {
        return Map.of("quarkus.datasource.jdbc.url", emptyDatabase(), "quarkus.datasource.username", USER,
                "quarkus.datasource.password", USER);
    }

    /** @return the JDBC URL of a new database on the PostgreSQL of the tests; {@link #USER} is its user and password */
    public static String emptyDatabase() {
        String name = "test_" + UUID.randomUUID().toString().replace("-", "");
        try (Connection server = DriverManager.getConnection(url("postgres"), USER, USER);
                Statement create = server.createStatement()) {
            create.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException("PostgreSQL made no database", failed);
        }
        return url(name);
    }

    private static String url(String database) {
        synchronized (System.class) {
            if (System.getProperty(SERVER) == null) {
                System.setProperty(SERVER, startServer());
            }
        }
        return System.getProperty(SERVER).formatted(database);
    }

    /** Ends with the JVM, and does not wait for the disk. @return the URL of its databases, with a place for their name */
    private static String startServer() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder().setServerConfig("fsync", "off")
                    .setServerConfig("full_page_writes", "off").start();
            return server.getJdbcUrl(USER, "%s");
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL did not start", failed);
        }
    }

    @Override
    public void stop() {
        // the server goes on for the next start, and the databases end with it
    }
}

package dev.blackstart.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;

import dev.blackstart.testsupport.TestDatabase;

/**
 * A database that is empty at first and is migrated step by step, without the application: a migration is tested with rows that
 * the version before it wrote.
 */
final class MigratedDatabase implements AutoCloseable {

    private static final String H2 = "jdbc:h2:mem:%s;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH";

    private final String name;
    private final String url;
    private final String user;
    final Connection connection;

    private MigratedDatabase(String name, String url, String user) throws SQLException {
        this.name = name;
        this.url = url;
        this.user = user;
        this.connection = DriverManager.getConnection(url, user, "");
    }

    static MigratedDatabase onH2() throws SQLException {
        return new MigratedDatabase("H2", H2.formatted(UUID.randomUUID()), "sa");
    }

    static MigratedDatabase onPostgresql() throws SQLException {
        return new MigratedDatabase("PostgreSQL", TestDatabase.emptyDatabase(), TestDatabase.USER);
    }

    /** Of the product's migrations, in their order. */
    List<String> versions() {
        return Stream.of(flyway().load().info().all()).map(migration -> migration.getVersion().getVersion()).toList();
    }

    /** To the newest version. */
    void migrate() {
        flyway().load().migrate();
    }

    /** @param version the last migration that is applied, such as {@code 001} */
    void migrateTo(String version) {
        flyway().target(version).load().migrate();
    }

    /** @param locations where the migrations are, instead of the product's own */
    void migrate(String... locations) {
        flyway().locations(locations).load().migrate();
    }

    private FluentConfiguration flyway() {
        return Flyway.configure().dataSource(url, user, "").locations("classpath:db/migration")
                .callbacks(new BaselineCheck());
    }

    void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** The first column. */
    List<String> read(String query) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            List<String> values = new ArrayList<>();
            while (rows.next()) {
                values.add(rows.getString(1));
            }
            return values;
        }
    }

    /** Without Flyway's own. */
    List<String> tables() throws SQLException {
        return read("select table_name from information_schema.tables where table_schema = current_schema()"
                + " and table_name <> 'flyway_schema_history' order by table_name");
    }

    long rows(String table) throws SQLException {
        return Long.parseLong(read("select count(*) from " + table).get(0));
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    @Override
    public String toString() {
        return name;
    }
}

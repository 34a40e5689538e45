package dev.blackstart.target.sql;

import java.sql.Connection;
import java.sql.Driver;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.database.UrlDriver;
import dev.blackstart.target.TargetFailed;
import dev.blackstart.target.TargetOutcomeUnknown;
import dev.blackstart.target.TargetRefused;
import dev.blackstart.target.TargetSecrets;
import dev.blackstart.target.sql.DatasourcesConfig.Source;

/** Databases that drivers and probes may use. Each statement gets a connection of its own: nothing outlives a failover. */
@ApplicationScoped
public class Datasources {

    public static final int MOST_ROWS = 100;
    private static final int LONGEST_TEXT = 4_096;

    private final Driver driver = new UrlDriver();
    private final DatasourcesConfig config;
    private final TargetSecrets secrets;

    public Datasources(DatasourcesConfig config, TargetSecrets secrets) {
        this.config = config;
        this.secrets = secrets;
        config.sources().forEach((name, source) -> source.password()
                .ifPresent(password -> secrets.hide("${password of datasource " + name + "}", password)));
    }

    public Set<String> names() {
        return new TreeSet<>(config.sources().keySet());
    }

    /** Why a statement cannot be made here, a sentence each; empty where it can. Asks no database. */
    public List<String> problems(String name, String statement, boolean reads) {
        List<String> problems = new ArrayList<>();
        Source source = config.sources().get(name);
        if (source == null) {
            problems.add(unknown(name));
        } else if (source.readOnly() && !reads) {
            problems.add("Data source %s may only be read: blackstart.datasources.%s.read-only.".formatted(name, name));
        }
        if (SqlText.isSeveral(statement)) {
            problems.add("There is more than one statement; write a single one.");
        }
        return problems;
    }

    private static String unknown(String name) {
        return "Data source %s is not configured; set blackstart.datasources.%s.url.".formatted(name, name);
    }

    /** Where a data source is. */
    public List<DatasourceHost> hosts(String name) {
        return DatasourceHost.of(source(name).url());
    }

    /** Reads, in a transaction that is read only where the database knows such, and is rolled back. */
    public SqlAnswer query(String name, String statement, Duration timeout) {
        return call(name, statement, true, timeout);
    }

    /** Makes any statement, and commits it. */
    public SqlAnswer execute(String name, String statement, Duration timeout) {
        return call(name, statement, false, timeout);
    }

    private Source source(String name) {
        Source source = config.sources().get(name);
        if (source == null) {
            throw new TargetRefused(unknown(name));
        }
        return source;
    }

    private SqlAnswer call(String name, String statement, boolean reads, Duration timeout) {
        List<String> problems = problems(name, statement, reads);
        if (!problems.isEmpty()) {
            throw new TargetRefused(problems.get(0));
        }
        String resolved = secrets.resolve(statement);
        long began = System.nanoTime();
        boolean asked = false;
        try (Connection connection = open(source(name), timeout)) {
            Duration left = timeout.minusNanos(System.nanoTime() - began);
            connection.setReadOnly(reads);
            connection.setAutoCommit(false);
            connection.setNetworkTimeout(Runnable::run, (int) Math.max(1, left.toMillis()));
            asked = !reads;
            SqlAnswer answer = run(connection, resolved, reads, left, began);
            if (reads) {
                connection.rollback();
            } else {
                connection.commit();
            }
            return answer;
        } catch (SQLException failed) {
            String why = "Data source %s: %s".formatted(name, secrets.mask(said(failed)));
            throw asked && isLost(failed) ? new TargetOutcomeUnknown(why, failed) : new TargetFailed(why, failed);
        }
    }

    private SqlAnswer run(Connection connection, String resolved, boolean reads, Duration left, long began)
            throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.setQueryTimeout((int) Math.max(1, (left.toMillis() + 999) / 1000));
            statement.setMaxRows(MOST_ROWS);
            boolean rows = reads || statement.execute(resolved);
            if (!rows) {
                return new SqlAnswer(null, List.of(), List.of(), statement.getUpdateCount(), since(began));
            }
            try (ResultSet result = reads ? statement.executeQuery(resolved) : statement.getResultSet()) {
                return read(result, began);
            }
        }
    }

    private SqlAnswer read(ResultSet result, long began) throws SQLException {
        ResultSetMetaData about = result.getMetaData();
        List<String> columns = new ArrayList<>();
        for (int i = 1; i <= about.getColumnCount(); i++) {
            columns.add(about.getColumnLabel(i));
        }
        Object value = null;
        List<List<String>> rows = new ArrayList<>();
        while (result.next()) {
            if (rows.isEmpty()) {
                Object first = result.getObject(1);
                value = first instanceof Number || first instanceof Boolean ? first : text(result, 1);
            }
            List<String> row = new ArrayList<>();
            for (int i = 1; i <= columns.size(); i++) {
                row.add(String.valueOf(text(result, i)));
            }
            rows.add(row);
        }
        return new SqlAnswer(value, columns, rows, -1, since(began));
    }

    private String text(ResultSet result, int column) throws SQLException {
        String text = result.getString(column);
        if (text == null || text.length() <= LONGEST_TEXT) {
            return secrets.mask(text);
        }
        return secrets.maskCut(text.substring(0, LONGEST_TEXT));
    }

    private Connection open(Source source, Duration timeout) throws SQLException {
        Properties properties = new Properties();
        source.username().ifPresent(user -> properties.setProperty("user", user));
        source.password().ifPresent(password -> properties.setProperty("password", password));
        if (source.url().startsWith("jdbc:postgresql:")) {
            String seconds = String.valueOf(Math.max(1, (timeout.toMillis() + 999) / 1000));
            properties.setProperty("connectTimeout", seconds);
            properties.setProperty("loginTimeout", seconds);
            properties.setProperty("socketTimeout", seconds);
            properties.setProperty("ApplicationName", "Blackstart");
        }
        Connection connection = driver.connect(source.url(), properties);
        if (connection == null) {
            throw new SQLException("Its address is none of PostgreSQL or H2.");
        }
        return connection;
    }

    /** Without the connection nobody knows whether the commit arrived. */
    private static boolean isLost(SQLException failed) {
        return failed.getSQLState() != null && failed.getSQLState().startsWith("08");
    }

    private static Duration since(long began) {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    private static String said(SQLException failed) {
        String message = failed.getMessage();
        return message == null ? failed.getClass().getSimpleName() : message.lines().findFirst().orElse(message);
    }
}

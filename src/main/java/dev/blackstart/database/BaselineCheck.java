package dev.blackstart.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import org.flywaydb.core.api.callback.BaseCallback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;

import io.quarkus.runtime.configuration.ConfigurationException;

/**
 * Refuses a database that was created before the baseline of the migrations: its data is not carried over. The start ends with
 * this message alone, before Flyway compares checksums.
 */
public final class BaselineCheck extends BaseCallback {

    /** Of {@code V001__baseline.sql}. */
    private static final String DESCRIPTION = "baseline";

    private static final String REFUSED = "This database was created by a pre-release version of Blackstart, which this version"
            + " cannot read: export what you need (plans, directory, reports) with the old version, then start this version"
            + " with an empty data directory (BLACKSTART_DATA_DIR) or an empty database (QUARKUS_DATASOURCE_JDBC_URL).";

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_VALIDATE;
    }

    @Override
    public void handle(Event event, Context context) {
        Optional<String> first = firstMigration(context);
        if (first.isPresent() && !first.get().equals(DESCRIPTION)) {
            throw new ConfigurationException(REFUSED);
        }
    }

    private static Optional<String> firstMigration(Context context) {
        try {
            return firstMigration(context.getConnection(), context.getConfiguration().getTable());
        } catch (SQLException failed) {
            throw new IllegalStateException("The schema history of the database cannot be read", failed);
        }
    }

    private static Optional<String> firstMigration(Connection connection, String history) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, connection.getSchema(), history, null)) {
            if (!tables.next()) {
                return Optional.empty();
            }
        }
        String applied = "select description from \"" + history + "\" where version is not null order by installed_rank";
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(applied)) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }
}

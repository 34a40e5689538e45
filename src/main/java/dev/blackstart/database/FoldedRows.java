package dev.blackstart.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.runtime.StartupEvent;
import javax.sql.DataSource;

/** At start, folds rows that a version before V054 wrote: no database folds as {@link Folded} does. */
@ApplicationScoped
class FoldedRows {

    private static final int BATCH = 1_000;

    private final DataSource database;

    FoldedRows(DataSource database) {
        this.database = database;
    }

    void atStart(@Observes StartupEvent start) throws SQLException {
        try (Connection connection = database.getConnection()) {
            fill(connection);
        }
    }

    /** Two replicas may do it at once. */
    static void fill(Connection connection) throws SQLException {
        fill(connection, "person", "person_key, name, email");
        fill(connection, "team", "team_key, name");
        fill(connection, "system_entry", "system_key, name");
        fill(connection, "plan", "plan_key, name");
    }

    private static void fill(Connection connection, String table, String columns) throws SQLException {
        Map<UUID, String> folded = read(connection, "select id, " + columns + " from " + table + " where folded = ''");
        String update = "update " + table + " set folded = ? where id = ? and folded = ''";
        try (PreparedStatement statement = connection.prepareStatement(update)) {
            int waiting = 0;
            for (Map.Entry<UUID, String> row : folded.entrySet()) {
                statement.setString(1, row.getValue());
                statement.setObject(2, row.getKey());
                statement.addBatch();
                if (++waiting % BATCH == 0) {
                    statement.executeBatch();
                }
            }
            statement.executeBatch();
        }
    }

    private static Map<UUID, String> read(Connection connection, String query) throws SQLException {
        Map<UUID, String> folded = new HashMap<>();
        try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(query)) {
            String[] parts = new String[rows.getMetaData().getColumnCount() - 1];
            while (rows.next()) {
                for (int i = 0; i < parts.length; i++) {
                    parts[i] = rows.getString(i + 2);
                }
                folded.put(rows.getObject(1, UUID.class), Folded.lines(parts));
            }
        }
        return folded;
    }
}

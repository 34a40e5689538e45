package dev.blackstart.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One row in every empty table, with a value in every column. Columns of one type have the same value, so foreign keys hold.
 */
final class SampleRows {

    /** SQL of the value, by the type that the information schema names. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("uuid", "cast('00000000-0000-4000-8000-000000000001' as uuid)"),
            Map.entry("character varying", "'x'"),
            Map.entry("timestamp with time zone", "timestamp with time zone '2026-01-01 00:00:00+00:00'"),
            Map.entry("date", "date '2026-01-01'"), Map.entry("boolean", "true"),
            Map.entry("smallint", "1"), Map.entry("integer", "1"), Map.entry("bigint", "1"), Map.entry("numeric", "1"),
            Map.entry("double precision", "1"),
            Map.entry("bytea", "cast('01' as bytea)"), Map.entry("binary varying", "cast('01' as bytea)"));

    /** Columns that hold JSON. */
    private static final Set<String> JSON = Set.of("journal_entry.data", "journal_entry.salts", "plan_revision.tree",
            "timeline_item.body",
            "timeline_item.after");

    private final MigratedDatabase database;
    private final Set<String> filled = new TreeSet<>();

    private SampleRows(MigratedDatabase database) {
        this.database = database;
    }

    static void insert(MigratedDatabase database) throws SQLException {
        SampleRows rows = new SampleRows(database);
        for (String table : database.tables()) {
            rows.fill(table);
        }
    }

    /** After the tables to which its foreign keys lead. */
    private void fill(String table) throws SQLException {
        if (!filled.add(table)) {
            return;
        }
        for (String other : referenced(table)) {
            fill(other);
        }
        if (database.rows(table) == 0) {
            Map<String, String> row = row(table);
            database.execute("insert into " + table + " (" + String.join(", ", row.keySet()) + ") values ("
                    + String.join(", ", row.values()) + ")");
        }
    }

    private List<String> referenced(String table) throws SQLException {
        Connection connection = database.connection;
        try (ResultSet keys = connection.getMetaData().getImportedKeys(null, connection.getSchema(), table)) {
            List<String> tables = new ArrayList<>();
            while (keys.next()) {
                tables.add(keys.getString("PKTABLE_NAME"));
            }
            return tables;
        }
    }

    private Map<String, String> row(String table) throws SQLException {
        Map<String, String> row = new LinkedHashMap<>();
        for (String column : database.read("select column_name || ' ' || data_type from information_schema.columns"
                + " where table_schema = current_schema() and table_name = '" + table + "' order by ordinal_position")) {
            String name = column.substring(0, column.indexOf(' '));
            String type = column.substring(column.indexOf(' ') + 1);
            String value = JSON.contains(table + "." + name) ? "'{}'" : VALUES.get(type);
            if (value == null) {
                throw new IllegalStateException("No sample value for " + table + "." + name + " of type " + type);
            }
            row.put(name, value);
        }
        return row;
    }
}

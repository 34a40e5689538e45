package dev.blackstart.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A release as the journal tells it, read past the product.
 *
 * @param due its instant by STARTEX and the clock, which never stood
 * @param at what the entry says
 * @param committed when others could read it
 */
record Release(UUID exercise, long seq, String item, Instant due, Instant at, Instant committed) {

    static int count(Connection database) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from journal_entry where type = 'item-released'")) {
            row.next();
            return row.getInt(1);
        }
    }

    /** In the order of each journal. */
    static List<Release> all(Connection database, Commits commits) throws SQLException, IOException {
        Map<UUID, Instant> begun = new HashMap<>();
        List<Release> releases = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select exercise_id, seq, type, at, data, " + commits.column()
                        + " from journal_entry where type in ('startex', 'item-released') order by exercise_id, seq")) {
            while (row.next()) {
                UUID exercise = row.getObject(1, UUID.class);
                Instant at = row.getObject(4, OffsetDateTime.class).toInstant();
                if (row.getString(3).equals("startex")) {
                    begun.put(exercise, at);
                    continue;
                }
                JsonNode data = Api.JSON.readTree(row.getString(5));
                releases.add(new Release(exercise, row.getLong(2), data.get("item").asText(),
                        begun.get(exercise).plus(Duration.parse(data.get("due").asText())), at,
                        commits.instant(exercise, row.getLong(2), row.getObject(6, OffsetDateTime.class))));
            }
        }
        return releases;
    }
}

package dev.blackstart.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.Random;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

/** Pages of 100 of a journal with 100,000 entries, from its beginning to its end, as its director and as a player. */
final class JournalReads {

    private static final int ENTRIES = 100_000;
    private static final String[] AUDIENCES = { "control", "roster", "control", "roster", "team:storage", "team:network",
            "person:pia", "person:noel" };

    void measure(Installation installation) throws Exception {
        try (installation; Connection database = installation.connect()) {
            Api api = installation.api();
            String exercise = api.exercise(Script.quiet());
            api.begin(exercise);
            int before = api.get("dana", "/api/exercises/" + exercise + "/journal?limit=1000").get("entries").size();
            seed(database, UUID.fromString(exercise), before);
            Table table = new Table("journal of 100,000 entries (seeded over SQL), pages of 100", "pages", "entries", "p50 ms",
                    "p99 ms", "max ms");
            for (String person : new String[] { "dana", "pia" }) {
                walk(api, exercise, person, new Spread());
                Spread spread = new Spread();
                int entries = walk(api, exercise, person, spread);
                table.row(installation.label() + ", " + (person.equals("dana") ? "director" : "player"), spread.count(),
                        entries,
                        spread.at(0.5), spread.at(0.99), spread.at(1));
            }
            table.print();
        }
    }

    /** The hashes are no chain: reading does not look at them. */
    private static void seed(Connection database, UUID exercise, int before) throws Exception {
        Random random = new Random(7);
        database.setAutoCommit(false);
        try (PreparedStatement insert = database
                .prepareStatement("insert into journal_entry (exercise_id, seq, at, clock, type,"
                        + " actor, audience, data, salts, hash) values (?, ?, current_timestamp, 'PT1M', 'note', 'carl', ?,"
                        + " '{\"text\":\"Orders are slow since the standby took over; storage looks into it.\"}', '{}', ?)");
                PreparedStatement head = database.prepareStatement("update exercise set journal_seq = ? where id = ?")) {
            for (int seq = before + 1; seq <= ENTRIES; seq++) {
                insert.setObject(1, exercise);
                insert.setInt(2, seq);
                insert.setString(3, AUDIENCES[random.nextInt(AUDIENCES.length)]);
                insert.setString(4, "0".repeat(64));
                insert.addBatch();
                if (seq % 1_000 == 0) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
            head.setInt(1, ENTRIES);
            head.setObject(2, exercise);
            head.executeUpdate();
        }
        database.commit();
        database.setAutoCommit(true);
    }

    private static int walk(Api api, String exercise, String person, Spread spread) {
        String after = "";
        int entries = 0;
        JsonNode page;
        do {
            long begun = System.nanoTime();
            page = api.get(person, "/api/exercises/" + exercise + "/journal?limit=100" + after);
            spread.add((System.nanoTime() - begun) / 1e6);
            after = "&after=" + page.get("next").asText();
            entries += page.get("entries").size();
        } while (page.get("entries").size() == 100);
        return entries;
    }
}

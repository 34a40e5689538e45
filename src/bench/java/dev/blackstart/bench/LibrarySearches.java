package dev.blackstart.bench;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * Search over 100,000 findings of 20 exercises: words that are in every third document and words that are in a few. The floor
 * is the
 * same request for a word that is nowhere.
 */
final class LibrarySearches {

    private static final int FINDINGS = Integer.getInteger("bench.documents", 100_000);
    private static final int EXERCISES = 20;
    private static final int WORDS = 20_000;
    private static final int LENGTH = 25;
    private static final int TIMES = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(30);

    private final Random random = new Random(42);
    private final List<String> vocabulary = new ArrayList<>();

    void measure(Installation installation) throws Exception {
        try (installation) {
            for (int i = 0; i < WORDS; i++) {
                vocabulary.add(word());
            }
            Api api = installation.api();
            List<String> exercises = new ArrayList<>();
            for (int i = 0; i < EXERCISES; i++) {
                exercises.add(api.exercise(Script.quiet()));
                api.begin(exercises.get(i));
            }
            long begun = System.nanoTime();
            try (Connection database = installation.connect()) {
                insert(database, exercises);
                awaitLibrary(database);
            }
            System.out.printf("%s: %,d documents found %.0f s after the first was inserted%n", installation.label(), FINDINGS,
                    (System.nanoTime() - begun) / 1e9);
            Table table = new Table(installation.label() + ", ms", "p50", "p95", "p99", "max", "p95 / floor");
            double floor = row(table, api, "floor: a word that is nowhere", "carl", 0, new int[0]);
            for (String person : List.of("carl", "pia")) {
                row(table, api, person + ", one frequent word", person, floor, 6);
                row(table, api, person + ", two frequent words", person, floor, 7, 8);
                row(table, api, person + ", a frequent and a rare word", person, floor, 9, 500);
                row(table, api, person + ", a rare word", person, floor, 2_000);
            }
            row(table, api, "similar to a text", "carl", floor, (int[]) null);
            table.print();
        }
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 3 + random.nextInt(2); i++) {
            word.append("bdfgklmnprtvz".charAt(random.nextInt(13))).append("aiou".charAt(random.nextInt(4)));
        }
        return word.append(vocabulary.size() % 10 + "k").toString();
    }

    /** The word of rank n is as frequent as 1/n, as in any language. */
    private int rank() {
        return (int) Math.exp(random.nextDouble() * Math.log(WORDS)) - 1;
    }

    private String text() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            text.append(vocabulary.get(rank())).append(' ');
        }
        return text.toString();
    }

    private void insert(Connection database, List<String> exercises) throws SQLException {
        database.setAutoCommit(false);
        try (PreparedStatement insert = database.prepareStatement("""
                insert into finding (id, version, created_at, exercise_id, text, observed_at, observed_clock, author)
                values (?, 0, ?, ?, ?, ?, 0, 'pia')""")) {
            Instant at = Instant.now();
            for (int i = 0; i < FINDINGS; i++) {
                Timestamp then = Timestamp.from(at.plusMillis(i));
                insert.setObject(1, UUID.randomUUID());
                insert.setTimestamp(2, then);
                insert.setObject(3, UUID.fromString(exercises.get(i % EXERCISES)));
                insert.setString(4, text());
                insert.setTimestamp(5, then);
                insert.addBatch();
                if (i % 1_000 == 999) {
                    insert.executeBatch();
                }
            }
            insert.executeBatch();
        }
        database.commit();
        database.setAutoCommit(true);
    }

    private static void awaitLibrary(Connection database) throws SQLException, InterruptedException {
        Instant end = Instant.now().plus(PATIENCE);
        try (Statement count = database.createStatement()) {
            while (true) {
                var found = count.executeQuery("select count(*) from library_document where kind = 'FINDING'");
                found.next();
                if (found.getInt(1) >= FINDINGS) {
                    return;
                }
                if (Instant.now().isAfter(end)) {
                    throw new IllegalStateException("the library has only " + found.getInt(1) + " documents");
                }
                Thread.sleep(500);
            }
        }
    }

    /** @param ranks of words that are next to these are taken in turn; null compares a text, none looks for nothing */
    private double row(Table table, Api api, String name, String person, double floor, int... ranks) throws Exception {
        Spread spread = new Spread();
        for (int i = -20; i < TIMES; i++) {
            StringBuilder words = new StringBuilder(ranks != null && ranks.length == 0 ? "nowhere" + i : "");
            for (int j = 0; ranks != null && j < ranks.length; j++) {
                words.append(vocabulary.get(ranks[j] + (ranks[j] < 100 ? 0 : Math.abs(i)))).append(' ');
            }
            String path = ranks == null ? "/api/similar?text=" + text(text())
                    : "/api/search?limit=25&q=" + text(words.toString());
            long begun = System.nanoTime();
            HttpResponse<byte[]> answer = api.read(person, path, "application/json");
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(path + ": " + answer.statusCode());
            }
            if (i >= 0) {
                spread.add((System.nanoTime() - begun) / 1e6);
            }
        }
        table.row(name, spread.at(0.5), spread.at(0.95), spread.at(0.99), spread.at(1),
                floor == 0 ? 1.0 : spread.at(0.95) / floor);
        return spread.at(0.95);
    }

    private static String text(String words) {
        return URLEncoder.encode(words.strip(), StandardCharsets.UTF_8);
    }
}

package dev.blackstart.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.LockSupport;

/** Knows when an entry of a journal was committed. */
interface Commits extends AutoCloseable {

    /** What to select beside the entry. */
    String column();

    Instant instant(UUID exercise, long seq, OffsetDateTime told);

    @Override
    void close();

    /** PostgreSQL keeps the instant of each commit. */
    final class Remembered implements Commits {

        @Override
        public String column() {
            return "pg_xact_commit_timestamp(xmin)";
        }

        @Override
        public Instant instant(UUID exercise, long seq, OffsetDateTime told) {
            return told.toInstant();
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    /**
     * H2 does not: the head rows are looked at again and again through a second connection, and an entry counts as committed
     * when it is first seen there. Up to a poll (about a millisecond) too late, never too early.
     */
    final class Watched implements Commits {

        private static final long BREAK = 700_000;

        private final Map<UUID, TreeMap<Long, Instant>> seen = new ConcurrentHashMap<>();
        private final Thread watcher;
        private volatile boolean over;

        Watched(Installation installation) {
            watcher = new Thread(() -> watch(installation), "watcher");
            watcher.start();
        }

        private void watch(Installation installation) {
            try (Connection connection = installation.connect();
                    PreparedStatement sum = connection.prepareStatement("select sum(journal_seq) from exercise");
                    PreparedStatement heads = connection.prepareStatement("select id, journal_seq from exercise")) {
                long before = -1;
                while (!over) {
                    long now = sum(sum);
                    if (now != before) {
                        look(heads);
                    }
                    before = now;
                    LockSupport.parkNanos(BREAK);
                }
            } catch (SQLException failed) {
                throw new IllegalStateException("The head rows could not be watched", failed);
            }
        }

        /** Grows with every entry: cheaper to ask for than all the rows. */
        private static long sum(PreparedStatement sum) throws SQLException {
            try (ResultSet row = sum.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }

        private void look(PreparedStatement heads) throws SQLException {
            try (ResultSet row = heads.executeQuery()) {
                Instant now = Instant.now();
                while (row.next()) {
                    seen.computeIfAbsent(row.getObject(1, UUID.class), id -> new TreeMap<>()).putIfAbsent(row.getLong(2), now);
                }
            }
        }

        @Override
        public String column() {
            return "at";
        }

        @Override
        public Instant instant(UUID exercise, long seq, OffsetDateTime told) {
            return seen.get(exercise).ceilingEntry(seq).getValue();
        }

        @Override
        public void close() {
            over = true;
        }
    }
}

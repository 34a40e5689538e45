package dev.blackstart.database;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;

/** Instants of native queries: each database's driver hands them out as a type of its own. */
public final class SqlInstant {

    private SqlInstant() {
    }

    /** @return null for null */
    public static Instant of(Object column) {
        if (column instanceof OffsetDateTime zoned) {
            return zoned.toInstant();
        }
        return column instanceof Timestamp stamp ? stamp.toInstant() : (Instant) column;
    }
}

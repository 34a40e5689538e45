package dev.blackstart.time;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

import jakarta.annotation.PostConstruct;
import jakarta.inject.Singleton;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import javax.sql.DataSource;

/**
 * The database's time, by an offset measured against this machine's, in microseconds: all replicas agree on what is due,
 * whatever
 * their own clocks say.
 */
@Singleton
public class DatabaseClock extends Clock {

    private static final int ROUNDS = 5;

    private final DataSource dataSource;
    private volatile Duration offset = Duration.ZERO;

    DatabaseClock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    @PostConstruct
    @Scheduled(executeWith = Scheduled.SIMPLE, every = "10s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void measure() {
        try (Connection connection = dataSource.getConnection()) {
            Duration best = null;
            Duration shortest = null;
            for (int round = 0; round < ROUNDS; round++) {
                Instant before = Clock.systemUTC().instant();
                Instant told = ask(connection);
                Duration roundTrip = Duration.between(before, Clock.systemUTC().instant());
                if (shortest == null || roundTrip.compareTo(shortest) < 0) {
                    shortest = roundTrip;
                    best = Duration.between(before.plus(roundTrip.dividedBy(2)), told);
                }
            }
            offset = best;
        } catch (SQLException failed) {
            Log.warnf("The database's time could not be read, its last known offset %s stays: %s", offset, failed.getMessage());
        }
    }

    private static Instant ask(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("select current_timestamp(6)")) {
            row.next();
            return row.getObject(1, OffsetDateTime.class).toInstant();
        }
    }

    @Override
    public Instant instant() {
        return Clock.systemUTC().instant().plus(offset).truncatedTo(ChronoUnit.MICROS);
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.system(zone);
    }
}

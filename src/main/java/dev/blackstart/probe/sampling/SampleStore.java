package dev.blackstart.probe.sampling;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;

import jakarta.enterprise.context.ApplicationScoped;

import javax.sql.DataSource;

/** Writes samples in batches; one that is there already stays as it is. Needs a transaction. */
@ApplicationScoped
class SampleStore {

    private static final String INSERT = """
            insert into probe_sample (probe_id, n, sampled_at, inside, measured, quantity, latency_micros, message, skipped)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing""";

    private final DataSource database;

    SampleStore(DataSource database) {
        this.database = database;
    }

    void insert(Collection<Sample> samples) {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(INSERT)) {
            for (Sample sample : samples) {
                set(statement, sample);
                statement.addBatch();
            }
            statement.executeBatch();
        } catch (SQLException failed) {
            throw new IllegalStateException("samples could not be stored", failed);
        }
    }

    private static void set(PreparedStatement statement, Sample sample) throws SQLException {
        statement.setObject(1, sample.probe());
        statement.setLong(2, sample.n());
        statement.setObject(3, time(sample.at()));
        statement.setBoolean(4, sample.inside());
        statement.setString(5, sample.measured());
        statement.setObject(6, sample.quantity(), Types.DOUBLE);
        statement.setLong(7, sample.latency().toNanos() / 1_000);
        statement.setString(8, sample.message());
        statement.setLong(9, sample.skipped());
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

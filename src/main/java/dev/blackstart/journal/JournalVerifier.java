package dev.blackstart.journal;

import java.sql.Connection;
import java.util.UUID;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import org.hibernate.Session;

import dev.blackstart.journal.Verification.Anchor;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Verifies a journal together with the rows that it records. It reads one snapshot of head row and entries, which only this
 * isolation promises on both databases: an entry appended meanwhile is not taken for damage, and conduct never waits.
 */
@ApplicationScoped
public class JournalVerifier {

    private final Instance<JournaledRows> rows;

    JournalVerifier(Instance<JournaledRows> rows) {
        this.rows = rows;
    }

    /** In a transaction of its own. @param head reads the head row in it @param anchor null for none */
    public Verification verify(UUID exercise, Supplier<? extends JournalHead> head, Anchor anchor) {
        return QuarkusTransaction.requiringNew().call(() -> {
            JournalEntry.getEntityManager().unwrap(Session.class)
                    .doWork(connection -> connection.setTransactionIsolation(Connection.TRANSACTION_SERIALIZABLE));
            return Verification.of(head.get(), anchor, rows.stream().map(one -> one.of(exercise)).toList());
        });
    }
}

package dev.blackstart.journal;

import java.time.Instant;
import java.util.UUID;

/** The row that a journal grows from: whoever appends holds its lock. */
public interface JournalHead {

    UUID journalId();

    /** Number of the newest entry; 0 before the first. */
    long lastSeq();

    /** Hash of the newest entry; {@link JournalEntry#GENESIS} before the first. */
    String lastHash();

    void advance(long seq, String hash);

    /** What the exercise clock shows at an instant, as duration text. */
    String clockText(Instant at);
}

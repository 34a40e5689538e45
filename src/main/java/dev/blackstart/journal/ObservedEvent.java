package dev.blackstart.journal;

import java.time.Duration;
import java.time.Instant;

/** Something that may have been seen before it was written down. */
public interface ObservedEvent extends JournalEvent {

    /** Null where it was seen when it was written down. */
    Instant observedAt();

    /** What the exercise clock showed then. */
    Duration observedClock();
}

package dev.blackstart.live.stream;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;

import dev.blackstart.journal.JournalEntry;

/** How a stream tells what happens: as the API's JSON, or as the lines and parts of a page. */
public interface StreamFormat {

    /** Null where this entry says nothing in this form. */
    StreamEvent signal(JournalEntry entry, boolean control);

    /** Whether an entry may change what stands there once. */
    default boolean isChangedBy(JournalEntry entry) {
        return false;
    }

    /** How often the parts are rendered again although no entry was written; null for never. */
    default Duration refreshInterval(UUID exercise) {
        return null;
    }

    /** What stands there once and changes as a whole, by its name; empty where there is no such thing. */
    default Map<String, StreamEvent> parts(UUID exercise) {
        return Map.of();
    }
}

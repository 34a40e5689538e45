package dev.blackstart.live.journal;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.journal.JournalEntry;

/**
 * An entry as it is told.
 *
 * @param seq its number for control staff, an opaque cursor for others
 * @param clock what the exercise clock showed, as duration text
 * @param hash for control staff only, like the salts that verify it: by column, or by JSON pointer into the data, the salt of
 *        a value, or the digest of one that was erased
 */
public record EntryView(Object seq, Instant at, String clock, String type, String actor, String audience, JsonNode data,
        @JsonInclude(JsonInclude.Include.NON_NULL) String hash,
        @JsonInclude(JsonInclude.Include.NON_NULL) JsonNode salts) {

    public static EntryView of(JournalEntry entry, boolean control, Cursors cursors) {
        return new EntryView(cursors.shown(entry.exerciseId, entry.seq, control), entry.at, entry.clock, entry.type,
                entry.actor, entry.audience, entry.data(), control ? entry.hash : null,
                control ? entry.salts() : null);
    }
}

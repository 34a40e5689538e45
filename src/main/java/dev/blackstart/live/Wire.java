package dev.blackstart.live;

import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.journal.JournalEntry;

/** Writes entries for streams. */
@ApplicationScoped
class Wire {

    private final ObjectMapper mapper;
    private final Cursors cursors;

    Wire(ObjectMapper mapper, Cursors cursors) {
        this.mapper = mapper;
        this.cursors = cursors;
    }

    Signal signal(JournalEntry entry, boolean control) {
        EntryView view = EntryView.of(entry, control, cursors);
        try {
            return new Signal(view.seq().toString(), view.type(), mapper.writeValueAsString(view));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("an entry cannot be written", impossible);
        }
    }

    /** One entry for many readers: written at most twice, for control staff and for all others. */
    Shared shared(JournalEntry entry) {
        return new Shared(entry);
    }

    /** Used by one thread. */
    final class Shared {
        private final JournalEntry entry;
        private Signal forControl;
        private Signal forOthers;

        private Shared(JournalEntry entry) {
            this.entry = entry;
        }

        Signal as(boolean control) {
            if (control) {
                return forControl == null ? forControl = signal(entry, true) : forControl;
            }
            return forOthers == null ? forOthers = signal(entry, false) : forOthers;
        }
    }
}

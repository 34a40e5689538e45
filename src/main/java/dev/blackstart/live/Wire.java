package dev.blackstart.live;

import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.journal.JournalEntry;

/** Entries as the API tells them. */
@ApplicationScoped
class Wire implements Form {

    private final ObjectMapper mapper;
    private final Cursors cursors;

    Wire(ObjectMapper mapper, Cursors cursors) {
        this.mapper = mapper;
        this.cursors = cursors;
    }

    @Override
    public Signal signal(JournalEntry entry, boolean control) {
        EntryView view = EntryView.of(entry, control, cursors);
        try {
            return new Signal(view.seq().toString(), view.type(), mapper.writeValueAsString(view));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("an entry cannot be written", impossible);
        }
    }
}

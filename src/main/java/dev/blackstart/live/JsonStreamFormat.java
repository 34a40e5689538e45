package dev.blackstart.live;

import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.blackstart.journal.JournalEntry;
import dev.blackstart.live.journal.Cursors;
import dev.blackstart.live.journal.EntryView;
import dev.blackstart.live.stream.StreamEvent;
import dev.blackstart.live.stream.StreamFormat;

/** Entries as the API tells them. */
@ApplicationScoped
class JsonStreamFormat implements StreamFormat {

    private final ObjectMapper mapper;
    private final Cursors cursors;

    JsonStreamFormat(ObjectMapper mapper, Cursors cursors) {
        this.mapper = mapper;
        this.cursors = cursors;
    }

    @Override
    public StreamEvent signal(JournalEntry entry, boolean control) {
        EntryView view = EntryView.of(entry, control, cursors);
        try {
            return new StreamEvent(view.seq().toString(), view.type(), mapper.writeValueAsString(view));
        } catch (JsonProcessingException impossible) {
            throw new UncheckedIOException("an entry cannot be written", impossible);
        }
    }
}

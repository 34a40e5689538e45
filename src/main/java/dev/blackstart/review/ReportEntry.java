package dev.blackstart.review;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.journal.JournalEntry;

/** A journal entry, read once for all chapters. */
record ReportEntry(Instant at, Duration clock, String type, String actor, JsonNode data) {

    static ReportEntry of(JournalEntry entry) {
        return new ReportEntry(entry.at, Duration.parse(entry.clock), entry.type, entry.actor, entry.data());
    }

    /** Null where the entry does not say. */
    String text(String field) {
        return data.path(field).asText(null);
    }

    /** As if it had been told when it was seen. */
    ReportEntry seen() {
        return new ReportEntry(Instant.parse(text("observedAt")), duration("observedClock"), type, actor, data);
    }

    Duration duration(String field) {
        String text = text(field);
        return text == null ? null : Duration.parse(text);
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        data.path(field).forEach(one -> texts.add(one.asText()));
        return List.copyOf(texts);
    }
}

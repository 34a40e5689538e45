package dev.blackstart.testsupport;

import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.Verification;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** What the journal holds of an exercise: the rows, as they stand in the database. */
public final class JournalProbe {

    private JournalProbe() {
    }

    public static List<JournalEntry> of(GameDay day) {
        return QuarkusTransaction.requiringNew().call(() -> JournalEntry.after(UUID.fromString(day.id), 0, 10_000));
    }

    public static List<JournalEntry> of(GameDay day, String type) {
        return of(day).stream().filter(entry -> entry.type.equals(type)).toList();
    }

    /** The data of the entries of a type. */
    public static List<JsonNode> facts(GameDay day, String type) {
        return of(day, type).stream().map(JournalEntry::data).toList();
    }

    /** One field of the entries of a type, in order. */
    public static List<String> field(GameDay day, String type, String field) {
        return facts(day, type).stream().map(data -> data.path(field).asText()).toList();
    }

    public static Verification verified(GameDay day) {
        return QuarkusTransaction.requiringNew()
                .call(() -> Verification.of(Exercise.<Exercise> findById(UUID.fromString(day.id))));
    }
}

package dev.blackstart.evidence;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.journal.JournalEntry;
import dev.blackstart.web.Json;
import dev.blackstart.web.limits.HeavyTask;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** A journal as lines of JSON, read page by page, with what somebody needs to compute its hashes again. */
final class JournalLines {

    private static final int PAGE = 500;

    private JournalLines() {
    }

    /** In no transaction. */
    static void write(UUID exercise, OutputStream out) throws IOException {
        long seq = 0;
        List<JournalEntry> page;
        do {
            long after = seq;
            page = QuarkusTransaction.requiringNew().call(() -> JournalEntry.after(exercise, after, PAGE));
            for (JournalEntry entry : page) {
                out.write((line(entry) + "\n").getBytes(StandardCharsets.UTF_8));
                seq = entry.seq;
            }
            HeavyTask.check();
        } while (page.size() == PAGE);
    }

    private static ObjectNode line(JournalEntry entry) {
        ObjectNode line = JsonNodeFactory.instance.objectNode().put("seq", entry.seq).put("at", Json.text(entry.at))
                .put("clock", entry.clock).put("type", entry.type).put("actor", entry.actor).put("audience", entry.audience);
        line.set("data", entry.data());
        line.set("salts", entry.salts());
        return line.put("hash", entry.hash);
    }
}

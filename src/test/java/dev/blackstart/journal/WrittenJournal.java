package dev.blackstart.journal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.random.RandomGenerator;

import com.fasterxml.jackson.databind.ObjectMapper;

/** A journal written by hand, without a database: entries at minutes or instants of its clock. */
public class WrittenJournal implements JournalHead {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final UUID id;
    private final Instant startex;

    /** The same in every journal: tests of hashes need no secret. */
    private final RandomGenerator salts = new Random(7);

    private final List<JournalEntry> entries = new ArrayList<>();

    private Duration clock = Duration.ZERO;
    private Duration wall = Duration.ZERO;
    private long seq;
    private String hash = JournalEntry.GENESIS;

    public WrittenJournal(Instant startex) {
        this(UUID.randomUUID(), startex);
    }

    WrittenJournal(UUID id, Instant startex) {
        this.id = id;
        this.startex = startex;
    }

    /** Both clock and wall have come so far. */
    public WrittenJournal at(String duration) {
        return at(duration, duration);
    }

    /** What the exercise clock shows, and how long after STARTEX it is. */
    public WrittenJournal at(String clockText, String wallText) {
        clock = Duration.parse(clockText);
        wall = Duration.parse(wallText);
        return this;
    }

    /** @param json an object; single quotes stand for double ones */
    public WrittenJournal entry(String type, String actor, String json) {
        return entry(Audience.CONTROL, type, actor, json);
    }

    public WrittenJournal entry(String type, String actor, Map<String, ?> data) {
        return add(Audience.CONTROL, type, actor, MAPPER.valueToTree(data).toString());
    }

    /** One that others than control staff read. */
    public WrittenJournal entry(Audience audience, String type, String actor, String json) {
        return add(audience, type, actor, json.replace('\'', '"'));
    }

    private WrittenJournal add(Audience audience, String type, String actor, String json) {
        JournalEntry entry = new JournalEntry(this, startex.plus(wall), event(type, json), actor, audience, salts);
        entries.add(entry);
        advance(entry.seq, entry.hash);
        return this;
    }

    private static JournalEvent event(String type, String json) {
        try {
            return EventJson.read(json, EventTypes.record(type));
        } catch (IOException wrong) {
            throw new IllegalArgumentException(json, wrong);
        }
    }

    public List<JournalEntry> entries() {
        return List.copyOf(entries);
    }

    @Override
    public UUID journalId() {
        return id;
    }

    @Override
    public long lastSeq() {
        return seq;
    }

    @Override
    public String lastHash() {
        return hash;
    }

    @Override
    public void advance(long newSeq, String newHash) {
        seq = newSeq;
        hash = newHash;
    }

    @Override
    public String clockText(Instant at) {
        return clock.toString();
    }
}

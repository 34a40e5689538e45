package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

class JournalEntryTest {

    private static final UUID EXERCISE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant AT = Instant.parse("2027-03-01T09:00:00.5Z");

    /** Not in the list of events: entries of such a type are read as unknown. */
    record Counted(int z, String a) implements JournalEvent {
        public static final String TYPE = "counted";
    }

    @Test
    void hash_firstEntry_sha256OfTheCanonicalTextBehindTheGenesis() {
        JournalEntry entry = entry(head(), new Counted(1, "é"));
        assertThat(entry.seq).isEqualTo(1);
        assertThat(entry.hash).isEqualTo(sha256("0".repeat(64) + "\n" + """
                {"actor":"dana","at":"2027-03-01T09:00:00.500000Z","audience":"control","clock":"PT1M",\
                "data":{"a":"é","z":1},"exercise":"00000000-0000-4000-8000-000000000001","seq":1,"type":"counted"}"""));
    }

    @Test
    void hash_secondEntry_holdsTheOneBefore() {
        WrittenJournal head = head();
        JournalEntry first = entry(head, new Counted(1, null));
        head.advance(first.seq, first.hash);
        JournalEntry second = entry(head, new Counted(1, null));
        assertThat(second.seq).isEqualTo(2);
        assertThat(second.hash).isEqualTo(second.hashAfter(first.hash)).isNotEqualTo(second.hashAfter(JournalEntry.GENESIS));
    }

    @Test
    void hash_keysInAnotherOrder_theSame() {
        JournalEntry entry = entry(head(), new Counted(1, null));
        entry.data = "{\"a\":1,\"b\":{\"d\":2,\"c\":3}}";
        String hash = entry.hashAfter(JournalEntry.GENESIS);
        entry.data = "{\"b\":{\"c\":3,\"d\":2},\"a\":1}";
        assertThat(entry.hashAfter(JournalEntry.GENESIS)).isEqualTo(hash);
    }

    @Test
    void hash_microsecondLater_another() {
        assertDiffers(one -> one.at = AT.plusNanos(1_000));
    }

    @Test
    void hash_anyFieldTamperedWith_another() {
        assertDiffers(one -> one.data = "{\"z\":2}");
        assertDiffers(one -> one.actor = "carl");
        assertDiffers(one -> one.type = "reply");
        assertDiffers(one -> one.audience = "roster");
        assertDiffers(one -> one.clock = "PT2M");
        assertDiffers(one -> one.seq = 2);
        assertDiffers(one -> one.exerciseId = UUID.randomUUID());
    }

    @Test
    void event_unknownType_nothingButItsType() {
        JournalEntry entry = entry(head(), new Counted(1, "x"));
        assertThat(entry.event()).isEqualTo(new UnknownEvent("counted"));
        assertThat(entry.people()).isEmpty();
        assertThat(entry.event().describe(new LogContext(EXERCISE, Map.of(), Map.of())).text())
                .isEqualTo("Counted");
    }

    private static void assertDiffers(Consumer<JournalEntry> change) {
        JournalEntry entry = entry(head(), new Counted(1, null));
        assertThat(entry.hashAfter(JournalEntry.GENESIS)).isEqualTo(entry.hash);
        change.accept(entry);
        assertThat(entry.hashAfter(JournalEntry.GENESIS)).isNotEqualTo(entry.hash);
    }

    private static WrittenJournal head() {
        return new WrittenJournal(EXERCISE, AT).at("PT1M");
    }

    private static JournalEntry entry(JournalHead head, JournalEvent event) {
        return new JournalEntry(head, AT, event, "dana", Audience.CONTROL);
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

class JournalEntryTest {

    private static final UUID EXERCISE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final Instant AT = Instant.parse("2027-03-01T09:00:00.5Z");

    @Test
    void hash_firstEntry_sha256OfTheCanonicalTextBehindTheGenesis() {
        JournalEntry entry = entry(head(), "{\"z\":1,\"a\":\"é\"}");
        assertThat(entry.seq).isEqualTo(1);
        assertThat(entry.hash).isEqualTo(sha256("0".repeat(64) + "\n" + """
                {"actor":"dana","at":"2027-03-01T09:00:00.500000Z","audience":"control","clock":"PT1M",\
                "data":{"a":"é","z":1},"exercise":"00000000-0000-4000-8000-000000000001","seq":1,"type":"note"}"""));
    }

    @Test
    void hash_secondEntry_holdsTheOneBefore() {
        WrittenJournal head = head();
        JournalEntry first = entry(head, "{}");
        head.advance(first.seq, first.hash);
        JournalEntry second = entry(head, "{}");
        assertThat(second.seq).isEqualTo(2);
        assertThat(second.hash).isEqualTo(second.hashAfter(first.hash)).isNotEqualTo(second.hashAfter(JournalEntry.GENESIS));
    }

    @Test
    void hash_keysInAnotherOrder_theSame() {
        assertThat(entry(head(), "{\"a\":1,\"b\":{\"d\":2,\"c\":3}}").hash)
                .isEqualTo(entry(head(), "{\"b\":{\"c\":3,\"d\":2},\"a\":1}").hash);
    }

    @Test
    void hash_microsecondLater_another() {
        JournalEntry entry = entry(head(), "{}");
        assertDiffers(entry, one -> one.at = AT.plusNanos(1_000));
    }

    @Test
    void hash_anyFieldTamperedWith_another() {
        assertDiffers(entry(head(), "{\"text\":\"x\"}"), one -> one.data = "{\"text\":\"y\"}");
        assertDiffers(entry(head(), "{}"), one -> one.actor = "carl");
        assertDiffers(entry(head(), "{}"), one -> one.type = "reply");
        assertDiffers(entry(head(), "{}"), one -> one.audience = "roster");
        assertDiffers(entry(head(), "{}"), one -> one.clock = "PT2M");
        assertDiffers(entry(head(), "{}"), one -> one.seq = 2);
        assertDiffers(entry(head(), "{}"), one -> one.exerciseId = UUID.randomUUID());
    }

    /** Rows written before stay as they are, and so does their hash; their readers are spared another exercise's texts. */
    @Test
    void data_earlierEntryOfAnotherExercise_withoutItsTexts() {
        JournalEntry alarm = entry(head(), "{\"defect\":\"D-2345\",\"title\":\"x\",\"owner\":\"pia\"}");
        String hash = alarm.hash;
        alarm.type = "recurrence-alarm";
        assertThat(alarm.data().toString()).isEqualTo("{\"defect\":\"D-2345\"}");
        alarm.type = "note";
        assertThat(alarm.hashAfter(JournalEntry.GENESIS)).isEqualTo(hash);
        JournalEntry held = entry(head(), "{\"reason\":\"Look. Another running exercise uses the same targets; "
                + "wait for its end: orders-db, x-1. And more.\"}");
        held.type = "item-held";
        assertThat(held.data().path("reason").asText()).isEqualTo(
                "Look. Something that this exercise needs is in use. And more.");
    }

    private static void assertDiffers(JournalEntry entry, Consumer<JournalEntry> change) {
        assertThat(entry.hashAfter(JournalEntry.GENESIS)).isEqualTo(entry.hash);
        change.accept(entry);
        assertThat(entry.hashAfter(JournalEntry.GENESIS)).isNotEqualTo(entry.hash);
    }

    private static WrittenJournal head() {
        return new WrittenJournal(EXERCISE, AT).at("PT1M");
    }

    private static JournalEntry entry(JournalHead head, String data) {
        try {
            return new JournalEntry(head, AT, "note", "dana", Audience.CONTROL, (ObjectNode) new ObjectMapper().readTree(data));
        } catch (JsonProcessingException impossible) {
            throw new IllegalArgumentException(data, impossible);
        }
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

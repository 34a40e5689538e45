package dev.blackstart.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

import org.junit.jupiter.api.Test;

class JournalEntryTest {

    private static final UUID EXERCISE = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final RandomGenerator SALTS = new Random(7);
    private static final Instant AT = Instant.parse("2027-03-01T09:00:00.5Z");

    /** Not in the list of events: entries of such a type are read as unknown. */
    record Counted(int z, String a, @Personal List<String> people, @FreeText String text) implements JournalEvent {
        public static final String TYPE = "counted";
    }

    @Test
    void hash_firstEntry_sha256OfTheCanonicalTextBehindTheGenesis() {
        JournalEntry entry = entry(head(), new Counted(1, "é", null, null));
        assertThat(entry.seq).isEqualTo(1);
        assertThat(entry.hash).isEqualTo(sha256("0".repeat(64) + "\n" + """
                {"actor":{"sha256":"%s"},"at":"2027-03-01T09:00:00.500000Z","audience":"control","clock":"PT1M",\
                "data":{"a":"é","z":1},"exercise":"00000000-0000-4000-8000-000000000001","format":2,"seq":1,"type":"counted"}"""
                .formatted(sha256(salt(entry, "actor"), "dana"))));
    }

    @Test
    void hash_secondEntry_holdsTheOneBefore() {
        WrittenJournal head = head();
        JournalEntry first = entry(head, new Counted(1, null, null, null));
        head.advance(first.seq, first.hash);
        JournalEntry second = entry(head, new Counted(1, null, null, null));
        assertThat(second.seq).isEqualTo(2);
        assertThat(second.hash).isEqualTo(second.hashAfter(first.hash)).isNotEqualTo(second.hashAfter(JournalEntry.GENESIS));
    }

    @Test
    void hash_keysInAnotherOrder_theSame() {
        JournalEntry entry = entry(head(), new Counted(1, null, null, null));
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

    /** Nobody guesses a short text or a key from its digest. */
    @Test
    void salts_keysAndTexts_eachItsOwn256Bits() {
        JournalEntry entry = entry(head(), new Counted(1, "é", List.of("pia", "pete"), "She fell."));
        List<String> salts = entry.salts().properties().stream().map(salt -> salt.getValue().asText()).toList();
        assertThat(entry.salts().properties()).extracting(Map.Entry::getKey).containsExactlyInAnyOrder("actor",
                "/people/0", "/people/1", "/text");
        assertThat(salts).doesNotHaveDuplicates().allMatch(salt -> salt.matches("[0-9a-f]{64}"));
        assertDiffers(entry, one -> one.salts = one.salts.replace(salts.get(0), "0".repeat(64)));
        assertDiffers(entry(head(), new Counted(1, "é", List.of("pia", "pete"), "She fell.")),
                one -> one.data = one.data.replace("pete", "noel"));
    }

    @Test
    void erase_person_keysGone_hashHolds() {
        JournalEntry entry = entry(head(), new Counted(1, "é", List.of("pia", "dana for storage"), "She fell."));
        assertThat(entry.erase("carl", Erasure.KEY_AND_TEXTS)).isFalse();
        assertThat(entry.erase("dana", Erasure.KEY)).isTrue();
        assertThat(entry.actor).isEqualTo(Journal.ERASED);
        assertThat(entry.data).isEqualTo("{\"z\":1,\"a\":\"é\",\"people\":[\"pia\",\"erased\"],\"text\":\"She fell.\"}");
        assertThat(entry.salts().path("actor").has("sha256")).isTrue();
        assertThat(entry.hashAfter(JournalEntry.GENESIS)).isEqualTo(entry.hash);
        assertThat(entry.erase("dana", Erasure.KEY)).isFalse();
        assertDiffers(entry, one -> one.actor = "carl");
    }

    @Test
    void erase_withTexts_whatTheyWroteIsGone() {
        JournalEntry entry = entry(head(), new Counted(1, "é", null, "She fell."));
        assertThat(entry.erase("dana", Erasure.KEY_AND_TEXTS)).isTrue();
        assertThat(entry.data).doesNotContain("She fell");
        assertThat(entry.hashAfter(JournalEntry.GENESIS)).isEqualTo(entry.hash);
        assertDiffers(entry, one -> one.data = one.data.replace("erased", "She jumped."));
    }

    @Test
    void erase_personWhoReadIt_nobodyDoes() {
        JournalEntry entry = new JournalEntry(head(), AT, new Counted(1, null, null, null), Journal.PLATFORM,
                Audience.person("pia"), SALTS);
        assertThat(entry.erase("pia", Erasure.KEY)).isTrue();
        assertThat(entry.audience).isEqualTo("person:erased");
        assertThat(entry.hashAfter(JournalEntry.GENESIS)).isEqualTo(entry.hash);
        assertDiffers(entry, one -> one.audience = "roster");
    }

    @Test
    void event_unknownType_nothingButItsType() {
        JournalEntry entry = new JournalEntry();
        entry.type = "counted";
        entry.data = "{\"z\":1}";
        assertThat(entry.event()).isEqualTo(new UnknownEvent("counted"));
        assertThat(entry.people()).isEmpty();
        assertThat(entry.event().describe(new LogContext(EXERCISE, Map.of(), Map.of())).text())
                .isEqualTo("Counted");
    }

    private static void assertDiffers(Consumer<JournalEntry> change) {
        assertDiffers(entry(head(), new Counted(1, null, null, null)), change);
    }

    private static void assertDiffers(JournalEntry entry, Consumer<JournalEntry> change) {
        assertThat(entry.hashAfter(JournalEntry.GENESIS)).isEqualTo(entry.hash);
        change.accept(entry);
        assertThat(entry.hashAfter(JournalEntry.GENESIS)).isNotEqualTo(entry.hash);
    }

    private static WrittenJournal head() {
        return new WrittenJournal(EXERCISE, AT).at("PT1M");
    }

    private static JournalEntry entry(JournalHead head, JournalEvent event) {
        return new JournalEntry(head, AT, event, "dana", Audience.CONTROL, SALTS);
    }

    private static String salt(JournalEntry entry, String name) {
        return entry.salts().path(name).asText();
    }

    private static String sha256(String text) {
        return sha256("", text);
    }

    private static String sha256(String salt, String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(HexFormat.of().parseHex(salt));
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

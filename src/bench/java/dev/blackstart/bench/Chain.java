package dev.blackstart.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.web.Json;

/** Checks a journal's numbers and hashes as its contract says, with no code of the journal. */
final class Chain {

    private final UUID exercise;
    private long seq;
    private String hash = "0".repeat(64);
    private boolean broken;

    Chain(UUID exercise) {
        this.exercise = exercise;
    }

    /** @param row seq, at, clock, type, actor, audience, data, hash, salts; nothing was erased */
    void add(ResultSet row) throws Exception {
        JsonNode salts = Api.JSON.readTree(row.getString(9));
        ObjectNode whole = Api.JSON.createObjectNode().put("format", 2).put("exercise", exercise.toString())
                .put("seq", row.getLong(1))
                .put("at", Json.text(row.getObject(2, OffsetDateTime.class).toInstant())).put("clock", row.getString(3))
                .put("type", row.getString(4)).put("actor", row.getString(5)).put("audience", row.getString(6));
        JsonNode data = Api.JSON.readTree(row.getString(7));
        whole.set("data", data);
        for (Map.Entry<String, JsonNode> salt : salts.properties()) {
            String pointer = salt.getKey().startsWith("/") ? "/data" + salt.getKey() : "/" + salt.getKey();
            salted(whole, JsonPointer.compile(pointer), salt.getValue().asText());
        }
        byte[] text = (hash + "\n" + new JsonCanonicalizer(whole.toString()).getEncodedString())
                .getBytes(StandardCharsets.UTF_8);
        String expected = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        broken |= row.getLong(1) != seq + 1 || !row.getString(8).equals(expected);
        seq = row.getLong(1);
        hash = row.getString(8);
    }

    private static void salted(ObjectNode whole, JsonPointer pointer, String salt) throws Exception {
        JsonNode value = whole.at(pointer);
        String text = value.isTextual() ? value.asText() : new JsonCanonicalizer(value.toString()).getEncodedString();
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        digest.update(HexFormat.of().parseHex(salt));
        String held = HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        JsonNode parent = whole.at(pointer.head());
        ObjectNode put = Api.JSON.createObjectNode().put("sha256", held);
        if (parent instanceof ArrayNode array) {
            array.set(pointer.last().getMatchingIndex(), put);
        } else {
            ((ObjectNode) parent).set(pointer.last().getMatchingProperty(), put);
        }
    }

    /** Whether every link holds and the last one is the head row's. */
    boolean isWhole(Connection database) throws Exception {
        try (PreparedStatement head = database
                .prepareStatement("select journal_seq, journal_hash from exercise where id = ?")) {
            head.setObject(1, exercise);
            ResultSet row = head.executeQuery();
            row.next();
            return !broken && row.getLong(1) == seq && row.getString(2).equals(hash);
        }
    }
}

package dev.blackstart.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.HexFormat;
import java.util.UUID;

import org.erdtman.jcs.JsonCanonicalizer;

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

    /** @param row seq, at, clock, type, actor, audience, data, hash */
    void add(ResultSet row) throws Exception {
        ObjectNode whole = Api.JSON.createObjectNode().put("exercise", exercise.toString()).put("seq", row.getLong(1))
                .put("at", Json.text(row.getObject(2, OffsetDateTime.class).toInstant())).put("clock", row.getString(3))
                .put("type", row.getString(4)).put("actor", row.getString(5)).put("audience", row.getString(6));
        whole.set("data", Api.JSON.readTree(row.getString(7)));
        byte[] text = (hash + "\n" + new JsonCanonicalizer(whole.toString()).getEncodedString())
                .getBytes(StandardCharsets.UTF_8);
        String expected = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        broken |= row.getLong(1) != seq + 1 || !row.getString(8).equals(expected);
        seq = row.getLong(1);
        hash = row.getString(8);
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

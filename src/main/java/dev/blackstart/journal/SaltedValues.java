package dev.blackstart.journal;

import static org.apache.commons.codec.digest.DigestUtils.getSha256Digest;
import static org.apache.commons.codec.digest.DigestUtils.updateDigest;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.random.RandomGenerator;

import org.apache.commons.codec.binary.Hex;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * The values of an entry that its hash holds as {@code {"sha256": SHA-256(salt ‖ value)}} alone: actor, audience of one person,
 * keys of people and texts in the data. A text is hashed as it is, anything else as its canonical JSON. By name of the column
 * or
 * JSON pointer into the data there is either the salt, or for an erased value the digest.
 */
final class SaltedValues {

    static final String ACTOR = "actor";
    static final String AUDIENCE = "audience";

    private static final String DIGEST = "sha256";
    private static final int SALT_BYTES = 32;

    private final ObjectNode salts;

    /** Those of an entry that was written before. */
    SaltedValues(ObjectNode salts) {
        this.salts = salts;
    }

    /** With fresh salts for everything that an event says of people. */
    static SaltedValues of(JournalEvent event, ObjectNode data, Audience audience, RandomGenerator random) {
        SaltedValues fresh = new SaltedValues(JsonNodeFactory.instance.objectNode());
        fresh.salt(ACTOR, random);
        if (audience.isPerson()) {
            fresh.salt(AUDIENCE, random);
        }
        EventShape shape = EventShape.of(event.getClass());
        shape.people(data).keySet().forEach(pointer -> fresh.salt(pointer, random));
        shape.texts(data).keySet().forEach(pointer -> fresh.salt(pointer, random));
        return fresh;
    }

    private void salt(String name, RandomGenerator random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        salts.put(name, HexFormat.of().formatHex(salt));
    }

    String text() {
        return salts.toString();
    }

    boolean has(String name) {
        return salts.path(name).isTextual();
    }

    /** What the canonical text holds of a column. */
    JsonNode column(String name, String value) {
        return salts.has(name) ? held(name, TextNode.valueOf(value)) : TextNode.valueOf(value);
    }

    /** Puts digests into the data, as the canonical text holds it. */
    ObjectNode data(ObjectNode data) {
        for (Map.Entry<String, JsonNode> salted : salts.properties()) {
            if (salted.getKey().startsWith("/")) {
                JsonPointer pointer = JsonPointer.compile(salted.getKey());
                set(data, pointer, held(salted.getKey(), data.at(pointer)));
            }
        }
        return data;
    }

    /** An erased value must look erased, or somebody wrote another in its place. */
    private JsonNode held(String name, JsonNode value) {
        JsonNode salt = salts.get(name);
        if (salt.isTextual()) {
            return digest(salt.asText(), value);
        }
        return isErased(value) ? salt : value;
    }

    private static boolean isErased(JsonNode value) {
        return value.isMissingNode() || value.isNull() || Journal.ERASED.equals(value.asText())
                || Audience.ERASED.text().equals(value.asText());
    }

    private static ObjectNode digest(String salt, JsonNode value) {
        byte[] text = (value.isTextual() ? value.asText() : CanonicalJson.of(value)).getBytes(StandardCharsets.UTF_8);
        return JsonNodeFactory.instance.objectNode().put(DIGEST,
                Hex.encodeHexString(
                        updateDigest(updateDigest(getSha256Digest(), HexFormat.of().parseHex(salt)), text).digest()));
    }

    /** The digest takes the place of a column's salt. */
    void erase(String column, String value) {
        salts.set(column, digest(salts.get(column).asText(), TextNode.valueOf(value)));
    }

    /** The digest takes the place of the salt, and a mark that of the value. */
    void erase(ObjectNode data, String name) {
        JsonPointer pointer = JsonPointer.compile(name);
        JsonNode value = data.at(pointer);
        salts.set(name, digest(salts.get(name).asText(), value));
        set(data, pointer, value.isTextual() ? TextNode.valueOf(Journal.ERASED) : JsonNodeFactory.instance.nullNode());
    }

    private static void set(ObjectNode data, JsonPointer pointer, JsonNode value) {
        JsonNode parent = data.at(pointer.head());
        if (parent instanceof ObjectNode object) {
            object.set(pointer.last().getMatchingProperty(), value);
        } else if (parent instanceof ArrayNode array && array.has(pointer.last().getMatchingIndex())) {
            array.set(pointer.last().getMatchingIndex(), value);
        }
    }
}

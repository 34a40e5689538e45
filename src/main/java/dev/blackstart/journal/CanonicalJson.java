package dev.blackstart.journal;

import java.io.IOException;

import org.erdtman.jcs.JsonCanonicalizer;

import com.fasterxml.jackson.databind.JsonNode;

/** The one text of a JSON value (RFC 8785). */
final class CanonicalJson {

    private CanonicalJson() {
    }

    static String of(JsonNode value) {
        try {
            return value.isContainerNode() ? new JsonCanonicalizer(value.toString()).getEncodedString() : value.toString();
        } catch (IOException impossible) {
            throw new IllegalStateException("a JSON value has no canonical text", impossible);
        }
    }
}

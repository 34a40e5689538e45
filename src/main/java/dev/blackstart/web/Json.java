package dev.blackstart.web;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

import jakarta.inject.Singleton;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.deser.InstantDeserializer;

import io.quarkus.jackson.ObjectMapperCustomizer;

/**
 * How the API reads and writes JSON: instants in UTC with exactly six digits and never as numbers, durations as ISO text,
 * unknown and doubled fields refused, nesting and numbers limited.
 */
@Singleton
public class Json implements ObjectMapperCustomizer {

    /** No body of the API needs more. */
    private static final int DEEPEST = 50;

    /** In characters. */
    private static final int LONGEST_NUMBER = 40;

    private static final DateTimeFormatter MICROS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'")
            .withZone(ZoneOffset.UTC);

    /** ISO 8601 in UTC, to the microsecond. */
    public static String text(Instant instant) {
        return instant == null ? null : MICROS.format(instant);
    }

    @Override
    public int priority() {
        return MINIMUM_PRIORITY;
    }

    @Override
    public void customize(ObjectMapper mapper) {
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION);
        mapper.registerModule(new SimpleModule("blackstart").addSerializer(Instant.class, new Instants())
                .addDeserializer(Instant.class, new InstantTexts())
                .addSerializer(Duration.class, ToStringSerializer.instance));
        mapper.getFactory().setStreamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(DEEPEST)
                .maxNumberLength(LONGEST_NUMBER).build());
    }

    /** A number is refused: whether it counts seconds or milliseconds is a guess, and a wrong one starts an exercise. */
    private static final class InstantTexts extends StdDeserializer<Instant> {
        private static final long serialVersionUID = 1L;

        InstantTexts() {
            super(Instant.class);
        }

        @Override
        public Instant deserialize(JsonParser in, DeserializationContext context) throws IOException {
            if (in.currentToken().isNumeric()
                    || in.currentToken() == JsonToken.VALUE_STRING && in.getText().strip().matches("[-+]?[\\d.]+")) {
                throw InvalidFormatException.from(in, "an instant is no number", in.getText(), Instant.class);
            }
            return InstantDeserializer.INSTANT.deserialize(in, context);
        }
    }

    private static final class Instants extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        Instants() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(text(value));
        }
    }
}

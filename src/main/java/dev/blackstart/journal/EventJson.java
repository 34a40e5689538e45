package dev.blackstart.journal;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

import dev.blackstart.web.Json;

/** Events as JSON: without nulls, instants in UTC to the microsecond, durations as ISO text. */
final class EventJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder().addModule(new JavaTimeModule())
            .addModule(new SimpleModule("journal").addSerializer(Instant.class, new Micros()).addSerializer(Duration.class,
                    ToStringSerializer.instance))
            .defaultPropertyInclusion(
                    JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private EventJson() {
    }

    static ObjectNode write(JournalEvent event) {
        return MAPPER.valueToTree(event);
    }

    static <E extends JournalEvent> E read(String data, Class<E> record) throws JsonProcessingException {
        return MAPPER.readValue(data, record);
    }

    static JsonNode tree(String data) throws JsonProcessingException {
        return MAPPER.readTree(data);
    }

    private static final class Micros extends StdSerializer<Instant> {
        private static final long serialVersionUID = 1L;

        Micros() {
            super(Instant.class);
        }

        @Override
        public void serialize(Instant value, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(Json.text(value));
        }
    }
}

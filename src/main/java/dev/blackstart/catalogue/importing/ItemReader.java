package dev.blackstart.catalogue.importing;

import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import dev.blackstart.catalogue.known.KnownSource;

/** Checks items that are added during conduct by the same schema and rules as those of a plan. */
@ApplicationScoped
public class ItemReader {

    private final KnownSource known;

    ItemReader(KnownSource known) {
        this.known = known;
    }

    /** @param roster role names by person key @param reader person key */
    public ItemReading read(JsonNode item, Map<String, Set<String>> roster, String reader) {
        ArrayNode seats = JsonNodeFactory.instance.arrayNode();
        roster.forEach((person, roles) -> roles.forEach(role -> seats.addObject().put("person", person).put("role", role)));
        return ItemReading.of(item, seats, known.of(reader));
    }
}

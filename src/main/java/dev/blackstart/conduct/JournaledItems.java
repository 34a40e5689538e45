package dev.blackstart.conduct;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournaledRows;

/** The timeline as its journal records it: what became of each item, and what was released. */
@ApplicationScoped
class JournaledItems implements JournaledRows {

    private static final Map<String, ItemState> STATES = Map.of("item-added", ItemState.PENDING, "item-pending",
            ItemState.PENDING, "item-deferred", ItemState.PENDING, "item-held", ItemState.HELD, "item-released",
            ItemState.RELEASED, "item-completed", ItemState.COMPLETED, "item-chosen", ItemState.COMPLETED, "item-missed",
            ItemState.MISSED, "item-skipped", ItemState.SKIPPED, "item-unjudged", ItemState.UNJUDGED);

    @Override
    public Comparison of(UUID exerciseId) {
        return new Recorded(exerciseId);
    }

    private static final class Recorded implements Comparison {

        private final UUID exerciseId;
        private final Map<String, ItemState> states = new LinkedHashMap<>();
        private final Map<String, JsonNode> bodies = new LinkedHashMap<>();

        private Recorded(UUID exerciseId) {
            this.exerciseId = exerciseId;
        }

        @Override
        public void read(JournalEntry entry) {
            ItemState state = STATES.get(entry.type);
            if (state == null) {
                return;
            }
            JsonNode data = entry.data();
            states.put(data.path("item").asText(), state);
            if (data.has("body")) {
                bodies.put(data.path("item").asText(), data.get("body"));
            }
        }

        @Override
        public List<Difference> differences() {
            List<Difference> differences = new ArrayList<>();
            for (TimelineItem item : TimelineItem.of(exerciseId)) {
                ItemState recorded = states.remove(item.key);
                ItemState state = recorded == null ? ItemState.PENDING : recorded;
                if (item.state != state) {
                    differences.add(new Difference("item", item.key, "state", state.key(), item.state.key()));
                }
                JsonNode body = bodies.get(item.key);
                if (body != null && !body.equals(item.source())) {
                    differences.add(new Difference("item", item.key, "text", null, null));
                }
            }
            states.forEach((key, state) -> differences.add(new Difference("item", key, "missing", state.key(), null)));
            return differences;
        }
    }
}

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

    /** A judgement that is withdrawn leaves its item released. */
    private static final String WITHDRAWN = "item-withdrawn";
    private static final String FAILED = "item-failed";
    private static final String SKIPPED_BY_THE_END = "items-skipped";

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
            JsonNode data = entry.data();
            ItemState state = state(entry.type, data);
            if (entry.type.equals(SKIPPED_BY_THE_END)) {
                data.path("items").forEach(item -> states.put(item.asText(), ItemState.SKIPPED));
            }
            if (state == null) {
                return;
            }
            states.put(data.path("item").asText(), state);
            if (data.has("body")) {
                bodies.put(data.path("item").asText(), data.get("body"));
            }
        }

        private static ItemState state(String type, JsonNode data) {
            return switch (type) {
                case WITHDRAWN -> ItemState.RELEASED;
                case FAILED -> data.path("step").asText().equals(FailedStep.RELEASE.key()) ? ItemState.HELD : null;
                default -> STATES.get(type);
            };
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

package dev.blackstart.conduct;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.conduct.ItemChange.ItemChosen;
import dev.blackstart.conduct.ItemChange.ItemCompleted;
import dev.blackstart.conduct.ItemChange.ItemDeferred;
import dev.blackstart.conduct.ItemChange.ItemHeld;
import dev.blackstart.conduct.ItemChange.ItemMissed;
import dev.blackstart.conduct.ItemChange.ItemResumed;
import dev.blackstart.conduct.ItemChange.ItemSkipped;
import dev.blackstart.conduct.ItemChange.ItemUnjudged;
import dev.blackstart.conduct.ItemEvent.ItemAdded;
import dev.blackstart.conduct.ItemEvent.ItemFailed;
import dev.blackstart.conduct.ItemEvent.ItemReleased;
import dev.blackstart.conduct.ItemEvent.ItemsSkipped;
import dev.blackstart.conduct.ItemEvent.JudgementWithdrawn;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournaledRows;

/** The timeline as its journal records it: what became of each item, and what was released. */
@ApplicationScoped
class JournaledItems implements JournaledRows {

    /** A judgement that is withdrawn leaves its item released. */
    private static final Map<Class<? extends ItemEvent>, ItemState> STATES = Map.ofEntries(
            Map.entry(ItemAdded.class, ItemState.PENDING), Map.entry(ItemResumed.class, ItemState.PENDING),
            Map.entry(ItemDeferred.class, ItemState.PENDING), Map.entry(ItemHeld.class, ItemState.HELD),
            Map.entry(ItemReleased.class, ItemState.RELEASED), Map.entry(JudgementWithdrawn.class, ItemState.RELEASED),
            Map.entry(ItemCompleted.class, ItemState.COMPLETED), Map.entry(ItemChosen.class, ItemState.COMPLETED),
            Map.entry(ItemMissed.class, ItemState.MISSED), Map.entry(ItemSkipped.class, ItemState.SKIPPED),
            Map.entry(ItemUnjudged.class, ItemState.UNJUDGED));

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
            if (entry.event() instanceof ItemsSkipped skipped) {
                skipped.items().forEach(item -> states.put(item, ItemState.SKIPPED));
            } else if (entry.event() instanceof ItemEvent event && state(event) != null) {
                states.put(event.item(), state(event));
                if (event.body() != null) {
                    bodies.put(event.item(), event.body());
                }
            }
        }

        private static ItemState state(ItemEvent event) {
            return event instanceof ItemFailed failed && failed.inRelease() ? ItemState.HELD : STATES.get(event.getClass());
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

package dev.blackstart.drills;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournaledRows;

/** Faults as their journal records them: how far each has come, and what its drill showed. */
@ApplicationScoped
class JournaledFaults implements JournaledRows {

    private static final Map<String, FaultState> STATES = Map.of("drill-armed", FaultState.ARMED, "fault-injected",
            FaultState.INJECTED, "fault-reverting", FaultState.REVERTING, "fault-reverted", FaultState.REVERTED,
            "fault-revert-failed", FaultState.FAILED);

    private static final String RESULT = "drill-result";

    @Override
    public Comparison of(UUID exerciseId) {
        return new Recorded(exerciseId);
    }

    private static final class Recorded implements Comparison {

        private final UUID exerciseId;
        private final Map<String, FaultState> states = new LinkedHashMap<>();
        private final Map<String, String> results = new LinkedHashMap<>();

        private Recorded(UUID exerciseId) {
            this.exerciseId = exerciseId;
        }

        @Override
        public void read(JournalEntry entry) {
            FaultState state = STATES.get(entry.type);
            if (state != null) {
                states.put(entry.data().path("drill").asText(), state);
            } else if (entry.type.equals(RESULT)) {
                results.put(entry.data().path("drill").asText(), entry.data().path("result").asText());
            }
        }

        @Override
        public List<Difference> differences() {
            List<Difference> differences = new ArrayList<>();
            for (Drill drill : Drill.of(exerciseId)) {
                FaultState recorded = states.remove(drill.key);
                FaultState state = recorded == null ? FaultState.PLANNED : recorded;
                if (drill.state != state) {
                    differences.add(new Difference("fault", drill.key, "state", state.key(), drill.state.key()));
                }
                String result = drill.result == null ? null : drill.result.key();
                if (!Objects.equals(results.get(drill.key), result)) {
                    differences.add(new Difference("fault", drill.key, "result", results.get(drill.key), result));
                }
            }
            states.forEach((key, state) -> differences.add(new Difference("fault", key, "missing", state.key(), null)));
            return differences;
        }
    }
}

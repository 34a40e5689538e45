package dev.blackstart.drills;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.drills.FaultEvent.DrillArmed;
import dev.blackstart.drills.FaultEvent.FaultHandedOver;
import dev.blackstart.drills.FaultEvent.FaultInjected;
import dev.blackstart.drills.FaultEvent.FaultRevertFailed;
import dev.blackstart.drills.FaultEvent.FaultRevertStarted;
import dev.blackstart.drills.FaultEvent.FaultReverted;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.JournaledRows;

/** Faults as their journal records them: how far each has come, and what its drill showed. */
@ApplicationScoped
class JournaledFaults implements JournaledRows {

    private static final Map<Class<? extends JournalEvent>, FaultState> STATES = Map.of(DrillArmed.class, FaultState.ARMED,
            FaultInjected.class, FaultState.INJECTED, FaultRevertStarted.class, FaultState.REVERTING, FaultReverted.class,
            FaultState.REVERTED, FaultRevertFailed.class, FaultState.FAILED, FaultHandedOver.class, FaultState.HANDED_OVER);

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
            if (entry.event() instanceof FaultEvent fault && STATES.containsKey(fault.getClass())) {
                states.put(fault.drill(), STATES.get(fault.getClass()));
            } else if (entry.event() instanceof DrillJudged judged) {
                results.put(judged.drill(), judged.result());
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

package dev.blackstart.evidence;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.blackstart.conduct.ExerciseEvent.GateEvaluated;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.journal.JournalEntry;

/** The checks of the STARTEX gate as the journal has them. */
final class GateTable {

    private GateTable() {
    }

    /** Null for an exercise that was started before the journal recorded them. In a transaction. */
    static EvidenceTable of(Exercise exercise) {
        JournalEntry entry = JournalEntry.<JournalEntry> find("exerciseId = ?1 and type = ?2 order by exerciseId, seq desc",
                exercise.id, GateEvaluated.TYPE).firstResult();
        return entry == null || !entry.is(GateEvaluated.class) ? null : of(exercise, entry.as(GateEvaluated.class));
    }

    private static EvidenceTable of(Exercise exercise, GateEvaluated gate) {
        Map<String, String> results = new TreeMap<>();
        put(results, gate.passed(), "pass");
        put(results, gate.failed(), "fail");
        put(results, gate.notApplicable(), "not-applicable");
        EvidenceTable table = EvidenceTable.of("check", "result", "overridden", "advice");
        for (GateKey key : GateKey.values()) {
            if (results.containsKey(key.key())) {
                table.row(key.key(), results.get(key.key()), exercise.overrode(key), advice(gate.advice(), key.key() + ": "));
            }
        }
        return table;
    }

    private static void put(Map<String, String> results, List<String> checks, String result) {
        checks.forEach(check -> results.put(check, result));
    }

    private static String advice(String advice, String prefix) {
        return advice == null ? null
                : advice.lines().filter(line -> line.startsWith(prefix)).map(line -> line.substring(prefix.length()))
                        .findFirst().orElse(null);
    }
}

package dev.blackstart.exercise.gate;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;

/** The STARTEX gate: every check, in one order. */
@ApplicationScoped
public class Gate {

    private final Map<GateKey, GateCheck> checks = new EnumMap<>(GateKey.class);

    Gate(Instance<GateCheck> found) {
        found.forEach(check -> checks.put(check.key(), check));
    }

    /** Call it before a transaction that looks: a check may ask the outside world. */
    public void prepare(UUID exercise) {
        checks.values().forEach(check -> check.prepare(exercise));
    }

    /** A rehearsal needs none. */
    public List<Checked> look(Exercise exercise) {
        OverrideRule rule = OverrideRule.of(exercise.plan());
        return Arrays.stream(GateKey.values())
                .map(key -> new Checked(key, rule.applied(key, look(exercise, key, GateCheck::check)))).toList();
    }

    /** What stands in the way of a fault right now, beside what the director overrode; empty when nothing does. */
    public List<Checked> lookBeforeFault(Exercise exercise, String drillKey) {
        PlanDocument.Drill drill = exercise.plan().drill(drillKey).orElseThrow();
        return Arrays.stream(GateKey.values()).filter(key -> key.safety && !exercise.overrode(key))
                .map(key -> new Checked(key, look(exercise, key, (check, of) -> check.checkBeforeFault(of, drill))))
                .filter(Checked::failed)
                .toList();
    }

    private GateCheck.Answer look(Exercise exercise, GateKey key, BiFunction<GateCheck, Exercise, GateCheck.Answer> ask) {
        GateCheck check = checks.get(key);
        return check == null || exercise.isRehearsal() ? GateCheck.Answer.NOT_APPLICABLE : ask.apply(check, exercise);
    }

    /** One check and its answer. */
    public record Checked(GateKey key, GateCheck.Answer answer) {

        public boolean failed() {
            return answer.result() == GateCheck.Result.FAIL;
        }
    }
}

package dev.blackstart.drills.lever;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.gate.GateCheck;

/** While the safety lever is pulled no fault begins, whatever the reason. */
@ApplicationScoped
class LeverCheck implements GateCheck {

    @Override
    public GateKey key() {
        return GateKey.LEVER;
    }

    @Override
    public Answer check(Exercise exercise) {
        if (exercise.plan().drills().isEmpty()) {
            return Answer.NOT_APPLICABLE;
        }
        SafetyLever lever = SafetyLever.now();
        return lever == null || !lever.pulled ? Answer.PASS
                : Answer.forbid("The safety lever is pulled (%s: %s); release the safety lever first."
                        .formatted(lever.movedBy, lever.reason));
    }
}

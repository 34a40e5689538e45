package dev.blackstart.drills.check;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.drills.AttemptState;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.DriverAction;
import dev.blackstart.drills.FaultAttempt;
import dev.blackstart.drills.FaultState;
import dev.blackstart.exercise.CloseCheck;
import dev.blackstart.exercise.Exercise;

/** Nothing closes while something may still be broken out there. */
@ApplicationScoped
class FaultsCheck implements CloseCheck {

    @Override
    public String key() {
        return "faults";
    }

    @Override
    public List<String> open(Exercise exercise) {
        return Drill.of(exercise.id).stream().map(FaultsCheck::missing).flatMap(Optional::stream).toList();
    }

    @Override
    public String words() {
        return "Confirm the reverts";
    }

    @Override
    public String href(Exercise exercise) {
        return "/exercises/" + exercise.id + "/control-room#active";
    }

    private static Optional<String> missing(Drill drill) {
        if (drill.state.isActive()) {
            return Optional.of("Confirm that " + drill.key + " is reverted; it is " + drill.state.key() + ".");
        }
        if (drill.state != FaultState.REVERTED) {
            return Optional.empty();
        }
        if (FaultAttempt.isAny(drill.id, DriverAction.REVERT_AGAIN, AttemptState.REQUESTED)) {
            return Optional.of("Wait for the second revert of " + drill.key
                    + ": its injection had an unknown outcome and might still take effect.");
        }
        return !drill.isUnverified() ? Optional.empty()
                : Optional.of("Look whether " + drill.key + " is reverted, and confirm it; nobody has verified it.");
    }
}

package dev.blackstart.drills;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

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
        return Drill.of(exercise.id).stream().filter(drill -> drill.state.isActive())
                .map(drill -> "Confirm that " + drill.key + " is reverted; it is " + drill.state.key() + ".").toList();
    }

    @Override
    public String words() {
        return "Confirm the reverts";
    }

    @Override
    public String href(Exercise exercise) {
        return "/exercises/" + exercise.id + "/control-room#active";
    }
}

package dev.blackstart.exercise.gate;

import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.Targets;
import dev.blackstart.people.system.Incident;

/** Whoever fights a real incident needs their systems, and their people, for it. */
@ApplicationScoped
class IncidentCheck implements GateCheck {

    @Override
    public GateKey key() {
        return GateKey.INCIDENT;
    }

    @Override
    public Answer check(Exercise exercise) {
        Set<String> targets = Targets.of(exercise.plan());
        List<String> open = Incident.open().stream().filter(incident -> incident.concerns(targets))
                .map(incident -> incident.title).toList();
        return open.isEmpty() ? Answer.PASS
                : Answer.forbid("Wait until the real incident is over and closed in the directory: " + String.join("; ", open)
                        + ".");
    }
}

package dev.blackstart.exercise.concern;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.gate.GateCheck;
import dev.blackstart.web.Texts;

/** Every concern about the plan is answered by an approver first. */
@ApplicationScoped
class ConcernsCheck implements GateCheck {

    @Override
    public GateKey key() {
        return GateKey.CONCERNS;
    }

    @Override
    public Answer check(Exercise exercise) {
        long open = PlanConcern.open(exercise.planKey);
        List<String> approvers = exercise.plan().approvers();
        return open == 0 ? Answer.PASS
                : Answer.fail(
                        "Ask %s to answer %s.".formatted(approvers.isEmpty() ? "an approver" : String.join(" or ", approvers),
                                Texts.count((int) open, "concern")));
    }
}

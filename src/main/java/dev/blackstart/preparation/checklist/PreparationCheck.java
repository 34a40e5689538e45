package dev.blackstart.preparation.checklist;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.gate.GateCheck;
import dev.blackstart.web.Texts;

/** What the plan does not want to start without is done. */
@ApplicationScoped
class PreparationCheck implements GateCheck {

    private static final int NAMED = 5;

    @Override
    public GateKey key() {
        return GateKey.PREPARATION;
    }

    @Override
    public Answer check(Exercise exercise) {
        List<PreparationItem> blocking = PreparationItem.needed(exercise.id).stream().filter(item -> item.blocking).toList();
        if (blocking.isEmpty()) {
            return exercise.plan().preparation().stream().noneMatch(planned -> planned.blocking()) ? Answer.NOT_APPLICABLE
                    : Answer.fail(
                            "Teams have not been asked to prepare yet: their items are made when it is scheduled or moved.");
        }
        List<PreparationItem> open = blocking.stream().filter(item -> item.state.isToDo()).toList();
        if (!open.isEmpty()) {
            String named = String.join("; ", open.stream().limit(NAMED).map(item -> item.team + ": " + item.title).toList());
            return Answer.fail(
                    "%d of %s not done: %s%s.".formatted(open.size(), Texts.count(blocking.size(), "blocking item"), named,
                            open.size() > NAMED ? "; …" : ""));
        }
        long unseen = blocking.stream().filter(item -> item.state == PreparationState.DONE).count();
        return unseen == 0 ? Answer.PASS
                : new Answer(Result.PASS, "Nobody has verified %d of %s yet.".formatted(unseen,
                        Texts.count(blocking.size(), "blocking item")),
                        true);
    }
}

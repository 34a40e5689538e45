package dev.blackstart.followup;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.CloseCheck;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.defect.Defect;

/** Every open defect has an action, or somebody answers for its risk. A rehearsal's go on without. */
@ApplicationScoped
class DefectsAnswered implements CloseCheck {

    private final Clock clock;

    DefectsAnswered(Clock clock) {
        this.clock = clock;
    }

    @Override
    public String key() {
        return "defects";
    }

    /** By reference alone: a defect of another exercise may be hidden from whoever closes this one. */
    @Override
    public List<String> open(Exercise exercise) {
        Instant now = clock.instant();
        return exercise.isRehearsal() ? List.of()
                : Defect.of(exercise.id).stream().filter(defect -> defect.isOpen(now) && !hasAction(defect))
                        .map(defect -> "Give %s an action, or accept its risk.".formatted(defect.reference)).toList();
    }

    private static boolean hasAction(Defect defect) {
        return ActionItem.of(defect.id).stream().anyMatch(action -> action.state != ActionItem.State.DROPPED);
    }

    @Override
    public String words() {
        return "Assign actions to the defects, or accept their risks";
    }

    @Override
    public String href(Exercise exercise) {
        return "/defects";
    }
}

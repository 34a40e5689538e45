package dev.blackstart.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.blackstart.catalogue.Body;

/** Whatever is asked, told or handed over needs somebody who is there then. */
final class AddresseeCheck {

    private static final String KIND = "nobody-there";

    private AddresseeCheck() {
    }

    static List<PlanIssue> look(RehearsalRun it) {
        List<PlanIssue> flaws = new ArrayList<>();
        for (RehearsalStep step : it.steps()) {
            if (step.body() instanceof Body.Handover handover) {
                handOver(it, step, handover, flaws);
            } else if (!step.body().audience().isEmpty()) {
                asked(it, step, flaws);
            }
        }
        return flaws;
    }

    private static void asked(RehearsalRun it, RehearsalStep step, List<PlanIssue> flaws) {
        List<String> keys = step.body().audience();
        String whom = String.join(", ", keys);
        boolean message = step.body() instanceof Body.Message;
        String nobody = message ? "Nobody received it: " : "Nobody can do it: ";
        Set<String> meant = it.cast().meant(keys);
        Set<String> there = it.cast().inPlay(meant);
        Long position = it.forecast().earliest(step);
        if (meant.isEmpty()) {
            flaws.add(it.flaw(KIND, step, nobody + "no person of " + whom + " is on the roster.",
                    "Seat somebody of " + whom + " on the roster, or address it to somebody who plays."));
        } else if (there.isEmpty()) {
            flaws.add(it.flaw(KIND, step, nobody + String.join(", ", meant) + " is out of play.",
                    "Address it to somebody else, or take them off `outOfPlay`."));
        } else if (position != null && there.stream().noneMatch(person -> it.cast().isOnDuty(person, position))) {
            flaws.add(it.flaw(KIND, step,
                    nobody + String.join(", ", there) + " is not on duty at " + RehearsalRun.clock(position) + ".",
                    "Move the item into their shift, or seat somebody for that time."));
        }
    }

    private static void handOver(RehearsalRun it, RehearsalStep step, Body.Handover handover, List<PlanIssue> flaws) {
        Long position = it.forecast().earliest(step);
        // after it was released the seat has ended: that is what it was for
        if (position != null && !step.wasReleased() && !it.cast().isOnDuty(handover.from(), position)) {
            flaws.add(it.flaw(KIND, step, handover.from() + " holds no role at " + RehearsalRun.clock(position)
                    + ", so nothing passes on.", "Name the person who is on duty then, or seat them."));
        }
    }
}

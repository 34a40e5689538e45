package dev.blackstart.conduct.controlroom;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.Body;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.conduct.transition.Closing;
import dev.blackstart.conduct.transition.ExerciseTransitions;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.FaultState;
import dev.blackstart.drills.Faults;
import dev.blackstart.drills.view.FaultFacts;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Exercise.Outcome;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.gate.Gate;
import dev.blackstart.exercise.page.ExerciseView;
import dev.blackstart.exercise.page.Question;
import dev.blackstart.exercise.page.Question.Line;
import dev.blackstart.problem.TextLimits;

/**
 * What is asked before something dangerous is done to an exercise from one of its pages; null where nothing has to be asked.
 */
@ApplicationScoped
public class Questions {

    private final Faults faults;
    private final FaultFacts facts;
    private final Gate gate;
    private final Closing closing;
    private final Clock clock;

    Questions(Faults faults, FaultFacts facts, Gate gate, Closing closing, Clock clock) {
        this.faults = faults;
        this.facts = facts;
        this.gate = gate;
        this.closing = closing;
        this.clock = clock;
    }

    /** Nothing is asked for what would be refused, or change nothing. */
    public Question beforeMove(Exercise exercise, ExerciseTransitions.Wish wish, ExerciseAccess by) {
        return switch (wish.to()) {
            case ENDED -> exercise.state.isLive() ? end(exercise, wish.outcome()) : null;
            case RUNNING -> exercise.state == ExerciseState.PAUSED ? resume(exercise, wish) : start(exercise, wish, by);
            case CLOSED -> exercise.state == ExerciseState.ENDED ? close(exercise) : null;
            case CANCELLED -> exercise.state.isBeforeStart() ? cancel(exercise) : null;
            case DRAFT, SCHEDULED, PAUSED -> null;
        };
    }

    /** An item that arms a fault as soon as it is released, or that a controller says has been injected or reverted. */
    Question beforeItem(Exercise exercise, TimelineItem item, String to) {
        if (item != null && item.body() instanceof Body.Revert revert && "completed".equals(to)
                && item.state == ItemState.RELEASED) {
            return beforeFault(exercise, revert.drill(), "reverted");
        }
        if (item == null || !(item.body() instanceof Body.Drill drill) || to == null) {
            return null;
        }
        boolean waits = item.state == ItemState.PENDING || item.state == ItemState.HELD;
        return switch (to) {
            case "released" -> waits && exercise.state == ExerciseState.RUNNING ? arm(exercise, drill.drill(),
                    "Arm the fault “%s”?", "Release and arm the fault", "Releasing this item arms the fault now.") : null;
            case "pending" -> item.state == ItemState.HELD ? arm(exercise, drill.drill(), "Let “%s” be armed when it is due?",
                    "Arm it when due",
                    "The fault is armed when the item is due; if it is overdue, at once.") : null;
            case "completed" -> item.state == ItemState.RELEASED ? beforeFault(exercise, drill.drill(), "injected") : null;
            default -> null;
        };
    }

    /** A controller says that a fault was injected or reverted by hand. */
    Question beforeFault(Exercise exercise, String drillKey, String to) {
        Drill drill = Drill.of(exercise.id, drillKey);
        if (drill != null && drill.state == FaultState.ARMED && "injected".equals(to)) {
            return arm(exercise, drillKey, "Is the fault “%s” injected?", "Confirm injected",
                    "Confirm only what was done: from now on the fault counts as active.");
        }
        if (drill != null && FaultState.TO_REVERT.contains(drill.state) && "reverted".equals(to)
                && faults.isRevertedByDriver(exercise, drill)) {
            return Question.of("Revert the fault “%s” now?".formatted(drill.title), "Revert now", room(exercise))
                    .says("The platform reverts it, whatever the timeline says.")
                    .facts(null, facts.ofRevert(exercise, drillKey));
        }
        if (drill != null && (drill.state.isActive() || drill.isUnverified()) && "reverted".equals(to)) {
            return Question.of("Is the fault “%s” reverted?".formatted(drill.title), "Confirm revert", room(exercise))
                    .says("Confirm only after the target was checked: it works as it did before the fault.",
                            "This cannot be undone.")
                    .facts(null, facts.ofRevert(exercise, drillKey));
        }
        return null;
    }

    private Question arm(Exercise exercise, String drillKey, String title, String verb, String what) {
        Drill drill = Drill.of(exercise.id, drillKey);
        long others = active(exercise) - (drill != null && drill.state.isActive() ? 1 : 0);
        return Question.of(title.formatted(exercise.plan().title(drillKey)), verb, room(exercise))
                .says(what, exercise.isRehearsal() ? "Rehearsal: nothing is touched." : null,
                        others == 0 ? "No other fault is active."
                                : Question.count(others, "other fault is", "other faults are") + " active.")
                .facts(null, facts.of(exercise, drillKey));
    }

    private static Question end(Exercise exercise, Outcome outcome) {
        boolean abort = outcome == Outcome.ABORTED;
        return Question.of(abort ? "Abort the exercise?" : "End the exercise?", abort ? "Abort" : "End the exercise",
                room(exercise))
                .says("Reverts " + Question.count(active(exercise), "fault") + ", notifies "
                        + Question.count(people(exercise), "person", "people") + " and ends the exercise as "
                        + (abort ? "aborted." : "completed."), "It cannot be resumed.")
                .lines("Faults to revert", faults(exercise, FaultState.ACTIVE));
    }

    private static Question resume(Exercise exercise, ExerciseTransitions.Wish wish) {
        if (exercise.pauseReason.isNoDuff()) {
            return leaveNoDuff(exercise);
        }
        List<Line> overdue = wish.catchUp() == Exercise.CatchUp.RELEASE ? overdueFaults(exercise) : List.of();
        return overdue.isEmpty() ? null
                : Question.of("Release what is overdue?", "Resume and arm the faults", room(exercise))
                        .says("This arms " + Question.count(overdue.size(), "fault") + " at once.")
                        .lines("Overdue faults", overdue);
    }

    private static Question leaveNoDuff(Exercise exercise) {
        List<Line> reverting = faults(exercise, Set.of(FaultState.REVERTING, FaultState.FAILED));
        return Question.of("Is the real emergency over?", "Leave NO DUFF and resume", room(exercise))
                .says("Resumes the clock, the releases and the calls for " + Question.count(people(exercise), "person",
                        "people") + ". Resume only when the real emergency no longer needs them.",
                        reverting.isEmpty() ? "No fault is being reverted."
                                : Question.count(reverting.size(), "fault is", "faults are") + " still being reverted.")
                .lines("Still being reverted", reverting)
                .lines("Still active", faults(exercise, FaultState.TO_REVERT));
    }

    /** Nobody is asked about a start that is refused anyway. */
    private Question start(Exercise exercise, ExerciseTransitions.Wish wish, ExerciseAccess by) {
        if (exercise.state != ExerciseState.SCHEDULED) {
            return null;
        }
        Instant planned = ExerciseView.of(exercise, by, clock.instant()).startsAt();
        GateBoard board = GateBoard.of(exercise, gate, GateBoard.OffPlan.of(exercise, planned, clock.instant()));
        String reason = TextLimits.atMost(TextLimits.REASON, "override", wish.override());
        if (!board.isPassing() && (board.forbidden() || reason == null || reason.isBlank())) {
            return null;
        }
        return Question.of("Start the exercise?", "Start", page(exercise))
                .says(board.offPlan() == null ? null : board.offPlan().inWords(),
                        "Starts the clock and notifies " + Question.count(board.people(), "person", "people") + " now.",
                        board.isPassing() ? null
                                : Question.count(board.failing(), "check fails", "checks fail") + "; your reason: “" + reason
                                        + "”. It is journaled, and the report shows it.")
                .lines("Failed checks", board.failed().stream()
                        .map(check -> new Line(check.words() + ": " + check.advice(), check.href())).toList());
    }

    /** What is left to do, with the page where it is done; what nobody judged may be marked, all at once. */
    private Question close(Exercise exercise) {
        List<Closing.Step> left = closing.steps(exercise).stream().filter(step -> !step.isDone()).toList();
        boolean blocked = left.stream().anyMatch(step -> !step.judgement() && !step.waivable());
        boolean waived = left.stream().anyMatch(Closing.Step::waivable);
        Question question = Question.of("Close the exercise?", blocked ? null : "Close the exercise", page(exercise))
                .says("Closes the record. Findings, notes and judgements are no longer accepted. It cannot be opened again.",
                        left.isEmpty() ? "Nothing is left to do." : null)
                .lines(blocked ? "To be done first" : "Left to do", lines(left, false))
                .lines("Not judged yet", lines(left, true));
        if (!blocked && waived) {
            question = question.asks(new Question.Input("reason", "Why it closes without a published report",
                    "Left to do: publish the report of its review. The reason is journaled.", true, null));
        }
        return blocked || left.stream().noneMatch(Closing.Step::judgement) ? question
                : question.chooses(new Question.Choice("rest", "not-exercised", "Mark the rest as not exercised",
                        "Expectations are skipped, drills get the result inconclusive, objectives the rating not exercised. "
                                + "It is journaled under your name."));
    }

    private static List<Line> lines(List<Closing.Step> left, boolean judgement) {
        return left.stream().filter(step -> step.judgement() == judgement)
                .map(step -> new Line(step.words() + ": " + step.count() + " left", step.href())).toList();
    }

    private static Question cancel(Exercise exercise) {
        return Question.of("Cancel the exercise?", "Cancel the exercise", page(exercise))
                .says("The exercise does not take place. It cannot be scheduled again.");
    }

    private static List<Line> overdueFaults(Exercise exercise) {
        return TimelineItem.of(exercise.id).stream()
                .filter(item -> item.state == ItemState.PENDING && item.dueClock != null && exercise.outageUntil != null
                        && item.dueClock <= exercise.outageUntil && item.body() instanceof Body.Drill)
                .map(item -> new Line(item.body().inWords(exercise.plan()),
                        "/exercises/" + exercise.id + "/timeline/" + item.key))
                .toList();
    }

    private static List<Line> faults(Exercise exercise, Set<FaultState> states) {
        return Drill.of(exercise.id).stream().filter(drill -> states.contains(drill.state))
                .map(drill -> new Line(drill.title + ", " + drill.state.key().replace('-', ' '), null)).toList();
    }

    private static long active(Exercise exercise) {
        return Drill.of(exercise.id).stream().filter(drill -> drill.state.isActive()).count();
    }

    private static long people(Exercise exercise) {
        return RosterEntry.of(exercise.id).stream().map(entry -> entry.person).distinct().count();
    }

    private static String room(Exercise exercise) {
        return page(exercise) + "/control-room";
    }

    private static String page(Exercise exercise) {
        return "/exercises/" + exercise.id;
    }
}

package dev.blackstart.conduct.confirmation;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.Body;
import dev.blackstart.conduct.EnumParameter;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.conduct.item.FaultConfirmations;
import dev.blackstart.conduct.item.ItemActions;
import dev.blackstart.conduct.transition.ExerciseTransitions;
import dev.blackstart.drills.FaultState;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Exercise.CatchUp;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.exercise.confirmation.TwoPersonAct;
import dev.blackstart.exercise.confirmation.TwoPersonRule;
import dev.blackstart.exercise.confirmation.TwoPersonRule.Pending;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.Problem;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.TemplateExtension;

/** The second person's confirmation: what the first one asked for happens, in their name. */
@ApplicationScoped
public class Confirmations {

    private final Clock clock;
    private final TwoPersonRule rule;
    private final Visibility visibility;
    private final ExerciseTransitions transitions;
    private final ItemActions items;
    private final FaultConfirmations faults;

    Confirmations(Clock clock, TwoPersonRule rule, Visibility visibility, ExerciseTransitions transitions, ItemActions items,
            FaultConfirmations faults) {
        this.clock = clock;
        this.rule = rule;
        this.visibility = visibility;
        this.transitions = transitions;
        this.items = items;
        this.faults = faults;
    }

    /** @param done false while the other person is missing @param until when it is too late for them; null where it is done */
    public record Result(TwoPersonAct act, boolean done, Instant until) {
    }

    /** @throws Problem 403, 409 or 422; also where what was asked for is refused now */
    public Result confirm(UUID id, String of, ExerciseAccess by) {
        Instant at = clock.instant();
        TwoPersonAct act = QuarkusTransaction.requiringNew().call(() -> TwoPersonAct.of(Exercise.findById(id), of));
        Pending asked = QuarkusTransaction.requiringNew().call(() -> rule.confirm(Exercise.lock(id), act, by.viewer(), at));
        if (asked == null) {
            return new Result(act, false, at.plus(TwoPersonRule.WITHIN));
        }
        perform(id, asked);
        return new Result(act, true, null);
    }

    private void perform(UUID id, Pending asked) {
        ExerciseAccess requester = QuarkusTransaction.requiringNew().call(() -> visibility.sight(id, asked.requester()));
        if (requester == null) {
            throw Problem.conflict("Whoever asked for this is no longer part of the exercise; ask for it again.");
        }
        switch (asked.act().kind()) {
            case START -> transitions.move(id, wish(asked.reason(), null), requester);
            case RESUME -> transitions.move(id, wish(null, asked.catchUp()), requester);
            case INJECTION -> items.move(id, item(id, asked.act().key()),
                    new ItemActions.Wish("released", null, null, asked.reason()), requester);
            case HAND_OVER -> faults.confirm(id, asked.act().drill(), FaultState.HANDED_OVER.key(), asked.reason(), requester);
        }
    }

    private static ExerciseTransitions.Wish wish(String override, String catchUp) {
        return new ExerciseTransitions.Wish(ExerciseState.RUNNING, null, null, override,
                EnumParameter.of("catchUp", CatchUp.class, catchUp));
    }

    /** The item of the timeline that injects a drill's fault and was not released yet. */
    private static String item(UUID id, String drill) {
        return QuarkusTransaction.requiringNew().call(() -> TimelineItem.of(id).stream()
                .filter(item -> item.releasedAt == null && item.body() instanceof Body.Drill body && body.drill().equals(drill))
                .map(item -> item.key).findFirst()
                .orElseThrow(() -> Problem.conflict("No item of the timeline injects this fault any more.")));
    }

    /**
     * As pages show it. @param of start, resume, the key of a drill, or hand-over: and the key of a drill @param by name of
     * whoever asked for it
     */
    public record Shown(String of, String words, String by, String reason, Instant until, String zone) {
    }

    /** Lets a page ask what waits. */
    @TemplateExtension(namespace = "confirmation")
    static final class OfExercise {

        private OfExercise() {
        }

        static List<Shown> pending(UUID id) {
            Exercise exercise = Exercise.findById(id);
            List<Pending> pending = Arc.container().instance(Confirmations.class).get().pending(exercise);
            Map<String, String> names = pending.isEmpty() ? Map.of()
                    : Arc.container().instance(Directory.class).get().names(pending.stream().map(Pending::requester).toList());
            return pending.stream().map(one -> new Shown(one.act().key(), one.act().words(exercise),
                    names.get(one.requester()), one.reason(), one.until(), exercise.zone)).toList();
        }
    }

    /** What waits for its second person, oldest first. */
    public List<Pending> pending(Exercise exercise) {
        return rule.pending(exercise, clock.instant());
    }
}

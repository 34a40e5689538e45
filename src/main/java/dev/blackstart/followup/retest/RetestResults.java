package dev.blackstart.followup.retest;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;

import dev.blackstart.calling.tree.Activation;
import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.conduct.ExpectationJudged;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.DrillResult;
import dev.blackstart.drills.DrillResults;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Exercise.Outcome;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseReferences;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.followup.action.ActionEvent.ActionReopened;
import dev.blackstart.followup.action.ActionEvent.ActionVerified;
import dev.blackstart.followup.action.ActionItem;
import dev.blackstart.followup.action.Actions;
import dev.blackstart.followup.action.FollowupJournal;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.defect.DefectEvent.DefectReopened;
import dev.blackstart.followup.defect.DefectEvent.DefectVerified;
import dev.blackstart.followup.defect.DefectNames;
import dev.blackstart.followup.triage.Defects;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.IllegalTransition;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/**
 * Results of drills, and what they prove. Defects feel a result when the exercise that brought it is over: until then a player
 * who owns an action would learn from its state what is being tested.
 */
@ApplicationScoped
public class RetestResults {

    private static final List<ExerciseRole> MAY_JUDGE = List.of(ExerciseRole.DIRECTOR, ExerciseRole.CONTROLLER,
            ExerciseRole.EVALUATOR);

    private final Clock clock;
    private final Visibility visibility;
    private final DrillResults results;
    private final FollowupJournal followupJournal;

    RetestResults(Clock clock, Visibility visibility, DrillResults results, FollowupJournal followupJournal) {
        this.visibility = visibility;
        this.clock = clock;
        this.results = results;
        this.followupJournal = followupJournal;
    }

    /** @throws Problem 403 for a person who owns the drill, or owns or ever owned an action that it retests */
    @Transactional
    void judge(UUID exerciseId, String key, String result, String reason, ExerciseAccess by) {
        by.must(Permission.JUDGE);
        Exercise exercise = Exercise.lock(exerciseId);
        Drill drill = Drill.of(exerciseId, key);
        if (drill == null) {
            throw Problem.notFound();
        }
        PlanDocument.Drill planned = exercise.plan().drill(key).orElseThrow();
        refuseOwners(exercise, planned, by);
        DrillResult how = Choice.of("result", DrillResult.class, result);
        if (how == null) {
            throw Problem.invalid("result", "result is one of " + String.join(", ", Choice.keys(DrillResult.class)) + ".");
        }
        String why = TextLimits.reason("reason", reason, "Say what you saw that makes it so.").strip();
        if (!exercise.state.takesFindings()) {
            throw new IllegalTransition("The exercise", exercise.state.key(), "judged", exercise.state.allowed());
        }
        if (drill.result == how && Objects.equals(drill.resultReason, why)) {
            return;
        }
        Instant at = clock.instant();
        results.set(exercise, drill, how, why, by.viewer(), at);
        note(exercise, planned.retests(), Retest.Kind.DRILL, key, exercise.plan().environmentOf(planned),
                new Judgement(how, why, by.viewer()), at);
        if (Actions.isOver(exercise)) {
            count(exercise, at);
        }
    }

    private record Judgement(DrillResult result, String reason, String by) {
    }

    /** Whether this person may set the result now. */
    static boolean mayJudge(Exercise exercise, PlanDocument.Drill planned, ExerciseAccess by) {
        return by.may(Permission.JUDGE) && exercise.state.takesFindings()
                && !owners(planned, defect -> true).contains(by.viewer());
    }

    private void refuseOwners(Exercise exercise, PlanDocument.Drill planned, ExerciseAccess by) {
        if (!owners(planned, defect -> true).contains(by.viewer())) {
            return;
        }
        ExerciseReferences references = visibility.references(by.viewer(), by.master());
        Set<String> known = owners(planned, defect -> references.controls(defect.exerciseId));
        List<String> others = RosterEntry.of(exercise.id).stream().filter(entry -> MAY_JUDGE.contains(entry.role))
                .map(entry -> entry.person).filter(person -> !known.contains(person) && !person.equals(by.viewer())).distinct()
                .toList();
        throw Problem.forbidden("You can't judge a drill that you own, or that retests an action you own or owned. "
                + (others.isEmpty() ? "Seat an evaluator who owns neither." : "Ask " + String.join(" or ", others) + "."));
    }

    /** Of the drill, and everybody who ever owned an action that it retests. @param counted of which defects */
    private static Set<String> owners(PlanDocument.Drill planned, Predicate<Defect> counted) {
        Set<String> owners = new TreeSet<>();
        if (planned.owner() != null) {
            owners.add(planned.owner());
        }
        named(planned.retests()).stream().filter(counted).flatMap(defect -> ActionItem.of(defect.id).stream())
                .forEach(action -> owners.addAll(action.owners));
        return owners;
    }

    /** Those there are, in an order in which they can be locked. */
    static List<Defect> named(List<String> names) {
        return names.stream().map(DefectNames::find).filter(Objects::nonNull).distinct()
                .sorted(Comparator.comparing(defect -> defect.id)).toList();
    }

    /** A rehearsal shows nothing. */
    private static void note(Exercise exercise, List<String> names, Retest.Kind kind, String name,
            PlanDocument.Environment environment, Judgement judgement, Instant at) {
        if (exercise.isRehearsal()) {
            return;
        }
        for (Defect defect : named(names)) {
            Retest retest = Retest.of(exercise.id, defect.id, kind, name);
            if (retest == null) {
                retest = new Retest(exercise.id, defect.id, kind, name, environment, at);
                retest.judge(judgement.result(), judgement.reason(), judgement.by(), at);
                retest.persist();
            } else {
                retest.judge(judgement.result(), judgement.reason(), judgement.by(), at);
            }
        }
    }

    /** An expectation that somebody judges after the end counts at once. */
    void expectationJudged(@Observes ExpectationJudged judged) {
        if (Actions.isOver(judged.exercise())
                && noteExpectation(judged.exercise(), judged.item(), judged.actor(), judged.at())) {
            count(judged.exercise(), judged.at());
        }
    }

    private static boolean noteExpectation(Exercise exercise, TimelineItem item, String actor, Instant at) {
        List<String> names = exercise.plan().retestsOf(item.key);
        DrillResult result = names.isEmpty() || !(item.body() instanceof Body.Expectation) ? null : result(exercise, item);
        if (result == null) {
            return false;
        }
        note(exercise, names, Retest.Kind.EXPECTATION, item.key, exercise.plan().environment(),
                new Judgement(result, item.isLate() ? "met late" : null, actor), at);
        return true;
    }

    /** A tree's own figures judge it. */
    private static void noteCallTree(Exercise exercise, TimelineItem item, Instant at) {
        List<String> names = exercise.plan().retestsOf(item.key);
        Activation activation = names.isEmpty() ? null : Activation.ofItem(item.id);
        if (activation != null && activation.result != null) {
            note(exercise, names, Retest.Kind.CALL_TREE, item.key, exercise.plan().environment(),
                    new Judgement(DrillResult.valueOf(activation.result.name()), activation.resultReason, Journal.PLATFORM),
                    at);
        }
    }

    /** Null while nobody can say. */
    private static DrillResult result(Exercise exercise, TimelineItem item) {
        if (item.state != ItemState.COMPLETED && item.state != ItemState.MISSED) {
            return null;
        }
        if (exercise.outcome == Outcome.ABORTED || item.isLate()) {
            return DrillResult.INCONCLUSIVE;
        }
        return item.state == ItemState.COMPLETED ? DrillResult.PASSED : DrillResult.FAILED;
    }

    /** Once after the end of an exercise: what its drills and expectations showed is counted. */
    @Transactional
    public void settle(UUID exerciseId) {
        Exercise exercise = Exercise.lock(exerciseId);
        if (!Actions.isOver(exercise) || RetestSettlement.findById(exerciseId) != null) {
            return;
        }
        Instant at = clock.instant();
        PlanDocument plan = exercise.plan();
        if (exercise.outcome == Outcome.ABORTED) {
            for (Drill drill : Drill.of(exerciseId)) {
                if (drill.armedAt != null && drill.result != DrillResult.INCONCLUSIVE) {
                    String why = "the exercise was aborted";
                    results.set(exercise, drill, DrillResult.INCONCLUSIVE, why, Journal.PLATFORM, at);
                    plan.drill(drill.key).ifPresent(planned -> note(exercise, planned.retests(), Retest.Kind.DRILL, drill.key,
                            plan.environmentOf(planned), new Judgement(DrillResult.INCONCLUSIVE, why, Journal.PLATFORM), at));
                }
            }
        }
        TimelineItem.of(exerciseId).forEach(item -> {
            noteExpectation(exercise, item, Journal.PLATFORM, at);
            noteCallTree(exercise, item, at);
        });
        count(exercise, at);
        new RetestSettlement(exerciseId, at).persist();
    }

    /** What failed is counted last, for one failure outweighs the passes. */
    private void count(Exercise exercise, Instant at) {
        List<Retest> changed = Retest.in(exercise.id).stream().filter(retest -> retest.result != retest.counted).toList();
        for (Retest retest : changed) {
            if (retest.result != DrillResult.FAILED) {
                count(exercise, retest, at);
            }
        }
        for (Retest retest : changed) {
            if (retest.result == DrillResult.FAILED) {
                count(exercise, retest, at);
            }
        }
    }

    private void count(Exercise exercise, Retest retest, Instant at) {
        Defect defect = Defect.lock(retest.defectId);
        DrillResult before = retest.counted;
        retest.settle();
        switch (retest.result) {
            case PASSED -> {
                if (retest.isHighEnoughFor(defect)) {
                    verify(exercise, defect, retest, at);
                }
            }
            case FAILED -> reopen(exercise, defect, retest, at);
            case INCONCLUSIVE -> {
                if (before == DrillResult.PASSED && exercise.id.equals(defect.verifiedIn)) {
                    reopen(exercise, defect, retest, at);
                }
            }
        }
    }

    private void verify(Exercise exercise, Defect defect, Retest retest, Instant at) {
        for (ActionItem action : ActionItem.of(defect.id)) {
            if (action.state == ActionItem.State.DONE) {
                action.verify(Journal.PLATFORM, exercise.id, null, at);
                followupJournal.action(exercise, ActionVerified::new, action, defect, retest.name, retest.judgedBy, at);
            }
        }
        if (defect.state != Defect.State.VERIFIED) {
            defect.verify(exercise.id, at);
            followupJournal.defect(exercise, DefectVerified::new, defect, retest.name, retest.judgedBy, at);
        }
    }

    private void reopen(Exercise exercise, Defect defect, Retest retest, Instant at) {
        for (ActionItem action : ActionItem.of(defect.id)) {
            if (action.state == ActionItem.State.DONE || action.state == ActionItem.State.VERIFIED) {
                action.reopen();
                followupJournal.action(exercise, ActionReopened::new, action, defect, retest.name, retest.judgedBy, at);
            }
        }
        if (defect.state != Defect.State.OPEN) {
            defect.reopen();
            followupJournal.defect(exercise, DefectReopened::new, defect, retest.name, retest.judgedBy, at);
        }
    }
}

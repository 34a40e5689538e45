package dev.blackstart.exercise.confirmation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.exercise.approval.Approvals;
import dev.blackstart.exercise.confirmation.ConfirmationEvent.SecondPersonConfirmed;
import dev.blackstart.exercise.confirmation.ConfirmationEvent.SecondPersonRequested;
import dev.blackstart.exercise.gate.OverrideRule;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.Problem;

/**
 * What one person alone cannot do: two different people, each entitled to it, confirm it within a minute. Asking for the act
 * is the requester's own confirmation. Called under the head row's lock.
 */
@ApplicationScoped
public class TwoPersonRule {

    /** Between the two. */
    public static final Duration WITHIN = Duration.ofSeconds(60);

    private final Journal journal;
    private final Approvals approvals;
    private final Visibility visibility;

    TwoPersonRule(Journal journal, Approvals approvals, Visibility visibility) {
        this.journal = journal;
        this.approvals = approvals;
        this.visibility = visibility;
    }

    /** Somebody asked for an act and the second person is missing. @param until when it is too late */
    public record Pending(TwoPersonAct act, String requester, String reason, String catchUp, Instant until) {
    }

    /** What the requester said about the act; each may be null. */
    public record Details(String reason, String catchUp) {
        public static final Details NONE = new Details(null, null);
    }

    /**
     * Lets the act pass once a second person has confirmed it.
     *
     * @return key of the second person; null where one is enough
     * @throws AwaitingSecondPerson where nobody has; the request is kept, so the transaction must not be rolled back
     */
    public String require(Exercise exercise, TwoPersonAct act, Details details, String requester, Instant at) {
        if (!act.needsTwo(exercise)) {
            return null;
        }
        List<PersonConfirmation> said = PersonConfirmation.valid(exercise.id, act.stored(), at);
        Optional<PersonConfirmation> second = said.stream().filter(one -> !one.person.equals(requester))
                .filter(one -> mayConfirm(exercise, act, one.person, at))
                .filter(one -> areBoth(exercise, act, requester, one.person, at)).findFirst();
        if (second.isPresent()) {
            said.forEach(one -> one.use(at));
            return second.get().person;
        }
        new PersonConfirmation(exercise.id, act.stored(), requester, true, details.reason(), details.catchUp(), at).persist();
        journal.append(exercise, at, new SecondPersonRequested(act.key(), act.words(exercise), details.reason()), requester,
                Audience.CONTROL);
        throw new AwaitingSecondPerson(act, who(exercise, act), at.plus(WITHIN));
    }

    /** A hand-over takes the director and a safety officer: of two people in the same role, one is not enough for the other. */
    private static boolean areBoth(Exercise exercise, TwoPersonAct act, String requester, String second, Instant at) {
        if (act.kind() != TwoPersonAct.Kind.HAND_OVER) {
            return true;
        }
        Set<ExerciseRole> first = RosterEntry.onDuty(exercise, requester, at);
        Set<ExerciseRole> other = RosterEntry.onDuty(exercise, second, at);
        return first.contains(ExerciseRole.DIRECTOR) && other.contains(ExerciseRole.SAFETY_OFFICER)
                || first.contains(ExerciseRole.SAFETY_OFFICER) && other.contains(ExerciseRole.DIRECTOR);
    }

    /** Whether two people have confirmed what the clock is about to do. */
    public boolean isConfirmed(Exercise exercise, TwoPersonAct act, Instant at) {
        if (!act.needsTwo(exercise)) {
            return true;
        }
        List<PersonConfirmation> said = PersonConfirmation.valid(exercise.id, act.stored(), at);
        boolean confirmed = said.stream().map(one -> one.person).filter(person -> mayConfirm(exercise, act, person, at))
                .distinct().count() > 1;
        if (confirmed) {
            said.forEach(one -> one.use(at));
        }
        return confirmed;
    }

    /**
     * Somebody confirms an act.
     *
     * @return what was asked for and can happen now; null where this is the first of the two
     * @throws Problem 403 for somebody who may not, 409 where one person is enough
     */
    public Pending confirm(Exercise exercise, TwoPersonAct act, String person, Instant at) {
        if (!mayConfirm(exercise, act, person, at)) {
            throw Problem.forbidden("Only %s may confirm this; ask one of them.".formatted(who(exercise, act)));
        }
        if (!act.needsTwo(exercise)) {
            throw Problem.conflict("This takes no second person now.").with("of", act.key());
        }
        Pending asked = pending(exercise, at).stream().filter(one -> one.act().equals(act))
                .filter(one -> !one.requester().equals(person)).findFirst().orElse(null);
        new PersonConfirmation(exercise.id, act.stored(), person, false, null, null, at).persist();
        journal.append(exercise, at, new SecondPersonConfirmed(act.key(), act.words(exercise)), person, Audience.CONTROL);
        return asked;
    }

    /** What waits for its second person, oldest first. */
    public List<Pending> pending(Exercise exercise, Instant now) {
        return PersonConfirmation.valid(exercise.id, now).stream().filter(one -> one.requested)
                .map(one -> new Pending(TwoPersonAct.stored(one.act), one.person, one.reason, one.catchUp,
                        one.createdAt.plus(WITHIN)))
                .toList();
    }

    /** Whom the act needs beside its requester, as a sentence names them. */
    public String who(Exercise exercise, TwoPersonAct act) {
        if (act.kind() == TwoPersonAct.Kind.HAND_OVER) {
            return "the other one of the director and a safety officer";
        }
        if (act.kind() != TwoPersonAct.Kind.START) {
            return "another person of control staff on duty";
        }
        if (OverrideRule.of(exercise.plan()) != OverrideRule.DIRECTOR_AND_APPROVER) {
            return "a safety officer of the exercise";
        }
        List<String> approvers = approvals.of(exercise).may().stream().filter(person -> canReach(exercise, person)).toList();
        return approvers.isEmpty()
                ? "an approver of the plan who is control staff of the exercise (none is: change the roster first)"
                : String.join(" or ", approvers);
    }

    /** An approver who is neither Master of Disaster nor control staff sees no exercise, so they cannot confirm its start. */
    private boolean canReach(Exercise exercise, String person) {
        ExerciseAccess access = visibility.sight(exercise.id, person);
        return access != null && access.may(Permission.CONFIRM);
    }

    /**
     * Control staff on duty; for a start, the director and whoever agrees with them; for a hand-over, director and safety
     * officer.
     */
    public boolean mayConfirm(Exercise exercise, TwoPersonAct act, String person, Instant at) {
        Set<ExerciseRole> roles = RosterEntry.onDuty(exercise, person, at);
        if (act.kind() == TwoPersonAct.Kind.HAND_OVER) {
            return roles.contains(ExerciseRole.DIRECTOR) || roles.contains(ExerciseRole.SAFETY_OFFICER);
        }
        if (act.kind() != TwoPersonAct.Kind.START) {
            return roles.stream().anyMatch(ExerciseRole::isControl);
        }
        return roles.contains(ExerciseRole.DIRECTOR)
                || (OverrideRule.of(exercise.plan()) == OverrideRule.DIRECTOR_AND_APPROVER
                        ? approvals.of(exercise).may().contains(person)
                        : roles.contains(ExerciseRole.SAFETY_OFFICER));
    }
}

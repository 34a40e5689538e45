package dev.blackstart.followup.action;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.followup.action.ActionEvent.ActionChanged;
import dev.blackstart.followup.action.ActionEvent.ActionDropped;
import dev.blackstart.followup.action.ActionEvent.ActionOpened;
import dev.blackstart.followup.action.ActionItem.State;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.defect.DefectEvent.DefectFixed;
import dev.blackstart.followup.defect.DefectEvent.DefectReopened;
import dev.blackstart.followup.defect.DefectEvent.DefectVerified;
import dev.blackstart.followup.defect.FollowupAccess;
import dev.blackstart.people.Person;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** Gives actions to owners and moves them, and their defect with them. */
@ApplicationScoped
public class Actions {

    /** The size rule (R74): what takes longer is cut smaller, or a lead answers for it. */
    static final int DAYS = 14;

    /** So many open actions of one defect are few; the next one asks which to drop (R72). */
    public static final int FEW = 5;

    private final Clock clock;
    private final FollowupAccess followupAccess;
    private final ActionAccess actionAccess;
    private final Visibility visibility;
    private final FollowupJournal followupJournal;

    Actions(Clock clock, FollowupAccess followupAccess, ActionAccess actionAccess, Visibility visibility,
            FollowupJournal followupJournal) {
        this.clock = clock;
        this.followupAccess = followupAccess;
        this.actionAccess = actionAccess;
        this.visibility = visibility;
        this.followupJournal = followupJournal;
    }

    /** Where to. @param evidence what shows it */
    public record Move(String to, String reason, String evidence) {
    }

    public UUID open(UUID defectId, ActionDraft draft, String actor) {
        String title = draft.mechanism();
        ActionItem.Kind kind = draft.kindOr(ActionItem.Kind.PREVENT);
        String link = ActionDraft.address(draft.link());
        ActionItem.PreventsSimilar prevents = draft.prevents();
        TextLimits.atMost(TextLimits.REASON, "reason", draft.reason());
        return QuarkusTransaction.requiringNew().call(() -> {
            Exercise exercise = Exercise.lock(Defect.homeOf(defectId));
            Defect defect = Defect.lock(defectId);
            Instant at = clock.instant();
            if (defect.state == Defect.State.VERIFIED) {
                throw Problem.conflict("The fix of this defect is verified; reopen the defect before you add an action.");
            }
            String owner = owner(exercise, draft.owner());
            Instant due = due(exercise, draft.due(), draft.exception(), owner, at);
            FewActions few = FewActions.of(defect, draft);
            ActionItem action = new ActionItem(defect, new ActionItem.Task(title, owner, kind, due, link,
                    isLate(exercise, due, at) ? draft.exception().strip() : null, draft.overridden(), prevents, few.reason()),
                    actor, at);
            action.persist();
            followupJournal.action(exercise, ActionOpened::new, action, defect, whyOf(action), actor, at);
            if (few.instead() != null) {
                few.instead().drop("Replaced by: " + title);
                followupJournal.action(exercise, ActionDropped::new, few.instead(), defect, few.instead().dropReason, actor,
                        at);
            }
            settle(exercise, defect, actor, at);
            tellOwner(exercise, action, at);
            return action.id;
        });
    }

    /** The first of the reasons that were given for it, or null. */
    private static String whyOf(ActionItem action) {
        return Stream.of(action.exceptionReason, action.overrideReason, action.manyReason).filter(Objects::nonNull).findFirst()
                .orElse(null);
    }

    /** Exactly one, who is somebody; of a rehearsal nobody outside control staff learns. */
    private String owner(Exercise exercise, String key) {
        if (key == null || key.isBlank() || Person.present(key.strip()) == null) {
            throw Problem.invalid("owner", "Name the one person who answers for it, by key; see the directory.");
        }
        if (exercise.isRehearsal() && !seesAsControl(exercise, key.strip())) {
            throw Problem.invalid("owner", "Only control staff know of a rehearsal; give it to one of them.");
        }
        return key.strip();
    }

    private boolean seesAsControl(Exercise exercise, String person) {
        ExerciseAccess sight = visibility.sight(exercise.id, person);
        return sight != null && sight.control();
    }

    private Instant due(Exercise exercise, String said, String exception, String owner, Instant at) {
        Instant due = Deadlines.end("due", said, exercise.zoneId());
        if (due == null) {
            return Deadlines.end(at, DAYS, exercise.zoneId());
        }
        if (due.isBefore(at)) {
            throw Problem.invalid("due", "Choose a day that is still to come.");
        }
        if (isLate(exercise, due, at)) {
            TextLimits.atMost(TextLimits.REASON, "exception", exception);
            if (exception == null || exception.isBlank()) {
                throw Problem.invalid("due", "An action takes two weeks at most: cut it smaller, or let a lead grant an "
                        + "exception with a reason.");
            }
            if (!followupAccess.isMaster() && !actionAccess.leads(owner)) {
                throw Problem.forbidden("Only a lead of the owner's team or a Master of Disaster grants an exception.");
            }
        }
        if (due.isAfter(Deadlines.end(at, 366, exercise.zoneId()))) {
            throw Problem.invalid("due", "That is more than a year ahead; it would be forgotten.");
        }
        return due;
    }

    private static boolean isLate(Exercise exercise, Instant due, Instant at) {
        return due.isAfter(Deadlines.end(at, DAYS, exercise.zoneId()));
    }

    /** While an exercise is live its review is locked: owners who play learn of their actions after ENDEX. */
    private void tellOwner(Exercise exercise, ActionItem action, Instant at) {
        if (action.toldAt == null && (isOver(exercise) || seesAsControl(exercise, action.owner))) {
            followupJournal.owner(exercise, action, at);
        }
    }

    public static boolean isOver(Exercise exercise) {
        return !exercise.isRehearsal() && exercise.state.hasEnded();
    }

    /** Asking for the state it already has changes nothing. */
    public void move(UUID id, Move move) {
        State to = Choice.of("to", State.class, move.to());
        if (to == null) {
            throw Problem.invalid("to", "to is one of " + String.join(", ", Choice.keys(State.class)) + ".");
        }
        ActionItem seen = actionAccess.action(id);
        mustBeAllowed(seen, to);
        TextLimits.atMost(TextLimits.REASON, "reason", move.reason());
        TextLimits.atMost(TextLimits.TEXT, "evidence", move.evidence());
        change(id, (exercise, defect, action, at) -> {
            if (action.state != to) {
                apply(exercise, defect, action, to, move, at);
            }
        });
    }

    /** Its owner and their leads work on it; control staff triage; nobody proves their own. */
    private void mustBeAllowed(ActionItem action, State to) {
        String person = followupAccess.person();
        ExerciseAccess sight = followupAccess.control(action.exerciseId);
        boolean triages = sight != null && sight.may(Permission.TRIAGE);
        boolean leads = actionAccess.leads(action.owner);
        boolean allowed = switch (to) {
            case IN_PROGRESS, DONE, OPEN -> triages || leads || action.owner.equals(person);
            case DROPPED -> triages || leads;
            case VERIFIED -> (triages || leads) && !action.wasOwnedBy(person);
        };
        if (!allowed) {
            throw Problem.forbidden(switch (to) {
                case VERIFIED ->
                    "Nobody who owns an action or owned it before verifies it. Ask another person: " + Permission.TRIAGE.who
                            + ", or a lead of the owner's team.";
                case DROPPED -> "Only a lead of the owner's team or " + Permission.TRIAGE.who + " may drop an action.";
                default -> "Only its owner, a lead of their team or " + Permission.TRIAGE.who + " may move an action.";
            });
        }
    }

    private void apply(Exercise exercise, Defect defect, ActionItem action, State to, Move move, Instant at) {
        String reason = move.reason() == null || move.reason().isBlank() ? null : move.reason().strip();
        String evidence = move.evidence() == null || move.evidence().isBlank() ? null : move.evidence().strip();
        State before = action.state;
        switch (to) {
            case IN_PROGRESS -> action.start();
            case DONE -> action.finish(evidence, at);
            case VERIFIED -> {
                if (evidence == null) {
                    throw Problem.invalid("evidence", "Say what proves that it works; better, let a drill retest it.");
                }
                action.verify(followupAccess.person(), null, evidence, at);
            }
            case DROPPED -> {
                if (reason == null) {
                    throw Problem.invalid("reason", "Say why it is dropped; the report will show it.");
                }
                mustNotBeTheLast(defect, action);
                action.drop(reason);
            }
            case OPEN -> action.reopen();
        }
        followupJournal.action(exercise, ActionEvent.movedTo(to), action, defect,
                reason == null ? evidence : reason, followupAccess.person(), at);
        if (before == State.VERIFIED && defect.state == Defect.State.VERIFIED) {
            defect.reopen();
            followupJournal.defect(exercise, DefectReopened::new, defect, reason, followupAccess.person(), at);
        }
        settle(exercise, defect, followupAccess.person(), at);
    }

    private static void mustNotBeTheLast(Defect defect, ActionItem action) {
        boolean others = ActionItem.of(defect.id).stream()
                .anyMatch(other -> !other.id.equals(action.id) && other.state != State.DROPPED);
        if (!others && defect.state != Defect.State.ACCEPTED && defect.state != Defect.State.VERIFIED) {
            throw Problem.conflict("It is the last action of " + defect.reference
                    + ": accept the risk first, or add another action.");
        }
    }

    /** A defect is fixed when all its actions are done, and verified when all of them are. */
    private void settle(Exercise exercise, Defect defect, String actor, Instant at) {
        List<ActionItem> alive = ActionItem.of(defect.id).stream().filter(action -> action.state != State.DROPPED).toList();
        boolean verified = !alive.isEmpty() && alive.stream().allMatch(action -> action.state == State.VERIFIED);
        boolean done = !alive.isEmpty() && alive.stream().noneMatch(action -> action.state.isUndone());
        if (verified && defect.state != Defect.State.VERIFIED) {
            defect.verify(null, at);
            followupJournal.defect(exercise, DefectVerified::new, defect, "by evidence", actor, at);
        } else if (done && (defect.state == Defect.State.OPEN || defect.state == Defect.State.ACCEPTED)) {
            defect.fix();
            followupJournal.defect(exercise, DefectFixed::new, defect, null, actor, at);
        } else if (!done && defect.state == Defect.State.FIXED) {
            defect.reopen();
            followupJournal.defect(exercise, DefectReopened::new, defect, "an action is not done", actor, at);
        }
    }

    /** Another owner, day or link; null leaves a part as it is. */
    public void change(UUID id, String owner, String due, String exception, String link) {
        ActionItem seen = actionAccess.action(id);
        ExerciseAccess sight = followupAccess.control(seen.exerciseId);
        if ((sight == null || !sight.may(Permission.TRIAGE)) && !actionAccess.leads(seen.owner)) {
            throw Problem.forbidden("Only a lead of the owner's team or " + Permission.TRIAGE.who + " may change an action.");
        }
        String address = ActionDraft.address(link);
        change(id, (exercise, defect, action, at) -> {
            if (owner != null && !owner.isBlank()) {
                action.handTo(owner(exercise, owner));
            }
            if (due != null && !due.isBlank()) {
                Instant day = due(exercise, due, exception, action.owner, at);
                action.postpone(day, isLate(exercise, day, at) ? exception.strip() : null, followupAccess.person());
            }
            if (link != null) {
                action.linkTo(address);
            }
            followupJournal.action(exercise, ActionChanged::new, action, defect, action.exceptionReason,
                    followupAccess.person(),
                    at);
            tellOwner(exercise, action, at);
        });
    }

    private interface Change {
        void make(Exercise exercise, Defect defect, ActionItem action, Instant at);
    }

    private void change(UUID id, Change change) {
        QuarkusTransaction.requiringNew().run(() -> {
            Object[] home = ActionItem.getEntityManager()
                    .createQuery("select a.exerciseId, a.defectId from ActionItem a where a.id = ?1", Object[].class)
                    .setParameter(1, id).getSingleResult();
            Exercise exercise = Exercise.lock((UUID) home[0]);
            Defect defect = Defect.lock((UUID) home[1]);
            change.make(exercise, defect, ActionItem.findById(id), clock.instant());
        });
    }
}

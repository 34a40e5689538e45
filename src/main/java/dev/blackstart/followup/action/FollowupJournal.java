package dev.blackstart.followup.action;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.findings.Finding;
import dev.blackstart.followup.action.ActionEvent.ActionAssigned;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.defect.DefectEvent;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.preparation.singlepoint.SinglePoints;
import dev.blackstart.web.Address;

/**
 * Writes follow-up into an exercise's journal, for control staff, and tells owners of their actions. Of defects and actions
 * that
 * belong to another exercise only ids are written: its control staff are not this one's.
 */
@ApplicationScoped
public class FollowupJournal {

    private final Journal journal;
    private final Outbox outbox;
    private final Address address;

    FollowupJournal(Journal journal, Outbox outbox, Address address) {
        this.journal = journal;
        this.outbox = outbox;
        this.address = address;
    }

    public void finding(Exercise exercise, Finding finding, Defect defect, String actor, Instant at) {
        journal.append(exercise, at,
                new FindingTriaged(finding.id.toString(), finding.state.key(), finding.triageReason, finding.kindNow(),
                        finding.severityNow(), defect == null ? null : defect.reference,
                        defect == null ? null : defect.id.toString(),
                        SinglePoints.told(finding.singlePointNow(), exercise.id)),
                actor, Audience.CONTROL);
    }

    /** @param event {@code DefectOpened::new}, … @param reason null where there is nothing to say */
    public void defect(Exercise exercise, Function<DefectEvent.Facts, DefectEvent> event, Defect defect, String reason,
            String actor, Instant at) {
        journal.append(exercise, at, event.apply(DefectEvent.Facts.of(defect, reason, exercise.id)), actor,
                Audience.CONTROL);
    }

    /** @param event {@code ActionOpened::new}, … */
    public void action(Exercise exercise, Function<ActionEvent.Facts, ActionEvent> event, ActionItem action, Defect defect,
            String reason, String actor, Instant at) {
        journal.append(exercise, at, event.apply(ActionEvent.Facts.of(action, defect, reason, exercise.id)), actor,
                Audience.CONTROL);
    }

    /** Something came up again although an action against it was still open. */
    public void alarm(Exercise exercise, Defect defect, ActionItem open, String actor, Instant at) {
        boolean known = open.exerciseId.equals(exercise.id);
        journal.append(exercise, at,
                new RecurrenceAlarmRaised(defect.reference, defect.id.toString(),
                        defect.exerciseId.equals(exercise.id) ? defect.title : null, open.id.toString(),
                        known ? open.owner : null, known ? open.dueAt : null),
                actor, Audience.CONTROL);
    }

    /** The owner learns of the action and of nothing else. */
    public void owner(Exercise exercise, ActionItem action, Instant at) {
        journal.append(exercise, at, new ActionAssigned(action.id.toString(), action.title, action.dueAt), Journal.PLATFORM,
                Audience.person(action.owner));
        outbox.post(new OutboundMessage(exercise.id, null, "Action for you: " + action.title,
                "You own this action, due " + Deadlines.day(action.dueAt, exercise.zoneId()) + ": " + action.title
                        + "\nIt stands among your actions: " + address.of("/actions?mine=true"),
                false), List.of(action.owner), List.of("email", "in-app"), at);
        action.told(at);
    }
}

package dev.blackstart.followup;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.findings.Finding;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.preparation.SinglePoints;
import dev.blackstart.web.Address;
import dev.blackstart.web.Json;

/**
 * Writes follow-up into an exercise's journal, for control staff, and tells owners of their actions. Of defects and actions
 * that
 * belong to another exercise only ids are written: its control staff are not this one's.
 */
@ApplicationScoped
class FollowupJournal {

    private final Journal journal;
    private final Outbox outbox;
    private final Address address;

    FollowupJournal(Journal journal, Outbox outbox, Address address) {
        this.journal = journal;
        this.outbox = outbox;
        this.address = address;
    }

    void finding(Exercise exercise, Finding finding, Defect defect, String actor, Instant at) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("finding", finding.id.toString());
        facts.put("state", finding.state.key());
        facts.put("reason", finding.triageReason);
        facts.put("kind", finding.kindNow());
        facts.put("severity", finding.severityNow());
        if (defect != null) {
            name(facts, defect);
        }
        facts.put("singlePoint", SinglePoints.told(finding.singlePointNow(), exercise.id));
        journal.append(exercise, at, "finding-triaged", actor, Audience.CONTROL, facts);
    }

    /** @param type {@code defect-opened}, … @param reason null where there is nothing to say */
    void defect(Exercise exercise, String type, Defect defect, String reason, String actor, Instant at) {
        Map<String, Object> facts = new LinkedHashMap<>();
        name(facts, defect);
        if (defect.exerciseId.equals(exercise.id)) {
            facts.put("title", defect.title);
            facts.put("severity", defect.severity);
            facts.put("singlePoint", SinglePoints.told(defect.singlePointId, exercise.id));
            facts.put("until", defect.state == Defect.State.ACCEPTED ? Json.text(defect.acceptedUntil) : null);
        }
        facts.put("reason", reason);
        journal.append(exercise, at, type, actor, Audience.CONTROL, facts);
    }

    /** @param type {@code action-opened}, … */
    void action(Exercise exercise, String type, ActionItem action, Defect defect, String reason, String actor, Instant at) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("action", action.id.toString());
        name(facts, defect);
        if (action.exerciseId.equals(exercise.id)) {
            facts.put("title", action.title);
            facts.put("owner", action.owner);
            facts.put("kind", Choice.key(action.kind));
            facts.put("due", Json.text(action.dueAt));
        }
        facts.put("reason", reason);
        journal.append(exercise, at, type, actor, Audience.CONTROL, facts);
    }

    /** Something came up again although an action against it was still open. */
    void alarm(Exercise exercise, Defect defect, ActionItem open, String actor, Instant at) {
        Map<String, Object> facts = new LinkedHashMap<>();
        name(facts, defect);
        facts.put("title", defect.exerciseId.equals(exercise.id) ? defect.title : null);
        facts.put("action", open.id.toString());
        if (open.exerciseId.equals(exercise.id)) {
            facts.put("owner", open.owner);
            facts.put("due", Json.text(open.dueAt));
        }
        journal.append(exercise, at, "recurrence-alarm", actor, Audience.CONTROL, facts);
    }

    /** By reference and id, which say nothing; what else there is to know is read where the reader's sight decides. */
    private static void name(Map<String, Object> facts, Defect defect) {
        facts.put("defect", defect.reference);
        facts.put("defectId", defect.id.toString());
    }

    /** The owner learns of the action and of nothing else. */
    void owner(Exercise exercise, ActionItem action, Instant at) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("action", action.id.toString());
        facts.put("title", action.title);
        facts.put("due", Json.text(action.dueAt));
        journal.append(exercise, at, "action-assigned", Journal.PLATFORM, Audience.person(action.owner), facts);
        outbox.post(new OutboundMessage(exercise.id, null, "Action for you: " + action.title,
                "You own this action, due " + Deadlines.day(action.dueAt, exercise.zoneId()) + ": " + action.title
                        + "\nIt stands among your actions: " + address.of("/actions?mine=true"),
                false), List.of(action.owner), List.of("email", "in-app"), at);
        action.told(at);
    }
}

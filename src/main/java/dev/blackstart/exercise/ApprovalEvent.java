package dev.blackstart.exercise;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;

/** An approver decided about a revision of the plan. */
public sealed interface ApprovalEvent extends JournalEvent {

    record PlanApproved(int revision, @FreeText String comment) implements ApprovalEvent {
        public static final String TYPE = "plan-approved";
    }

    record PlanRejected(int revision, @FreeText String comment) implements ApprovalEvent {
        public static final String TYPE = "plan-rejected";
    }
}

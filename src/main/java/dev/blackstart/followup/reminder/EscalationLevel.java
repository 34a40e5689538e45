package dev.blackstart.followup.reminder;

import dev.blackstart.problem.Choice;

/** Who is told that an action is overdue, one after the other. */
enum EscalationLevel {
    OWNER,
    LEAD,
    MASTER;

    /** As an action keeps it: 0 is nobody. */
    int number() {
        return ordinal() + 1;
    }

    /** The one after so many; null after the last. */
    static EscalationLevel after(int told) {
        return told < values().length ? values()[told] : null;
    }

    String key() {
        return Choice.key(this);
    }
}

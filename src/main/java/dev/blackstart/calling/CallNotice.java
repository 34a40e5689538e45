package dev.blackstart.calling;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.Personal;

/** What a person learns of their own part in a call tree; control staff read the same in other entries. */
public sealed interface CallNotice extends JournalEvent {

    /** Id of the contact attempt. */
    String attempt();

    @Override
    default boolean inLog() {
        return false;
    }

    record ContactNotified(String attempt, @FreeText String subject) implements CallNotice {
        public static final String TYPE = "contact-notified";
    }

    /** @param person whom to phone */
    record CallerAssigned(String attempt, @Personal String person) implements CallNotice {
        public static final String TYPE = "caller-assigned";
    }

    record CallConfirmed(String attempt) implements CallNotice {
        public static final String TYPE = "call-confirmed";
    }
}

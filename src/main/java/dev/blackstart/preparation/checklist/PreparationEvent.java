package dev.blackstart.preparation.checklist;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.Personal;

/** Something was done about the preparation of an exercise. */
public sealed interface PreparationEvent extends JournalEvent {

    /** The item that it is about. @param preparation its key */
    record Facts(String preparation, @FreeText String title, String team) {
        public static Facts of(PreparationItem item) {
            return new Facts(item.key, item.title, item.team);
        }
    }

    /** Keys of items that came with a date or a revision, got another due date, or are no longer needed; null for none. */
    record PreparationPlanned(List<String> added, List<String> moved, List<String> dropped) implements PreparationEvent {
        public static final String TYPE = "preparation-planned";
    }

    record PreparationAdded(@JsonUnwrapped Facts facts) implements PreparationEvent {
        public static final String TYPE = "preparation-added";
    }

    /** @param owner null for anybody of the team */
    record PreparationAssigned(@JsonUnwrapped Facts facts, @Personal String owner) implements PreparationEvent {
        public static final String TYPE = "preparation-assigned";
    }

    record PreparationStarted(@JsonUnwrapped Facts facts, @FreeText String reason) implements PreparationEvent {
        public static final String TYPE = "preparation-started";
    }

    record PreparationBlocked(@JsonUnwrapped Facts facts, @FreeText String reason) implements PreparationEvent {
        public static final String TYPE = "preparation-blocked";
    }

    record PreparationDone(@JsonUnwrapped Facts facts, @FreeText String reason) implements PreparationEvent {
        public static final String TYPE = "preparation-done";
    }

    record PreparationVerified(@JsonUnwrapped Facts facts, @FreeText String reason) implements PreparationEvent {
        public static final String TYPE = "preparation-verified";
    }

    record PreparationCommented(@JsonUnwrapped Facts facts, @FreeText String text) implements PreparationEvent {
        public static final String TYPE = "preparation-commented";
    }

    /** @param name of the file */
    record PreparationEvidenceAdded(@JsonUnwrapped Facts facts, @FreeText String name) implements PreparationEvent {
        public static final String TYPE = "preparation-evidence-added";
    }

    /** @param singlePoint its reference */
    record SinglePointFound(@JsonUnwrapped Facts facts, String singlePoint, @FreeText String text)
            implements
                PreparationEvent {
        public static final String TYPE = "single-point-found";
    }

    record SinglePointReopened(@JsonUnwrapped Facts facts, String singlePoint, @FreeText String reason)
            implements
                PreparationEvent {
        public static final String TYPE = "single-point-open";
    }

    record SinglePointRemoved(@JsonUnwrapped Facts facts, String singlePoint, @FreeText String reason)
            implements
                PreparationEvent {
        public static final String TYPE = "single-point-removed";
    }

    record SinglePointAccepted(@JsonUnwrapped Facts facts, String singlePoint, @FreeText String reason)
            implements
                PreparationEvent {
        public static final String TYPE = "single-point-accepted";
    }
}

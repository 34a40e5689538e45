package dev.blackstart.followup.action;

import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.blackstart.followup.defect.Defect;
import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.journal.Personal;
import dev.blackstart.problem.Choice;

/** An action against a latent defect was opened, changed or settled. */
public sealed interface ActionEvent extends JournalEvent {

    Facts facts();

    @Override
    default String reason() {
        return facts().reason();
    }

    /**
     * @param action its id
     * @param defect reference of the defect
     * @param title null in the journal of another exercise, like owner, kind and due
     */
    record Facts(String action, String defect, String defectId, @FreeText String title, @Personal String owner, String kind,
            Instant due, @FreeText String reason) {

        /** @param exercise whose journal it is for */
        static Facts of(ActionItem action, Defect defect, String reason, UUID exercise) {
            String id = action.id.toString();
            return !action.exerciseId.equals(exercise)
                    ? new Facts(id, defect.reference, defect.id.toString(), null, null, null, null, reason)
                    : new Facts(id, defect.reference, defect.id.toString(), action.title, action.owner,
                            Choice.key(action.kind), action.dueAt, reason);
        }
    }

    /** With the defect's name, for entries that another exercise may have caused. */
    default LogSentence named() {
        return LogSentence.of(LogSentence.words(type()) + ": " + facts().defect()
                + (facts().title() == null ? "" : ", " + facts().title()) + because());
    }

    /** The event of an action that has come there. */
    static Function<Facts, ActionEvent> movedTo(ActionItem.State to) {
        return switch (to) {
            case OPEN -> ActionReopened::new;
            case IN_PROGRESS -> ActionStarted::new;
            case DONE -> ActionDone::new;
            case VERIFIED -> ActionVerified::new;
            case DROPPED -> ActionDropped::new;
        };
    }

    record ActionOpened(@JsonUnwrapped Facts facts) implements ActionEvent {
        public static final String TYPE = "action-opened";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of(LogSentence.words(TYPE) + ": " + (facts.title() == null ? "" : facts.title()));
        }
    }

    record ActionChanged(@JsonUnwrapped Facts facts) implements ActionEvent {
        public static final String TYPE = "action-changed";
    }

    record ActionStarted(@JsonUnwrapped Facts facts) implements ActionEvent {
        public static final String TYPE = "action-in-progress";
    }

    record ActionDone(@JsonUnwrapped Facts facts) implements ActionEvent {
        public static final String TYPE = "action-done";
    }

    record ActionDropped(@JsonUnwrapped Facts facts) implements ActionEvent {
        public static final String TYPE = "action-dropped";
    }

    record ActionVerified(@JsonUnwrapped Facts facts) implements ActionEvent {
        public static final String TYPE = "action-verified";

        @Override
        public LogSentence describe(LogContext context) {
            return named();
        }
    }

    record ActionReopened(@JsonUnwrapped Facts facts) implements ActionEvent {
        public static final String TYPE = "action-reopened";

        @Override
        public LogSentence describe(LogContext context) {
            return named();
        }
    }

    /** The owner learns of the action and of nothing else. */
    record ActionAssigned(String action, @FreeText String title, Instant due) implements JournalEvent {
        public static final String TYPE = "action-assigned";
    }
}

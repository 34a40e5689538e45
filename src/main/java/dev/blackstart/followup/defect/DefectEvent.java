package dev.blackstart.followup.defect;

import java.time.Instant;
import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.preparation.singlepoint.SinglePoints;
import dev.blackstart.problem.Choice;

/** A latent defect was opened, changed or settled. */
public sealed interface DefectEvent extends JournalEvent {

    Facts facts();

    @Override
    default String reason() {
        return facts().reason();
    }

    /**
     * @param defect its reference
     * @param title null in the journal of another exercise, like severity, likelihood, single point and until
     * @param until for how long its risk is accepted, or null
     */
    record Facts(String defect, String defectId, @FreeText String title, String severity, String likelihood, String singlePoint,
            Instant until,
            @FreeText String reason) {

        /** @param exercise whose journal it is for */
        public static Facts of(Defect defect, String reason, UUID exercise) {
            String id = defect.id.toString();
            return !defect.exerciseId.equals(exercise) ? new Facts(defect.reference, id, null, null, null, null, null, reason)
                    : new Facts(defect.reference, id, defect.title, defect.severity, Choice.key(defect.likelihood),
                            SinglePoints.told(defect.singlePointId, exercise),
                            defect.state == Defect.State.ACCEPTED ? defect.acceptedUntil : null, reason);
        }
    }

    /** With the defect's name, for entries that another exercise may have caused. */
    default LogSentence named() {
        return LogSentence.of(LogSentence.words(type()) + ": " + facts().defect()
                + (facts().title() == null ? "" : ", " + facts().title()) + because());
    }

    record DefectOpened(@JsonUnwrapped Facts facts) implements DefectEvent {
        public static final String TYPE = "defect-opened";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of(LogSentence.words(TYPE) + ": " + (facts.title() == null ? "" : facts.title()));
        }
    }

    record DefectChanged(@JsonUnwrapped Facts facts) implements DefectEvent {
        public static final String TYPE = "defect-changed";
    }

    record DefectAccepted(@JsonUnwrapped Facts facts) implements DefectEvent {
        public static final String TYPE = "defect-accepted";
    }

    record DefectFixed(@JsonUnwrapped Facts facts) implements DefectEvent {
        public static final String TYPE = "defect-fixed";
    }

    record DefectVerified(@JsonUnwrapped Facts facts) implements DefectEvent {
        public static final String TYPE = "defect-verified";

        @Override
        public LogSentence describe(LogContext context) {
            return named();
        }
    }

    record DefectReopened(@JsonUnwrapped Facts facts) implements DefectEvent {
        public static final String TYPE = "defect-reopened";

        @Override
        public LogSentence describe(LogContext context) {
            return named();
        }
    }

    record DefectWithdrawn(@JsonUnwrapped Facts facts) implements DefectEvent {
        public static final String TYPE = "defect-withdrawn";

        @Override
        public LogSentence describe(LogContext context) {
            return named();
        }
    }
}

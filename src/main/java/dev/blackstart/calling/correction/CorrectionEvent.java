package dev.blackstart.calling.correction;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.journal.Personal;

/** Contact data in the directory was wrong. Neither the old value nor the new one is recorded. */
public sealed interface CorrectionEvent extends JournalEvent {

    Facts facts();

    default LogSentence about(String what, LogContext context) {
        return LogSentence.of(what + ": " + facts().field() + " of " + context.person(facts().person()));
    }

    /** @param correction its id @param attempt id of the attempt that showed it */
    record Facts(String correction, String attempt, @Personal String person, String field) {
        static Facts of(Correction correction) {
            return new Facts(correction.id.toString(), correction.attemptId.toString(), correction.person, correction.field);
        }
    }

    record ContactReportedWrong(@JsonUnwrapped Facts facts) implements CorrectionEvent {
        public static final String TYPE = "contact-wrong";

        @Override
        public LogSentence describe(LogContext context) {
            return about("Reported as wrong in the directory", context);
        }
    }

    record ContactCorrectionAccepted(@JsonUnwrapped Facts facts) implements CorrectionEvent {
        public static final String TYPE = "contact-correction-accepted";

        @Override
        public LogSentence describe(LogContext context) {
            return about("Corrected in the directory", context);
        }
    }

    record ContactCorrectionDeclined(@JsonUnwrapped Facts facts) implements CorrectionEvent {
        public static final String TYPE = "contact-correction-declined";

        @Override
        public LogSentence describe(LogContext context) {
            return about("Not changed in the directory", context);
        }
    }
}

package dev.blackstart.followup.offer;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.web.Texts;

/** A defect was offered to owners of similar systems, or one of them answered. */
public sealed interface DefectOfferEvent extends JournalEvent {

    /** @param defect its reference @param systems how many were asked about */
    record DefectOffered(String defect, String defectId, int systems) implements DefectOfferEvent {
        public static final String TYPE = "defect-offered";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Defect offered: " + defect + ", to the owners of "
                    + Texts.count(systems, "similar system"));
        }
    }

    /** @param system key of the system that was asked about @param answer yes, no or unknown */
    record DefectOfferAnswered(String defect, String defectId, String system, String answer, @FreeText String reason)
            implements
                DefectOfferEvent {
        public static final String TYPE = "defect-offer-answered";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Does " + defect + " apply to " + system + "? " + answer + because());
        }
    }
}

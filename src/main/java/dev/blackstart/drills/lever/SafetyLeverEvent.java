package dev.blackstart.drills.lever;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;

/** The safety lever was moved while this exercise was live. */
public sealed interface SafetyLeverEvent extends JournalEvent {

    record SafetyLeverPulled(@FreeText String reason) implements SafetyLeverEvent {
        public static final String TYPE = "safety-lever-pulled";
    }

    record SafetyLeverReleased(@FreeText String reason) implements SafetyLeverEvent {
        public static final String TYPE = "safety-lever-released";
    }
}

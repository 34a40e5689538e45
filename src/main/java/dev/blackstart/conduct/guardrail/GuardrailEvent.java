package dev.blackstart.conduct.guardrail;

import java.time.Instant;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** What a guardrail did. */
public sealed interface GuardrailEvent extends JournalEvent {

    String probe();

    /** @param then revert or abort @param since from when on the breach counts @param reason what was seen */
    record GuardrailActed(String probe, String then, Instant since, @FreeText String reason) implements GuardrailEvent {
        public static final String TYPE = "guardrail-acted";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Guardrail " + probe + " acts: "
                    + ("abort".equals(then) ? "all faults are reverted and the exercise is aborted"
                            : "all faults are reverted and the exercise is paused")
                    + because());
        }

        @Override
        public String icon() {
            return "stop";
        }

        @Override
        public String tone() {
            return "fault";
        }
    }

    /** The probe was inside its tolerance for as long as its guardrail asks: it may act again. */
    record GuardrailRearmed(String probe) implements GuardrailEvent {
        public static final String TYPE = "guardrail-rearmed";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Guardrail " + probe + " may act again");
        }

        @Override
        public String icon() {
            return "done";
        }
    }
}

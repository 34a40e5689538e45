package dev.blackstart.conduct.deconfliction;

import java.util.UUID;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** "Is this you?" was asked while the exercise ran, or answered for it. */
public sealed interface DeconflictionEvent extends JournalEvent {

    UUID question();

    record DeconflictionAsked(UUID question, @FreeText String text) implements DeconflictionEvent {
        public static final String TYPE = "deconfliction-asked";

        @Override
        public LogSentence describe(LogContext context) {
            return new LogSentence("Is this you? ", new LogSentence.Link(text, "/deconfliction/answers"), "");
        }

        @Override
        public String icon() {
            return "unknown";
        }

        @Override
        public String tone() {
            return "finding";
        }
    }

    record DeconflictionAnswered(UUID question, boolean ours, @FreeText String text) implements DeconflictionEvent {
        public static final String TYPE = "deconfliction-answered";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of((ours ? "It is ours: " : "It is not ours, treat it as real: ") + text);
        }
    }
}

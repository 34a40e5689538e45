package dev.blackstart.probe.sampling;

import java.time.Instant;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** A probe left its tolerance or came back into it. */
public sealed interface ProbeEvent extends JournalEvent {

    String probe();

    /** @param since when the sample began @param message what is wrong */
    record ProbeBreached(String probe, Instant since, @FreeText String value, @FreeText String message) implements ProbeEvent {
        public static final String TYPE = "probe-breached";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Probe outside tolerance: " + probe + (message == null ? "" : ". " + message));
        }

        @Override
        public String icon() {
            return "warning";
        }

        @Override
        public String tone() {
            return "fault";
        }
    }

    record ProbeInside(String probe, Instant since, @FreeText String value) implements ProbeEvent {
        public static final String TYPE = "probe-inside";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Probe inside tolerance: " + probe + (value == null ? "" : ", " + value));
        }

        @Override
        public String icon() {
            return "done";
        }

        @Override
        public String tone() {
            return "moment";
        }
    }
}

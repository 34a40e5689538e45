package dev.blackstart.drills.signal;

import java.time.Instant;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** What became of an alert that a drill expects. */
public sealed interface ExpectedAlertEvent extends JournalEvent {

    /** Key of the drill. */
    String drill();

    /** Name of the alert. */
    String alert();

    @Override
    default String tone() {
        return "moment";
    }

    /** @param source that sent it @param cameAt when it arrived @param late after its time */
    record ExpectedAlertCame(String drill, @FreeText String title, @FreeText String alert, String source, Instant cameAt,
            boolean late) implements ExpectedAlertEvent {
        public static final String TYPE = "expected-alert-came";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Expected alert came" + (late ? " late: " : ": ") + alert + " from " + source);
        }

        @Override
        public String icon() {
            return late ? "clock" : "done";
        }
    }

    /** @param dueAt until when it had to come; null where the plan gave no time */
    record ExpectedAlertMissed(String drill, @FreeText String title, @FreeText String alert, Instant dueAt)
            implements
                ExpectedAlertEvent {
        public static final String TYPE = "expected-alert-missed";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Expected alert did not come: " + alert);
        }

        @Override
        public String icon() {
            return "missed";
        }
    }
}

package dev.blackstart.review.document;

import java.util.List;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** The report of an exercise was edited, or moved on or back. */
public sealed interface ReportEvent extends JournalEvent {

    @Override
    default String icon() {
        return "note";
    }

    /** @param changed keys of sections and fields; the texts are the revision's */
    record ReportEdited(int revision, List<String> changed) implements ReportEvent {
        public static final String TYPE = "report-edited";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Edited the report, revision %d: %s".formatted(revision, String.join(", ", changed)));
        }
    }

    /** @param audience of what was published; null otherwise */
    record ReportMoved(int revision, String from, String to, String audience, @FreeText String reason) implements ReportEvent {
        public static final String TYPE = "report-moved";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Report, revision %d: %s%s%s".formatted(revision, to.replace('-', ' '),
                    audience == null ? "" : " to the " + audience, because()));
        }
    }
}

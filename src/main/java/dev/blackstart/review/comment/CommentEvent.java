package dev.blackstart.review.comment;

import java.util.UUID;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.web.Texts;

/** Readers said something about a report. An anonymous comment is not journaled by itself: its moment would be. */
public sealed interface CommentEvent extends JournalEvent {

    @Override
    default String icon() {
        return "note";
    }

    /** Under its author's name. */
    record ReportCommented(UUID comment, String section, @FreeText String text) implements CommentEvent {
        public static final String TYPE = "report-commented";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Commented on the report, %s: %s".formatted(CommentedSection.title(section), text));
        }
    }

    /** @param state answered or taken-up */
    record CommentAnswered(UUID comment, String section, String state, @FreeText String answer) implements CommentEvent {
        public static final String TYPE = "report-comment-answered";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Comment on the report, %s: %s. %s".formatted(CommentedSection.title(section),
                    state.replace('-', ' '), answer));
        }
    }

    record CommentWithdrawn(UUID comment, String section) implements CommentEvent {
        public static final String TYPE = "report-comment-withdrawn";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Withdrew a comment on the report, " + CommentedSection.title(section));
        }
    }

    /** When the report was published, or the exercise closed: how many comments there were. */
    record CommentsCounted(int named, int anonymous) implements CommentEvent {
        public static final String TYPE = "report-comments-counted";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Comments on the report: %s with a name, %d without"
                    .formatted(Texts.count(named, "comment"), anonymous));
        }
    }
}

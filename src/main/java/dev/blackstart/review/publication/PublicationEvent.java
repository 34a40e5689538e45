package dev.blackstart.review.publication;

import java.util.List;

import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** Something was made of a published report. */
public sealed interface PublicationEvent extends JournalEvent {

    /** @param sections keys of what it holds */
    record PublicVersionMade(int revision, List<String> sections) implements PublicationEvent {
        public static final String TYPE = "public-version-made";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Made a public version of revision %d: %s".formatted(revision, String.join(", ", sections)));
        }

        @Override
        public String icon() {
            return "note";
        }
    }
}

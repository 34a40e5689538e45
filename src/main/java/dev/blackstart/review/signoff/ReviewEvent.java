package dev.blackstart.review.signoff;

import java.time.Instant;

import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.journal.Personal;

/** A review was planned, or a report signed in it. */
public sealed interface ReviewEvent extends JournalEvent {

    @Override
    default String icon() {
        return "note";
    }

    /** @param minutesSpent null while nobody said it */
    record ReviewPlanned(@Personal String facilitator, @Personal String advisor, Instant dueAt, Integer minutesSpent)
            implements
                ReviewEvent {
        public static final String TYPE = "review-planned";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Planned the review: facilitator %s, advisor %s".formatted(name(context, facilitator),
                    name(context, advisor)));
        }

        private static String name(LogContext context, String person) {
            return person == null ? "nobody yet" : context.person(person);
        }
    }

    /** @param capacity facilitator, advisor or reader */
    record ReportSigned(int revision, String capacity) implements ReviewEvent {
        public static final String TYPE = "report-signed";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Signed revision %d of the report as %s".formatted(revision, capacity));
        }
    }
}

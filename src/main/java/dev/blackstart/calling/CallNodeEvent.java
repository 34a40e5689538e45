package dev.blackstart.calling;

import java.util.List;
import java.util.Objects;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.journal.Personal;

/** A call tree node was reached, is broken, or was given up. */
public sealed interface CallNodeEvent extends JournalEvent {

    /** Who is meant: a person, or a person for their team. */
    String name();

    /** @param person who answered @param late true or null */
    record ContactReached(String tree, String activation, String contact, @Personal String name, @Personal String person,
            Boolean late) implements CallNodeEvent {
        public static final String TYPE = "contact-reached";

        @Override
        public LogSentence describe(LogContext context) {
            String meant = context.person(name);
            String who = context.person(person);
            return LogSentence.of("Reached: " + meant + (meant.equals(who) ? "" : " through " + who));
        }

        @Override
        public String icon() {
            return "done";
        }

        /** Not in the log when the acknowledgement entry already says it. */
        @Override
        public boolean inLog() {
            return !Objects.equals(name, person);
        }
    }

    /** @param people who were tried */
    record ContactBroken(String tree, String activation, String contact, @Personal String name,
            @Personal List<String> people) implements CallNodeEvent {
        public static final String TYPE = "contact-broken";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("No answer for " + context.person(name) + ": a broken branch");
        }

        @Override
        public String icon() {
            return "missed";
        }

        @Override
        public String tone() {
            return "finding";
        }
    }

    record ContactSetAside(String tree, String activation, @Personal String name, @FreeText String reason)
            implements
                CallNodeEvent {
        public static final String TYPE = "contact-set-aside";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Contact set aside: " + context.person(name));
        }

        @Override
        public String icon() {
            return "warning";
        }
    }
}

package dev.blackstart.calling;

import java.util.Arrays;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.journal.Personal;
import dev.blackstart.people.ContactMethodType;

/** What became of one attempt to contact a person, for control staff. */
public sealed interface ContactEvent extends JournalEvent {

    Facts facts();

    default String who(LogContext context) {
        return context.person(facts().person());
    }

    /** The channel as people say it. */
    default String by() {
        return Arrays.stream(ContactMethodType.values()).filter(one -> one.key().equals(facts().channel()))
                .map(ContactMethodType::word).findFirst().orElse(facts().channel());
    }

    /**
     * @param tree key of the call tree
     * @param contact id of the place in the tree
     * @param caller who phones; null for what the platform sends
     */
    record Facts(String tree, String activation, String contact, String attempt, @Personal String person, String channel,
            @Personal String caller) {
        static Facts of(ActivationContext context, ContactAttempt attempt) {
            return new Facts(context.activation().treeKey, context.activation().id.toString(),
                    attempt.contactId.toString(), attempt.id.toString(), attempt.person, attempt.channel, attempt.caller);
        }
    }

    record ContactAttempted(@JsonUnwrapped Facts facts) implements ContactEvent {
        public static final String TYPE = "contact-attempted";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Calling " + who(context) + " by " + by()
                    + (facts.caller() == null ? "" : ", " + context.person(facts.caller()) + " phones"));
        }

        @Override
        public String icon() {
            return "call";
        }
    }

    /** @param via how they confirmed @param answer to the tree's question, or null @param late true or null */
    record ContactAcknowledged(@JsonUnwrapped Facts facts, String via, @FreeText String answer, Boolean late)
            implements
                ContactEvent {
        public static final String TYPE = "contact-acknowledged";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of(who(context) + " confirmed by " + via + (Boolean.TRUE.equals(late) ? ", late" : "")
                    + (answer == null ? "" : ": " + answer));
        }

        @Override
        public String icon() {
            return "done";
        }
    }

    /** Control staff judged whether the answer arrived as it was meant. */
    record AnswerJudged(@JsonUnwrapped Facts facts, boolean right) implements ContactEvent {
        public static final String TYPE = "answer-judged";
    }

    record ContactUnanswered(@JsonUnwrapped Facts facts) implements ContactEvent {
        public static final String TYPE = "contact-unanswered";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of(who(context) + " did not answer by " + by());
        }

        @Override
        public String icon() {
            return "missed";
        }
    }

    record ContactWithheld(@JsonUnwrapped Facts facts, String why) implements ContactEvent {
        public static final String TYPE = "contact-withheld";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of(who(context) + " is out of play and does not answer");
        }
    }

    record ContactUnreachable(@JsonUnwrapped Facts facts) implements ContactEvent {
        public static final String TYPE = "contact-unreachable";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("No known way to reach " + who(context) + " by " + by());
        }
    }

    /** @param result key of the attempt's state */
    record ContactAttemptFailed(@JsonUnwrapped Facts facts, String result, @FreeText String note) implements ContactEvent {
        public static final String TYPE = "contact-failed";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of(who(context) + ": " + result.replace('-', ' '));
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
}

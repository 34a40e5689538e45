package dev.blackstart.conduct;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.journal.ObservedEvent;

/** An item of the timeline came into another state. */
public sealed interface ItemChange extends ItemEvent, ObservedEvent {

    Facts facts();

    @Override
    default String item() {
        return facts().item();
    }

    @Override
    default String reason() {
        return facts().reason();
    }

    @Override
    default Duration due() {
        return facts().due();
    }

    @Override
    default Instant observedAt() {
        return facts().observedAt();
    }

    @Override
    default Duration observedClock() {
        return facts().observedClock();
    }

    /**
     * @param item its key
     * @param kind of its body
     * @param option that was chosen, or null
     * @param due null where it waits for something
     * @param observedAt when it was met, where that was before; or null
     */
    record Facts(String item, String kind, String option, Duration due, @FreeText String reason, Instant observedAt,
            Duration observedClock) {
        public static Facts of(TimelineItem item, String reason) {
            boolean observed = item.observedClock != null;
            return new Facts(item.key, item.kind, item.option,
                    item.dueClock == null ? null : ExerciseClock.duration(item.dueClock), reason,
                    observed ? item.completedAt : null,
                    observed ? ExerciseClock.duration(item.observedClock) : null);
        }
    }

    record ItemCompleted(@JsonUnwrapped Facts facts) implements ItemChange {
        public static final String TYPE = "item-completed";

        @Override
        public LogSentence describe(LogContext context) {
            return context.about("expectation".equals(facts.kind()) ? "Met" : "Completed", item(), because());
        }

        /** Only what went as it should has a check mark: a call tree has a result of its own. */
        @Override
        public String icon() {
            return "callTree".equals(facts.kind()) ? "call" : "done";
        }

        @Override
        public String tone() {
            return "moment";
        }
    }

    record ItemChosen(@JsonUnwrapped Facts facts) implements ItemChange {
        public static final String TYPE = "item-chosen";

        @Override
        public LogSentence describe(LogContext context) {
            return context.about("Chosen “" + facts.option() + "”", item(), because());
        }

        @Override
        public String icon() {
            return "decision";
        }

        @Override
        public String tone() {
            return "moment";
        }
    }

    record ItemMissed(@JsonUnwrapped Facts facts) implements ItemChange {
        public static final String TYPE = "item-missed";

        @Override
        public LogSentence describe(LogContext context) {
            return context.about("Missed", item(), because());
        }

        @Override
        public String icon() {
            return "missed";
        }
    }

    record ItemUnjudged(@JsonUnwrapped Facts facts) implements ItemChange {
        public static final String TYPE = "item-unjudged";

        @Override
        public LogSentence describe(LogContext context) {
            return context.about("Cannot be judged", item(), because());
        }
    }

    record ItemHeld(@JsonUnwrapped Facts facts) implements ItemChange {
        public static final String TYPE = "item-held";

        @Override
        public LogSentence describe(LogContext context) {
            return context.about("Held", item(), because());
        }
    }

    record ItemSkipped(@JsonUnwrapped Facts facts) implements ItemChange {
        public static final String TYPE = "item-skipped";

        @Override
        public LogSentence describe(LogContext context) {
            return context.about("Skipped", item(), because());
        }

        @Override
        public String icon() {
            return "skipped";
        }
    }

    record ItemDeferred(@JsonUnwrapped Facts facts) implements ItemChange {
        public static final String TYPE = "item-deferred";

        @Override
        public LogSentence describe(LogContext context) {
            return context.about("Deferred", item(), because());
        }
    }

    /** It was held, and is no longer. */
    record ItemResumed(@JsonUnwrapped Facts facts) implements ItemChange {
        public static final String TYPE = "item-pending";

        @Override
        public LogSentence describe(LogContext context) {
            return context.about("Resumed", item(), because());
        }
    }

    /** A step of it that failed is tried again. */
    record ItemRetried(@JsonUnwrapped Facts facts) implements ItemChange {
        public static final String TYPE = "item-retried";
    }

    /** Its reveal failed, and somebody chose to do without. */
    record ItemNotRevealed(@JsonUnwrapped Facts facts) implements ItemChange {
        public static final String TYPE = "item-not-revealed";
    }
}

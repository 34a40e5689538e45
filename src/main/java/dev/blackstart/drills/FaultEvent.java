package dev.blackstart.drills;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/** How far a fault or its revert has come. */
public sealed interface FaultEvent extends JournalEvent {

    Facts facts();

    default String drill() {
        return facts().drill();
    }

    default String name() {
        return facts().title() == null ? facts().drill() : facts().title();
    }

    default String why() {
        return facts().why();
    }

    /**
     * @param drill its key
     * @param instruction what a person is asked to do, or null
     * @param verified false where the revert was seen not to have worked; null where nobody looked
     */
    record Facts(String drill, @FreeText String title, @FreeText String instruction, @FreeText String why,
            Boolean verified) {
    }

    record DrillArmed(@JsonUnwrapped Facts facts) implements FaultEvent {
        public static final String TYPE = "drill-armed";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Fault armed: " + name());
        }

        @Override
        public String icon() {
            return "armed";
        }

        @Override
        public String tone() {
            return "fault";
        }
    }

    record FaultInjected(@JsonUnwrapped Facts facts) implements FaultEvent {
        public static final String TYPE = "fault-injected";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Fault injected: " + name());
        }

        @Override
        public String icon() {
            return "fault";
        }

        @Override
        public String tone() {
            return "fault";
        }
    }

    record FaultRevertStarted(@JsonUnwrapped Facts facts) implements FaultEvent {
        public static final String TYPE = "fault-reverting";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Revert started: " + name() + (why() == null ? "" : ", " + why()));
        }

        @Override
        public String icon() {
            return "revert";
        }

        @Override
        public String tone() {
            return "fault";
        }
    }

    record FaultReverted(@JsonUnwrapped Facts facts) implements FaultEvent {
        public static final String TYPE = "fault-reverted";

        /** Whether somebody saw that the revert has not worked. */
        public boolean seenToHaveFailed() {
            return Boolean.FALSE.equals(facts.verified());
        }

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Reverted: " + name());
        }

        @Override
        public String icon() {
            return seenToHaveFailed() ? "warning" : "done";
        }

        @Override
        public String tone() {
            return "moment";
        }
    }

    record FaultRevertFailed(@JsonUnwrapped Facts facts) implements FaultEvent {
        public static final String TYPE = "fault-revert-failed";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Revert failed: " + name() + ", " + (why() == null ? "" : why()));
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

    /** It was not reverted: a real incident deals with it. {@code why} names the incident. */
    record FaultHandedOver(@JsonUnwrapped Facts facts) implements FaultEvent {
        public static final String TYPE = "fault-handed-over";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Handed over to the incident " + why() + ", not reverted: " + name());
        }

        @Override
        public String icon() {
            return "handover";
        }

        @Override
        public String tone() {
            return "fault";
        }
    }

    /** NO DUFF was called, and the plan is approved to keep this fault. */
    record FaultKept(@JsonUnwrapped Facts facts) implements FaultEvent {
        public static final String TYPE = "fault-held";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Stays through NO DUFF, as it is approved: " + name() + ". Revert it by hand.");
        }
    }

    /** The driver says that it could not inject, or nobody knows whether it did; its revert begins. */
    record FaultInjectFailed(@JsonUnwrapped Facts facts) implements FaultEvent {
        public static final String TYPE = "fault-inject-failed";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Injection failed: " + name() + ", " + (why() == null ? "" : why()));
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

    /**
     * A call of a driver has ended.
     *
     * @param action key of a {@link DriverAction}
     * @param outcome key of an {@link AttemptState}
     * @param millis from the call to its end
     * @param output the beginning of what the target answered; null where it answered nothing
     */
    record DriverCalled(@JsonUnwrapped Facts facts, String driver, String action, String outcome, long millis,
            @FreeText String output) implements FaultEvent {
        public static final String TYPE = "driver-called";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("Driver %s, %s of %s: %s after %d ms%s".formatted(driver, action, name(), outcome, millis,
                    why() == null ? "" : ", " + why()));
        }
    }
}

package dev.blackstart.conduct;

import java.util.List;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.blackstart.exercise.ClockEvent;
import dev.blackstart.exercise.PauseReason;
import dev.blackstart.exercise.gate.Gate;
import dev.blackstart.exercise.gate.GateCheck.Result;
import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.journal.Personal;

/** The life of an exercise: start, pauses, end. */
public sealed interface ExerciseEvent extends JournalEvent {

    /** STARTEX. */
    record ExerciseStarted() implements ExerciseEvent, ClockEvent {
        public static final String TYPE = "startex";

        @Override
        public boolean runs() {
            return true;
        }

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("STARTEX");
        }

        @Override
        public String icon() {
            return "play";
        }
    }

    /** PAUSEX. @param cause asked, outage or no-duff */
    record ExercisePaused(String cause) implements ExerciseEvent, ClockEvent {
        public static final String TYPE = "pausex";

        public static ExercisePaused of(PauseReason reason) {
            return new ExercisePaused(switch (reason) {
                case NO_DUFF, NO_DUFF_OUTAGE -> "no-duff";
                case OUTAGE -> "outage";
                case ASKED -> "asked";
            });
        }

        public boolean afterOutage() {
            return "outage".equals(cause);
        }

        @Override
        public boolean runs() {
            return false;
        }

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("PAUSEX" + (afterOutage() ? " after an outage" : ""));
        }

        @Override
        public String icon() {
            return "paused";
        }
    }

    record ExerciseResumed() implements ExerciseEvent, ClockEvent {
        public static final String TYPE = "resumed";

        @Override
        public boolean runs() {
            return true;
        }

        @Override
        public String icon() {
            return "play";
        }
    }

    /** How the exercise went on after an outage. @param catchUp shift, release or skip */
    record CaughtUp(String catchUp) implements ExerciseEvent {
        public static final String TYPE = "caught-up";
    }

    /** ENDEX. @param outcome completed or aborted */
    record ExerciseEnded(String outcome) implements ExerciseEvent, ClockEvent {
        public static final String TYPE = "endex";

        @Override
        public boolean runs() {
            return false;
        }

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("ENDEX, " + (outcome == null ? "" : outcome));
        }

        @Override
        public String icon() {
            return "ended";
        }
    }

    record ExerciseClosed() implements ExerciseEvent {
        public static final String TYPE = "closed";
    }

    /** NO DUFF: a real emergency. */
    record NoDuffCalled(@FreeText String text) implements ExerciseEvent {
        public static final String TYPE = "no-duff";

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of("NO DUFF" + (text == null || text.isEmpty() ? "" : ": " + text));
        }

        @Override
        public String icon() {
            return "noduff";
        }

        @Override
        public String tone() {
            return "fault";
        }
    }

    /**
     * Why it was paused, resumed or ended; only control staff read it, for it may name what is to come. @param act type of that
     * entry
     */
    record ReasonGiven(@JsonProperty("for") String act, @FreeText String text) implements ExerciseEvent {
        public static final String TYPE = "reason";

        public boolean ofEnd() {
            return ExerciseEnded.TYPE.equals(act);
        }

        public boolean ofResume() {
            return ExerciseResumed.TYPE.equals(act);
        }

        @Override
        public LogSentence describe(LogContext context) {
            return LogSentence.of(text == null ? "" : text);
        }

        @Override
        public String icon() {
            return "note";
        }
    }

    /**
     * The STARTEX gate as it was when the exercise started; each check is in one of the lists.
     *
     * @param advice what checks said, a line {@code key: advice} each
     */
    record GateEvaluated(List<String> passed, List<String> failed, List<String> notApplicable, @FreeText String advice)
            implements
                ExerciseEvent {
        public static final String TYPE = "gate-evaluated";

        public static GateEvaluated of(List<Gate.Checked> checks) {
            return new GateEvaluated(keys(checks, Result.PASS), keys(checks, Result.FAIL), keys(checks, Result.NOT_APPLICABLE),
                    checks.stream().filter(check -> check.answer().advice() != null)
                            .map(check -> check.key().key() + ": " + check.answer().advice())
                            .collect(Collectors.joining("\n")));
        }

        private static List<String> keys(List<Gate.Checked> checks, Result result) {
            return checks.stream().filter(check -> check.answer().result() == result).map(check -> check.key().key()).toList();
        }

        @Override
        public boolean inLog() {
            return false;
        }
    }

    /** @param checks keys of the gate's checks that failed @param confirmedBy the second person; null where one was enough */
    record GateOverridden(@FreeText String reason, List<String> checks, @Personal String confirmedBy) implements ExerciseEvent {
        public static final String TYPE = "gate-overridden";
    }

    /** It was to start by itself and did not. @param checks keys of the gate's checks that failed */
    record AutomaticStartRefused(List<String> checks, @FreeText String advice) implements ExerciseEvent {
        public static final String TYPE = "start-refused";
    }
}

package dev.blackstart.exercise.gate;

import java.util.UUID;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;

/** One look before STARTEX. A feature adds its own by implementing this; what nobody implements is not applicable. */
public interface GateCheck {

    GateKey key();

    /** The answer is shown to everybody who sees the exercise as control staff do: it names nothing of another exercise. */
    Answer check(Exercise exercise);

    /** Called outside any transaction, shortly before an exercise is to start: a check that takes long does its work here. */
    default void prepare(UUID exercise) {
    }

    /** The same, again before each fault of a running exercise. */
    default Answer checkBeforeFault(Exercise exercise, PlanDocument.Drill drill) {
        return check(exercise);
    }

    /**
     * What a check found.
     *
     * @param advice what to do about it; null where it passes and there is nothing to say
     * @param overridable whether the director may start all the same, with a reason
     */
    record Answer(Result result, String advice, boolean overridable) {

        public static final Answer PASS = new Answer(Result.PASS, null, true);
        public static final Answer NOT_APPLICABLE = new Answer(Result.NOT_APPLICABLE, null, true);

        /** Nothing that stands in the way, but worth knowing before. */
        public static Answer warn(String advice) {
            return new Answer(Result.PASS, advice, true);
        }

        public static Answer fail(String advice) {
            return new Answer(Result.FAIL, advice, true);
        }

        /** No reason is good enough to start with this. */
        public static Answer forbid(String advice) {
            return new Answer(Result.FAIL, advice, false);
        }
    }

    enum Result {
        PASS,
        FAIL,
        NOT_APPLICABLE;

        public String key() {
            return name().toLowerCase().replace('_', '-');
        }
    }
}

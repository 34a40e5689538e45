package dev.blackstart.exercise.confirmation;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDocument.Environment;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.PauseReason;
import dev.blackstart.exercise.gate.OverrideRule;
import dev.blackstart.problem.Problem;

/**
 * Something that one person alone cannot do: start with failed checks from intensity 3, resume after NO DUFF, inject a fault
 * in production, hand a fault over to a real incident.
 *
 * @param key how {@code confirmations {of}} names it: {@code start}, {@code resume}, the key of a drill, or
 *        {@code hand-over:} and the key of a drill
 */
public record TwoPersonAct(Kind kind, String key) {

    public enum Kind {
        START,
        RESUME,
        INJECTION,
        HAND_OVER
    }

    public static final TwoPersonAct START = new TwoPersonAct(Kind.START, "start");
    public static final TwoPersonAct RESUME = new TwoPersonAct(Kind.RESUME, "resume");

    private static final String HAND_OVER = "hand-over:";

    /** Prefix of an injection in the database, so that no drill's key is taken for another act. */
    private static final String INJECTION = "drill:";

    public static TwoPersonAct injection(String drill) {
        return new TwoPersonAct(Kind.INJECTION, drill);
    }

    public static TwoPersonAct handOver(String drill) {
        return new TwoPersonAct(Kind.HAND_OVER, HAND_OVER + drill);
    }

    /** Key of the drill that it is about; null where it is about none. */
    public String drill() {
        return switch (kind) {
            case INJECTION -> key;
            case HAND_OVER -> key.substring(HAND_OVER.length());
            case START, RESUME -> null;
        };
    }

    /** @throws Problem 422 for what does not take two people in this exercise */
    public static TwoPersonAct of(Exercise exercise, String key) {
        if (START.key.equals(key)) {
            return START;
        }
        if (RESUME.key.equals(key)) {
            return RESUME;
        }
        if (key != null && exercise.plan().drill(key).isPresent()) {
            return injection(key);
        }
        if (key != null && key.startsWith(HAND_OVER)
                && exercise.plan().drill(key.substring(HAND_OVER.length())).isPresent()) {
            return handOver(key.substring(HAND_OVER.length()));
        }
        throw Problem.invalid("of", "of is start, resume, the key of a drill, or hand-over: and the key of a drill.");
    }

    static TwoPersonAct stored(String text) {
        return text.startsWith(INJECTION) ? injection(text.substring(INJECTION.length()))
                : text.startsWith(HAND_OVER) ? handOver(text.substring(HAND_OVER.length()))
                        : START.key.equals(text) ? START : RESUME;
    }

    String stored() {
        return kind == Kind.INJECTION ? INJECTION + key : key;
    }

    /** Whether it takes two people; a rehearsal touches nothing. */
    public boolean needsTwo(Exercise exercise) {
        return !exercise.isRehearsal() && switch (kind) {
            case START -> OverrideRule.of(exercise.plan()).needsTwo();
            case RESUME -> exercise.pauseReason != null && isNoDuff(exercise.pauseReason);
            case HAND_OVER -> true;
            case INJECTION -> exercise.plan().drill(key).map(drill -> isProduction(exercise.plan(), drill)).orElse(false);
        };
    }

    private static boolean isNoDuff(PauseReason reason) {
        return reason.isNoDuff();
    }

    private static boolean isProduction(PlanDocument plan, PlanDocument.Drill drill) {
        return plan.environmentOf(drill) == Environment.PRODUCTION;
    }

    /** As a sentence names it. */
    public String words(Exercise exercise) {
        return switch (kind) {
            case START -> "Start with failed checks";
            case RESUME -> "Resume after NO DUFF";
            case INJECTION -> "Inject in production: " + exercise.plan().title(key);
            case HAND_OVER -> "Hand over to a real incident, without a revert: " + exercise.plan().title(drill());
        };
    }
}

package dev.blackstart.exercise.confirmation;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDocument.Environment;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.PauseReason;
import dev.blackstart.exercise.gate.OverrideRule;
import dev.blackstart.problem.Problem;

/**
 * Something that one person alone cannot do: start with failed checks from intensity 3, resume after NO DUFF, inject a fault
 * in production.
 *
 * @param key how {@code confirmations {of}} names it: {@code start}, {@code resume}, or the key of a drill
 */
public record TwoPersonAct(Kind kind, String key) {

    public enum Kind {
        START,
        RESUME,
        INJECTION
    }

    public static final TwoPersonAct START = new TwoPersonAct(Kind.START, "start");
    public static final TwoPersonAct RESUME = new TwoPersonAct(Kind.RESUME, "resume");

    /** Prefix of an injection in the database, so that no drill's key is taken for another act. */
    private static final String INJECTION = "drill:";

    public static TwoPersonAct injection(String drill) {
        return new TwoPersonAct(Kind.INJECTION, drill);
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
        throw Problem.invalid("of", "of is start, resume, or the key of a drill.");
    }

    static TwoPersonAct stored(String text) {
        return text.startsWith(INJECTION) ? injection(text.substring(INJECTION.length()))
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
        };
    }
}

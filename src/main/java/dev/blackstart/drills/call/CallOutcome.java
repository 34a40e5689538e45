package dev.blackstart.drills.call;

import dev.blackstart.drills.AttemptState;
import dev.blackstart.driver.DriverFailed;
import dev.blackstart.driver.OutcomeUnknown;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.target.TargetSecrets;

/**
 * How a call of a driver ended.
 *
 * @param state succeeded, failed, unknown or refused
 * @param reason one sentence where it did not succeed
 * @param output what the target answered; null where it answered nothing
 */
record CallOutcome(AttemptState state, String reason, String output) {

    private static final int LONGEST_OUTPUT = 16_000;
    private static final int LONGEST_REASON = 1_000;

    static CallOutcome succeeded(String output) {
        return new CallOutcome(AttemptState.SUCCEEDED, null, output);
    }

    static CallOutcome unknown(String reason) {
        return new CallOutcome(AttemptState.UNKNOWN, reason, null);
    }

    static CallOutcome refused(String reason) {
        return new CallOutcome(AttemptState.REFUSED, reason, null);
    }

    /** What no driver foresaw may have happened at any point, so its outcome is unknown. */
    static CallOutcome of(RuntimeException failure) {
        if (failure instanceof DriverFailed failed) {
            return new CallOutcome(failed instanceof OutcomeUnknown ? AttemptState.UNKNOWN : AttemptState.FAILED,
                    failed.getMessage(), failed.output);
        }
        return unknown("The driver failed unexpectedly (" + failure.getClass().getSimpleName() + "); see the server log.");
    }

    /** As it may be stored and shown: what a target answers may quote what it was sent, be long, and hold any character. */
    CallOutcome storable(TargetSecrets secrets) {
        return new CallOutcome(state, cut(secrets.mask(reason), LONGEST_REASON), cut(secrets.mask(output), LONGEST_OUTPUT));
    }

    boolean isSuccess() {
        return state == AttemptState.SUCCEEDED;
    }

    /** To size, and without characters that no database stores. */
    private static String cut(String text, int longest) {
        String kept = TextLimits.kept(Integer.MAX_VALUE, text);
        return kept == null || kept.length() <= longest ? kept
                : kept.substring(0, longest) + " … (" + (kept.length() - longest) + " more characters)";
    }
}

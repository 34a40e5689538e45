package dev.blackstart.conduct.guardrail;

import java.time.Duration;
import java.time.Instant;

import dev.blackstart.probe.sampling.ProbeState;

/**
 * When a guardrail acts: once, after its probe was not inside for long enough; then again only after the probe was inside for
 * as long. No data counts as outside.
 *
 * @param lasts how long the breach lasts before it counts
 * @param every the sampling interval
 * @param allowance how long a sample may be under way
 */
record GuardrailRule(Duration lasts, Duration every, Duration allowance) {

    /** What to do now. */
    enum Step {
        NOTHING,
        ACT,
        REARM
    }

    /**
     * What is known of a probe.
     *
     * @param changedAt when its state began; before the first sample: when that was due
     * @param newest when its newest sample began; null before the first
     * @param actedAt when the guardrail acted; null while it may
     * @param watchedSince since when somebody looks: silence before it is nobody's measurement
     */
    record Facts(ProbeState state, Instant changedAt, Instant newest, Instant actedAt, Instant watchedSince) {
    }

    /** From when on a breach counts, an expected one not considered; null where there is none. */
    Instant breachSince(Facts facts, Instant now) {
        return switch (facts.state()) {
            case OUTSIDE -> facts.changedAt();
            case UNKNOWN -> later(facts.changedAt(), facts.watchedSince()).plus(allowance);
            case INSIDE -> {
                Instant due = facts.newest() == null ? facts.changedAt() : facts.newest().plus(every);
                Instant silent = later(due, facts.watchedSince()).plus(allowance);
                yield silent.isBefore(now) ? silent : null;
            }
        };
    }

    /** @param countsFrom when the breach, if there is one, is no longer expected; null without a breach */
    Step step(Facts facts, Instant countsFrom, Instant now) {
        if (facts.actedAt() == null) {
            return countsFrom != null && !countsFrom.plus(lasts).isAfter(now) ? Step.ACT : Step.NOTHING;
        }
        boolean isBack = facts.state() == ProbeState.INSIDE && facts.newest() != null
                && !facts.changedAt().plus(lasts).isAfter(facts.newest());
        return isBack ? Step.REARM : Step.NOTHING;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}

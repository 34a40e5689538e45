package dev.blackstart.insight.recovery;

import java.time.Duration;
import java.time.Instant;

/**
 * What one drill or incident says about the recovery of one system.
 *
 * @param kind of failure
 * @param weight environment × notice × proof
 * @param production whether it happened in production
 * @param recovery how long it took; null where it was not recovered or nobody measured it
 * @param target recovery time objective; null where none is known
 * @param dataLost as people stated it; null where nobody did
 * @param lossTarget recovery point objective; null where none is known
 * @param why in words
 */
public record Evidence(String system, String kind, Instant at, Verdict verdict, double weight, boolean production,
        Duration recovery, Duration target, String dataLost, Duration lossTarget, String why, String name, String href,
        String setting) {

    /** Whether it proves the recovery. */
    public enum Verdict {
        PROVED,
        /** The hypothesis was refuted, or it took too long, or too much data was lost. */
        REFUTED,
        /** It says neither: inconclusive, not measured, or without a target. */
        NEITHER
    }

    boolean counts() {
        return verdict != Verdict.NEITHER && weight > 0;
    }
}

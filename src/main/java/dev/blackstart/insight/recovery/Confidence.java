package dev.blackstart.insight.recovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.apache.commons.statistics.distribution.BetaDistribution;

import dev.blackstart.insight.recovery.Evidence.Verdict;

/**
 * How far the recovery of a system from a kind of failure is proved: the 20 % quantile of Beta(1 + S, 1 + F). docs/insight.md
 * says
 * why.
 *
 * @param state what stands in words: it overrules the number
 * @param value between 0 and 1; null while it is unknown
 * @param successes S: weighed, aged recoveries
 * @param failures F: weights of those that were refuted or too slow and not made good since
 * @param changed failover paths changed since the newest success
 */
public record Confidence(State state, Double value, double successes, double failures, int changed) {

    private static final double DAY = Duration.ofDays(1).toSeconds();

    /** What the newest evidence says. */
    public enum State {
        UNKNOWN,
        DISPROVED,
        PROVED
    }

    /**
     * @param inOrder of time, of one system and kind
     * @param failoverChanges when failover paths of the system were changed
     */
    static Confidence of(List<Evidence> inOrder, List<Instant> failoverChanges, Instant now, RecoveryConfig rules) {
        List<Evidence> counted = inOrder.stream().filter(Evidence::counts).toList();
        if (counted.isEmpty()) {
            return new Confidence(State.UNKNOWN, null, 0, 0, 0);
        }
        double production = 0;
        double outside = 0;
        double failures = 0;
        Evidence newestSuccess = null;
        for (int i = 0; i < counted.size(); i++) {
            Evidence one = counted.get(i);
            if (one.verdict() == Verdict.PROVED) {
                double worth = one.weight() * aged(one.at(), now, rules)
                        * Math.pow(rules.changedFailoverPath(), after(one.at(), failoverChanges, now));
                if (one.production()) {
                    production += worth;
                } else {
                    outside += worth;
                }
                newestSuccess = one;
            } else if (!isMadeGood(one, counted.subList(i + 1, counted.size()))) {
                failures += one.weight();
            }
        }
        double successes = production + Math.min(rules.mostOutsideProduction(), outside);
        double value = BetaDistribution.of(1 + successes, 1 + failures).inverseCumulativeProbability(rules.quantile());
        boolean refuted = counted.get(counted.size() - 1).verdict() == Verdict.REFUTED;
        return new Confidence(refuted ? State.DISPROVED : State.PROVED, value, successes, failures,
                newestSuccess == null ? 0 : (int) after(newestSuccess.at(), failoverChanges, now));
    }

    private static double aged(Instant at, Instant now, RecoveryConfig rules) {
        double days = Math.max(0, Duration.between(at, now).toSeconds() / DAY);
        return Math.pow(2, -days / (rules.halfLife().toSeconds() / DAY));
    }

    private static long after(Instant at, List<Instant> changes, Instant now) {
        return changes.stream().filter(change -> change.isAfter(at) && !change.isAfter(now)).count();
    }

    private static boolean isMadeGood(Evidence failure, List<Evidence> later) {
        return later.stream().anyMatch(one -> one.verdict() == Verdict.PROVED && one.weight() >= failure.weight());
    }
}

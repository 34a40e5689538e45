package dev.blackstart.insight.recovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.blackstart.insight.recovery.Confidence.State;
import dev.blackstart.insight.recovery.Evidence.Verdict;
import io.smallrye.config.SmallRyeConfigBuilder;

class ConfidenceTest {

    private static final Instant NOW = Instant.parse("2027-01-01T00:00:00Z");

    private static final RecoveryConfig RULES = new SmallRyeConfigBuilder().withMapping(RecoveryConfig.class).build()
            .getConfigMapping(RecoveryConfig.class);

    private static Evidence evidence(int daysAgo, Verdict verdict, double weight, boolean production) {
        return new Evidence("orders-db", "database-failover", NOW.minus(Duration.ofDays(daysAgo)), verdict, weight, production,
                null, null, null, null, "", "", "", "");
    }

    private static Confidence of(Evidence... evidence) {
        return Confidence.of(Arrays.asList(evidence), List.of(), NOW, RULES);
    }

    @Test
    void nothing_unknown() {
        assertThat(of().state()).isEqualTo(State.UNKNOWN);
        assertThat(of().value()).isNull();
    }

    @Test
    void talkedThrough_weighsNothing_unknown() {
        assertThat(of(evidence(1, Verdict.PROVED, 0, false)).state()).isEqualTo(State.UNKNOWN);
    }

    /** The distribution function of Beta(2, 1) is x², so its 20 % quantile is √0.2; of Beta(1, 2) it is 1 − √0.8. */
    @Test
    void oneSuccessOrFailureOfFullWeight_quantileKnownInClosedForm() {
        assertThat(of(evidence(0, Verdict.PROVED, 1, true)).value()).isCloseTo(Math.sqrt(0.2), within(1e-9));
        Confidence refuted = of(evidence(0, Verdict.REFUTED, 1, true));
        assertThat(refuted.value()).isCloseTo(1 - Math.sqrt(0.8), within(1e-9));
        assertThat(refuted.state()).isEqualTo(State.DISPROVED);
    }

    @Test
    void success_halvesWithAge_andWithEachChangedFailoverPathSince() {
        assertThat(of(evidence(180, Verdict.PROVED, 1, true)).successes()).isCloseTo(0.5, within(1e-9));
        Evidence fresh = evidence(0, Verdict.PROVED, 1, true);
        Evidence old = evidence(10, Verdict.PROVED, 1, true);
        List<Instant> changes = List.of(NOW.minus(Duration.ofDays(20)), NOW.minus(Duration.ofDays(5)),
                NOW.minus(Duration.ofDays(3)));
        Confidence decayed = Confidence.of(List.of(old), changes, NOW, RULES);
        assertThat(decayed.successes()).isCloseTo(0.25 * Math.pow(2, -10 / 180.0), within(1e-9));
        assertThat(decayed.changed()).isEqualTo(2);
        assertThat(Confidence.of(List.of(old, fresh), changes, NOW, RULES).changed()).isZero();
    }

    @Test
    void outsideProduction_countsAtMostOneInSum() {
        Evidence staging = evidence(0, Verdict.PROVED, 0.5, false);
        assertThat(of(staging, staging, staging, staging).successes()).isEqualTo(1);
        assertThat(of(staging, staging, staging, evidence(0, Verdict.PROVED, 1, true)).successes()).isEqualTo(2);
    }

    @Test
    void failure_standsUntilASuccessOfAtLeastThatWeight() {
        Evidence failure = evidence(30, Verdict.REFUTED, 0.7, true);
        assertThat(of(failure, evidence(20, Verdict.PROVED, 0.35, false)).failures()).isEqualTo(0.7);
        Confidence madeGood = of(failure, evidence(20, Verdict.PROVED, 0.7, true));
        assertThat(madeGood.failures()).isZero();
        assertThat(madeGood.state()).isEqualTo(State.PROVED);
        assertThat(of(evidence(40, Verdict.PROVED, 1, true), failure).failures()).isEqualTo(0.7);
    }

    @Test
    void latestRefuted_disprovedWhateverTheNumber() {
        Evidence success = evidence(30, Verdict.PROVED, 1, true);
        Confidence confidence = of(success, success, success, success, evidence(1, Verdict.REFUTED, 0.2, false));
        assertThat(confidence.value()).isGreaterThan(0.5);
        assertThat(confidence.state()).isEqualTo(State.DISPROVED);
    }

    @Test
    void neither_changesNothing() {
        assertThat(of(evidence(0, Verdict.PROVED, 1, true), evidence(0, Verdict.NEITHER, 1, true)).value())
                .isEqualTo(of(evidence(0, Verdict.PROVED, 1, true)).value());
    }
}

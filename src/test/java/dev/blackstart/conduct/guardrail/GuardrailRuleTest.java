package dev.blackstart.conduct.guardrail;

import static dev.blackstart.conduct.guardrail.GuardrailRule.Step.ACT;
import static dev.blackstart.conduct.guardrail.GuardrailRule.Step.NOTHING;
import static dev.blackstart.conduct.guardrail.GuardrailRule.Step.REARM;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.blackstart.probe.sampling.ProbeState;

class GuardrailRuleTest {

    private static final Instant START = Instant.parse("2027-03-01T09:00:00Z");
    private static final GuardrailRule RULE = new GuardrailRule(Duration.ofSeconds(30), Duration.ofSeconds(1),
            Duration.ofSeconds(10));

    private static Instant at(long second) {
        return START.plusSeconds(second);
    }

    /** Times in seconds since the start; what is null did not happen. */
    private static GuardrailRule.Step step(ProbeState state, long changed, Long newest, Long acted, long now) {
        GuardrailRule.Facts facts = new GuardrailRule.Facts(state, at(changed), newest == null ? null : at(newest),
                acted == null ? null : at(acted), START);
        return RULE.step(facts, RULE.breachSince(facts, at(now)), at(now));
    }

    @Test
    void outside_forLongEnough_actsOnce() {
        assertThat(step(ProbeState.OUTSIDE, 100, 129L, null, 129)).isEqualTo(NOTHING);
        assertThat(step(ProbeState.OUTSIDE, 100, 130L, null, 130)).isEqualTo(ACT);
        assertThat(step(ProbeState.OUTSIDE, 100, 500L, 130L, 500)).isEqualTo(NOTHING);
    }

    @Test
    void inside_forAsLong_rearms() {
        assertThat(step(ProbeState.INSIDE, 200, 229L, 130L, 229)).isEqualTo(NOTHING);
        assertThat(step(ProbeState.INSIDE, 200, 230L, 130L, 230)).isEqualTo(REARM);
    }

    @Test
    void flapping_afterItActed_doesNothing() {
        for (int second = 200; second < 400; second += 7) {
            assertThat(step(ProbeState.OUTSIDE, second, second + 5L, 130L, second + 5)).isEqualTo(NOTHING);
            assertThat(step(ProbeState.INSIDE, second, second + 5L, 130L, second + 5)).isEqualTo(NOTHING);
        }
    }

    @Test
    void noDataAtAll_countsAsOutside() {
        assertThat(step(ProbeState.UNKNOWN, 0, null, null, 39)).isEqualTo(NOTHING);
        assertThat(step(ProbeState.UNKNOWN, 0, null, null, 40)).isEqualTo(ACT);
    }

    @Test
    void noDataAnyMore_countsAsOutside() {
        assertThat(step(ProbeState.INSIDE, 0, 100L, null, 140)).isEqualTo(NOTHING);
        assertThat(step(ProbeState.INSIDE, 0, 100L, null, 141)).isEqualTo(ACT);
    }

    @Test
    void noDataWhileNobodyLooked_isGivenTimeForASample() {
        GuardrailRule.Facts facts = new GuardrailRule.Facts(ProbeState.INSIDE, at(0), at(100), null, at(1_000));
        assertThat(RULE.step(facts, RULE.breachSince(facts, at(1_005)), at(1_005))).isEqualTo(NOTHING);
    }
}

package dev.blackstart.drills;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class ExpectedBreachTest {

    private static final Instant ARMED = Instant.parse("2027-03-01T09:00:00Z");
    private static final ExpectedBreach EXPECTED = new ExpectedBreach("kill", Duration.ofMinutes(5));

    @Test
    void end_afterTheFault_untilItsTimeIsOver() {
        assertThat(EXPECTED.end(ARMED, ARMED.plusSeconds(3))).isEqualTo(ARMED.plusSeconds(300));
    }

    @Test
    void end_breachBeforeTheFault_notTolerated() {
        assertThat(EXPECTED.end(ARMED, ARMED.minusSeconds(3))).isEqualTo(ARMED.minusSeconds(3));
        assertThat(EXPECTED.end(null, ARMED)).isEqualTo(ARMED);
    }

    @Test
    void end_breachAfterItsTime_notTolerated() {
        assertThat(EXPECTED.end(ARMED, ARMED.plusSeconds(400))).isEqualTo(ARMED.plusSeconds(400));
    }
}

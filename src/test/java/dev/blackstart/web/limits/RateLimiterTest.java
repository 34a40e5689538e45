package dev.blackstart.web.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

class RateLimiterTest {

    private final MovedClock clock = new MovedClock();
    private final RateLimiter limiter = new RateLimiter(clock, Duration.ofMinutes(1), 2);

    @Test
    void refuses_moreThanTheLimitInAWindow_fromTheNextOne() {
        assertThat(limiter.refuses("a")).isFalse();
        assertThat(limiter.refuses("a")).isFalse();
        assertThat(limiter.refuses("a")).isTrue();
        assertThat(limiter.refuses("b")).isFalse();
    }

    @Test
    void add_furtherEvents_windowBeginsWithTheFirst() {
        limiter.add("a");
        clock.now = clock.now.plusSeconds(59);
        assertThat(limiter.add("a")).isEqualTo(2);
        clock.now = clock.now.plusSeconds(1);
        assertThat(limiter.count("a")).isZero();
        assertThat(limiter.add("a")).isEqualTo(1);
    }

    @Test
    void count_unknownKey_zero() {
        assertThat(limiter.count("a")).isZero();
    }

    private static final class MovedClock extends Clock {

        private Instant now = Instant.parse("2027-03-01T09:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}

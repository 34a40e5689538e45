package dev.blackstart.security.password;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

import dev.blackstart.security.password.SignInThrottle.Attempt;

class SignInThrottleTest {

    private static final String HERE = "192.0.2.1";
    private static final String THERE = "192.0.2.2";

    private final Hand hand = new Hand();
    private final SignInThrottle throttle = new SignInThrottle(hand);

    private static final Duration NONE = Duration.ZERO;

    @Test
    void delay_nineWrong_answeredAtOnce() {
        fail("pia", HERE, 9);
        assertThat(delay("pia", HERE)).isEqualTo(NONE);
    }

    @Test
    void delay_moreAndMoreWrong_longerAndLongerButNeverForEver() {
        fail("pia", HERE, 10);
        assertThat(delay("pia", HERE)).isEqualTo(Duration.ofSeconds(1));
        fail("pia", HERE, 10);
        assertThat(delay("pia", HERE)).isEqualTo(Duration.ofSeconds(2));
        fail("pia", HERE, 10_000);
        assertThat(delay("pia", HERE)).isEqualTo(SignInThrottle.LONGEST);
    }

    @Test
    void delay_guessedFromManyAddresses_sameAccount() {
        for (int i = 0; i < 10; i++) {
            fail("pia", "203.0.113." + i, 1);
        }
        assertThat(delay("pia", HERE)).isPositive();
    }

    @Test
    void delay_strangersFailedElsewhere_knownDeviceAnsweredAtOnce() {
        fail("pia", HERE, 200);
        assertThat(throttle.delay(new Attempt("pia", "her own", HERE))).isEqualTo(NONE);
    }

    @Test
    void delay_knownDeviceFailsTenTimes_slowedItselfAndNotTheAccount() {
        Attempt device = new Attempt("pia", "her own", HERE);
        for (int i = 0; i < 10; i++) {
            throttle.failed(device);
        }
        assertThat(throttle.delay(device)).isPositive();
        assertThat(delay("pia", HERE)).isEqualTo(NONE);
    }

    @Test
    void delay_hundredNamesFromOneAddress_othersThereWaitASecond() {
        for (int i = 0; i < 100; i++) {
            fail("name-" + i, HERE, 1);
        }
        assertThat(delay("pia", HERE)).isEqualTo(Duration.ofSeconds(1));
        assertThat(delay("pia", THERE)).isEqualTo(NONE);
    }

    @Test
    void delay_quarterOfAnHourLater_answeredAtOnce() {
        fail("pia", HERE, 10);
        hand.now = hand.now.plus(Duration.ofMinutes(15).minusSeconds(1));
        assertThat(delay("pia", HERE)).isPositive();
        hand.now = hand.now.plus(Duration.ofSeconds(1));
        assertThat(delay("pia", HERE)).isEqualTo(NONE);
    }

    private void fail(String person, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(new Attempt(person, null, address));
        }
    }

    private Duration delay(String person, String address) {
        return throttle.delay(new Attempt(person, null, address));
    }

    /** A clock that is moved by hand. */
    private static final class Hand extends Clock {

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

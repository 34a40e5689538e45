package dev.blackstart.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;

class SignInThrottleTest {

    private static final String HERE = "192.0.2.1";
    private static final String THERE = "192.0.2.2";

    private final Hand hand = new Hand();
    private final SignInThrottle throttle = new SignInThrottle(hand);

    @Test
    void refuses_nineWrong_stillAsked() {
        fail("pia", HERE, 9);
        assertThat(throttle.refuses("pia", HERE)).isFalse();
    }

    @Test
    void refuses_tenWrongWithinAMinute_refused() {
        fail("pia", HERE, 10);
        assertThat(throttle.refuses("pia", HERE)).isTrue();
    }

    @Test
    void refuses_strangerFailedElsewhere_ownerNotLockedOut() {
        fail("pia", THERE, 50);
        assertThat(throttle.refuses("pia", HERE)).isFalse();
    }

    @Test
    void refuses_otherPersonFromTheSameAddress_asked() {
        fail("pia", HERE, 10);
        assertThat(throttle.refuses("pete", HERE)).isFalse();
    }

    @Test
    void refuses_hundredNamesFromOneAddress_addressRefused() {
        for (int i = 0; i < 100; i++) {
            throttle.failed("name-" + i, HERE);
        }
        assertThat(throttle.refuses("pia", HERE)).isTrue();
        assertThat(throttle.refuses("pia", THERE)).isFalse();
    }

    @Test
    void refuses_aMinuteLater_askedAgain() {
        fail("pia", HERE, 10);
        hand.now = hand.now.plus(Duration.ofSeconds(59));
        assertThat(throttle.refuses("pia", HERE)).isTrue();
        hand.now = hand.now.plus(Duration.ofSeconds(1));
        assertThat(throttle.refuses("pia", HERE)).isFalse();
    }

    @Test
    void failed_tableFullOfStrangers_knownFailuresStillCount() {
        fail("pia", HERE, 9);
        for (int i = 0; i < 30_000; i++) {
            throttle.failed("stranger", "203.0.113." + i);
        }
        fail("pia", HERE, 1);
        assertThat(throttle.refuses("pia", HERE)).isTrue();
    }

    private void fail(String person, String address, int times) {
        for (int i = 0; i < times; i++) {
            throttle.failed(person, address);
        }
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

package dev.blackstart.live.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import dev.blackstart.problem.Problem;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class OpenStreamsTest {

    private final MovableClock clock = new MovableClock();
    private final OpenStreams streams = new OpenStreams(config(), clock);
    private final List<String> closed = new ArrayList<>();

    private static LiveConfig config() {
        return new SmallRyeConfigBuilder().withMapping(LiveConfig.class)
                .withSources(new PropertiesConfigSource(Map.of("blackstart.live.streams-per-person", "2",
                        "blackstart.live.streams", "3"), "test", 100))
                .withConverter(Duration.class, 100, Duration::parse).build()
                .getConfigMapping(LiveConfig.class);
    }

    private Runnable open(String person, String name) {
        return streams.add(person, () -> closed.add(name));
    }

    @Test
    void add_floodOfOnePerson_429() {
        open("pia", "one");
        open("pia", "two");
        assertThatThrownBy(() -> open("pia", "three")).isInstanceOfSatisfying(Problem.class, problem -> {
            assertThat(problem.status).isEqualTo(429);
            assertThat(problem.retryAfter()).isPositive();
        });
        open("wim", "of somebody else");
        assertThat(closed).isEmpty();
    }

    @Test
    void add_oldestIsOld_closedForTheNewOne() {
        open("pia", "one");
        clock.now = clock.now.plusSeconds(20);
        open("pia", "two");
        clock.now = clock.now.plusSeconds(11);
        open("pia", "three");
        assertThat(closed).containsExactly("one");
        assertThatThrownBy(() -> open("pia", "four")).isInstanceOf(Problem.class);
    }

    @Test
    void ended_givesItsPlaceBackOnce() {
        Runnable ended = open("pia", "one");
        open("pia", "two");
        ended.run();
        ended.run();
        open("pia", "three");
        assertThatThrownBy(() -> open("pia", "four")).isInstanceOf(Problem.class);
    }

    @Test
    void add_tooManyInAll_503() {
        open("pia", "one");
        open("wim", "two");
        open("olga", "three");
        assertThatThrownBy(() -> open("eve", "four")).isInstanceOfSatisfying(Problem.class,
                problem -> assertThat(problem.status).isEqualTo(503));
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2027-01-01T10:00:00Z");

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}

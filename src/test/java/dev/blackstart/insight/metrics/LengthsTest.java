package dev.blackstart.insight.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.blackstart.insight.metrics.Lengths.Length;

class LengthsTest {

    private static Lengths of(Length... lengths) {
        return Lengths.of(List.of(lengths));
    }

    private static Length minutes(long minutes) {
        return new Length(Duration.ofMinutes(minutes), false);
    }

    private static Length never(long minutes) {
        return new Length(Duration.ofMinutes(minutes), true);
    }

    @Test
    void median_oddAndEven() {
        assertThat(of(minutes(9), minutes(1), minutes(2)).median()).isEqualTo(Duration.ofMinutes(2));
        assertThat(of(minutes(1), minutes(4)).median()).isEqualTo(Duration.ofSeconds(150));
        assertThat(of().median()).isNull();
    }

    /** What never came is longer than everything that came, however early the exercise ended. */
    @Test
    void median_neverCounts_asLongest() {
        assertThat(of(never(1), minutes(10), minutes(20)).median()).isEqualTo(Duration.ofMinutes(20));
        assertThat(of(never(1), never(1), minutes(20)).median()).isNull();
        assertThat(of(never(1), minutes(20)).medianText()).isEqualTo("never, for half or more");
        assertThat(Stream.of(of(never(1), minutes(2))).map(Lengths::beyond)).containsExactly(1L);
    }
}

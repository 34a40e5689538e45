package dev.blackstart.probe.page;

import java.time.Duration;
import java.time.Instant;

/**
 * A sample, or the summary of several, as the API tells it.
 *
 * @param n number of the sample; of a summary, the second since 1970 in which it begins
 * @param samples how many it stands for
 * @param outside how many of them were outside tolerance
 * @param skipped how many were not taken because they came too late
 * @param value of a sample: what was measured; of a summary: the mean
 */
public record SampleView(long n, Instant at, int samples, int outside, long skipped, boolean inside, String value,
        Double lowest, Double highest, Duration latency, Duration longestLatency, String message) {
}

package dev.blackstart.bench;

import java.util.Arrays;

/** Measured milliseconds, for their percentiles. */
final class Spread {

    private double[] values = new double[1_024];
    private int count;

    synchronized void add(double millis) {
        if (count == values.length) {
            values = Arrays.copyOf(values, count * 2);
        }
        values[count++] = millis;
    }

    int count() {
        return count;
    }

    /** @param share 0.5 for the median, 1 for the maximum */
    double at(double share) {
        double[] sorted = Arrays.copyOf(values, count);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * count) - 1)];
    }
}

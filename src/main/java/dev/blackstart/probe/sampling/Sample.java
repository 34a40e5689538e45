package dev.blackstart.probe.sampling;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

import dev.blackstart.probe.Reading;
import dev.blackstart.problem.TextLimits;

/**
 * One sample as it is stored.
 *
 * @param n its number in the schedule
 * @param at when it began
 * @param measured the value, for people; null without an answer
 * @param quantity the value as a number; null for what is none
 * @param message why it is outside; null inside
 * @param skipped how many before it were skipped because they were late
 */
public record Sample(UUID probe, long n, Instant at, boolean inside, String measured, Double quantity, Duration latency,
        String message, long skipped) {

    private static final int LONGEST_VALUE = 400;
    private static final int LONGEST_MESSAGE = 1_000;

    static Sample of(UUID probe, long n, Reading reading, long skipped) {
        return new Sample(probe, n, reading.at(), reading.inside(), TextLimits.kept(LONGEST_VALUE, reading.value()),
                quantity(reading.value()),
                reading.latency(), storable(reading.message()), skipped);
    }

    private static Double quantity(String value) {
        if (value == null || value.length() > 40 || !value.matches("[+-]?[0-9.]+([eE][+-]?[0-9]{1,3})?")) {
            return null;
        }
        try {
            double number = Double.parseDouble(value);
            return Double.isFinite(number) ? number : null;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /** What came from a target may hold anything: it is cut, and what no database stores is replaced. */
    static String storable(String message) {
        return TextLimits.kept(LONGEST_MESSAGE, message == null || message.length() <= LONGEST_MESSAGE ? message
                : message.substring(0, LONGEST_MESSAGE));
    }
}

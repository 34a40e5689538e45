package dev.blackstart.catalogue;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How much a fault takes at most, in percent, as its plan declares it.
 *
 * @param targets share of what it touches
 * @param customers share of the customers who notice
 * @param minHealthy share of what it touches that stays healthy
 */
public record BlastRadius(double targets, double customers, double minHealthy) {

    private static final double ALL = 100;

    /** @param targets for example {@code 8%}; what is absent counts as the worst for targets, as nothing for customers */
    @JsonCreator
    static BlastRadius of(@JsonProperty("targets") String targets, @JsonProperty("customers") String customers,
            @JsonProperty("minHealthy") String minHealthy) {
        return new BlastRadius(targets == null ? ALL : percent(targets), customers == null ? 0 : percent(customers),
                minHealthy == null ? 0 : percent(minHealthy));
    }

    /** @return the number of {@code "8%"} */
    public static double percent(String text) {
        return Double.parseDouble(text.substring(0, text.length() - 1));
    }

    /** What is left when this much is taken. */
    public static double healthyAfter(double taken) {
        return ALL - taken;
    }
}

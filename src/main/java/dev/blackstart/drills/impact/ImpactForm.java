package dev.blackstart.drills.impact;

import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/**
 * What a drill did to customers, as somebody states it; what they leave out they do not know.
 *
 * @param customers how many were affected
 * @param dataLost in words: {@code none}, {@code 3 orders}
 * @param p99 the slowest hundredth of requests, in words: {@code 2.4 s}
 * @param experience what users experienced
 */
public record ImpactForm(Long customers, Long failedRequests, String dataLost, String p99, String experience) {

    private static final int SHORT = 40;

    /** @throws Problem 422 for nothing at all, or a negative number */
    ImpactForm checked() {
        ImpactForm stripped = new ImpactForm(customers, failedRequests, stripped(dataLost), stripped(p99),
                stripped(experience));
        if (stripped.equals(new ImpactForm(null, null, null, null, null))) {
            throw Problem.invalid("experience", "Give at least one of customers, failedRequests, dataLost, p99, experience.");
        }
        notNegative("customers", customers);
        notNegative("failedRequests", failedRequests);
        TextLimits.atMost(TextLimits.REASON, "dataLost", stripped.dataLost);
        TextLimits.atMost(SHORT, "p99", stripped.p99);
        TextLimits.atMost(TextLimits.REASON, "experience", stripped.experience);
        return stripped;
    }

    private static void notNegative(String field, Long number) {
        if (number != null && number < 0) {
            throw Problem.invalid(field, field + " is 0 or more.");
        }
    }

    private static String stripped(String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

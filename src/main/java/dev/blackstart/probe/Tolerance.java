package dev.blackstart.probe;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.time.TimedText;
import dev.blackstart.time.TimedText.SearchTooLong;

/**
 * What a good answer looks like; every part that is present must hold.
 *
 * @param settings the plan's own object: {@code status, within, body, jsonPath, value, range}
 */
record Tolerance(JsonNode settings) {

    private static final Duration REGEX_LIMIT = Duration.ofMillis(200);
    private static final int LONGEST_VALUE = 200;

    /** The longest time an answer may take; null where the plan sets none. */
    Duration within() {
        return settings.hasNonNull("within") ? PlanDuration.of(settings.get("within").asText()).onClock() : null;
    }

    /** @throws ProbeFailed where the answer cannot be judged */
    Verdict judge(ProbeAnswer answer, Duration latency) {
        if (within() != null && latency.compareTo(within()) > 0) {
            return Verdict.outside(shown(answer), "The answer took %d ms; at most %d ms is good."
                    .formatted(latency.toMillis(), within().toMillis()));
        }
        if (settings.has("status") && answer.status() != null && !accepted().contains(answer.status())) {
            return Verdict.outside(shown(answer), "The status is %d; good is %s.".formatted(answer.status(),
                    String.join(" or ", accepted().stream().map(String::valueOf).toList())));
        }
        if (settings.has("body") && !isBodyExpected(answer)) {
            return Verdict.outside(shown(answer), "The answer does not match the expected pattern.");
        }
        return judgeValues(answer);
    }

    private boolean isBodyExpected(ProbeAnswer answer) {
        try {
            return TimedText.contains(answer.body() == null ? "" : answer.body(),
                    Pattern.compile(settings.get("body").asText()), REGEX_LIMIT);
        } catch (SearchTooLong tooLong) {
            throw new ProbeFailed(tooLong.getMessage(), tooLong);
        }
    }

    private Verdict judgeValues(ProbeAnswer answer) {
        boolean isValueExpected = settings.has("value") || settings.has("range");
        if (!settings.has("jsonPath") && !isValueExpected) {
            return new Verdict(true, shown(answer), null);
        }
        List<String> values = settings.has("jsonPath") ? JsonAnswer.find(answer.body(), settings.get("jsonPath").asText())
                : List.of(text(answer));
        if (values.isEmpty()) {
            return Verdict.outside(shown(answer),
                    "There is nothing at %s in the answer.".formatted(settings.get("jsonPath").asText()));
        }
        String all = cut(String.join(", ", values));
        for (String value : values) {
            String flaw = flaw(value);
            if (flaw != null) {
                return Verdict.outside(all, flaw);
            }
        }
        return new Verdict(true, all, null);
    }

    private String flaw(String value) {
        JsonNode wanted = settings.path("value");
        if (!wanted.isMissingNode() && !isEqual(value, wanted)) {
            return "The value is %s; good is %s.".formatted(cut(value), cut(wanted.asText()));
        }
        JsonNode range = settings.path("range");
        if (range.isMissingNode()) {
            return null;
        }
        BigDecimal number = number(value);
        boolean isIn = number != null && number.compareTo(range.get(0).decimalValue()) >= 0
                && number.compareTo(range.get(1).decimalValue()) <= 0;
        return isIn ? null
                : "The value is %s; good is %s to %s.".formatted(cut(value), range.get(0).asText(), range.get(1).asText());
    }

    private static boolean isEqual(String value, JsonNode wanted) {
        if (wanted.isNumber()) {
            BigDecimal number = number(value);
            return number != null && number.compareTo(wanted.decimalValue()) == 0;
        }
        return wanted.isBoolean() ? value.equalsIgnoreCase(wanted.asText()) : value.equals(wanted.asText());
    }

    private List<Integer> accepted() {
        JsonNode status = settings.get("status");
        return status.isArray() ? StreamSupport.stream(status.spliterator(), false).map(JsonNode::asInt).toList()
                : List.of(status.asInt());
    }

    private static String text(ProbeAnswer answer) {
        if (answer.value() != null) {
            return answer.value();
        }
        return answer.body() == null ? "" : answer.body().strip();
    }

    /** What people see of an answer whose value the tolerance does not name. */
    private static String shown(ProbeAnswer answer) {
        if (answer.value() != null) {
            return cut(answer.value());
        }
        return answer.status() == null ? null : String.valueOf(answer.status());
    }

    static String cut(String text) {
        return text.length() <= LONGEST_VALUE ? text : text.substring(0, LONGEST_VALUE) + "…";
    }

    /** Null for what is no number; digits without end are none. */
    static BigDecimal number(String value) {
        if (value == null || value.isBlank() || value.length() > 60) {
            return null;
        }
        try {
            BigDecimal number = new BigDecimal(value.strip());
            return Math.abs((long) number.scale()) > 400 ? null : number;
        } catch (NumberFormatException none) {
            return null;
        }
    }

    /**
     * @param value what was measured, for people
     * @param message why it is outside; null inside
     */
    record Verdict(boolean inside, String value, String message) {

        static Verdict outside(String value, String message) {
            return new Verdict(false, value, message);
        }
    }
}

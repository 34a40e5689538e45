package dev.blackstart.experiment;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.PatternSyntaxException;

import dev.blackstart.catalogue.source.PlanNode;
import dev.blackstart.catalogue.source.Suggestion;

/** Whether something can be compared with the output of a probe. */
final class ToleranceCheck {

    private static final List<String> TYPES = List.of("regex", "jsonpath", "range", "probe");

    private ToleranceCheck() {
    }

    static void violations(PlanNode tolerance, BiConsumer<PlanNode, String> wrong, BiConsumer<PlanNode, PlanNode> provider) {
        if (tolerance.node().isFloatingPointNumber()) {
            wrong.accept(tolerance, "A tolerance is no fraction; write a range: {type: range, range: [%s, %1$s]}."
                    .formatted(tolerance.node().asText()));
        } else if (tolerance.node().isNull()) {
            wrong.accept(tolerance, "The tolerance is empty; write the value that means all is well.");
        } else if (tolerance.node().isObject()) {
            typed(tolerance, wrong, provider);
        }
    }

    private static void typed(PlanNode tolerance, BiConsumer<PlanNode, String> wrong,
            BiConsumer<PlanNode, PlanNode> provider) {
        String type = tolerance.text("type");
        if (type == null || !TYPES.contains(type)) {
            PlanNode place = tolerance.at("type").isThere() ? tolerance.at("type") : tolerance;
            wrong.accept(place, type == null ? "A tolerance that is an object needs a type: regex, jsonpath, range or probe."
                    : "There is no tolerance of type '%s'.%s".formatted(type, Suggestion.sentence(type, TYPES)));
            return;
        }
        switch (type) {
            case "regex" -> regex(tolerance, wrong);
            case "jsonpath" -> {
                if (tolerance.text("path") == null || tolerance.text("path").isBlank()) {
                    wrong.accept(tolerance, "A jsonpath tolerance needs a path, for example '$.items[*].id'.");
                }
                if (tolerance.at("count").isThere() && !tolerance.at("count").node().isIntegralNumber()) {
                    wrong.accept(tolerance.at("count"), "'count' is a whole number.");
                }
            }
            case "range" -> range(tolerance, wrong);
            default -> provider.accept(tolerance.at("provider"), tolerance);
        }
    }

    private static void regex(PlanNode tolerance, BiConsumer<PlanNode, String> wrong) {
        if (tolerance.text("pattern") == null) {
            wrong.accept(tolerance, "A regex tolerance needs a pattern.");
            return;
        }
        try {
            PythonRegex.compile(tolerance.text("pattern"));
        } catch (PatternSyntaxException broken) {
            wrong.accept(tolerance.at("pattern"), "Invalid regular expression: %s.".formatted(broken.getDescription()));
        }
    }

    private static void range(PlanNode tolerance, BiConsumer<PlanNode, String> wrong) {
        List<PlanNode> ends = tolerance.each("range");
        if (ends.size() != 2 || !ends.stream().allMatch(one -> one.node().isNumber())) {
            wrong.accept(tolerance.at("range").isThere() ? tolerance.at("range") : tolerance,
                    "A range is a list of two numbers, the lowest first.");
        }
    }
}

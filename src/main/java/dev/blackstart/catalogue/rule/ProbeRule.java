package dev.blackstart.catalogue.rule;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.catalogue.source.PlanNode;
import dev.blackstart.catalogue.source.Suggestion;

/** Probes measure at a rhythm, and against tolerances that something can meet. */
public class ProbeRule implements Rule {

    private static final Duration SHORTEST_INTERVAL = Duration.ofMillis(100);

    /** Repetitions of repetitions of nothing take time without reading anything, so no time limit ends them. */
    private static final Pattern REPETITION = Pattern.compile("\\{(\\d{1,10}),?\\d*}");
    private static final long MOST_REPETITIONS = 100_000;

    @Override
    public void check(PlanNode plan, PlanContext known, Diagnostics remarks) {
        Set<String> drills = plan.texts("drills", "key").collect(Collectors.toCollection(LinkedHashSet::new));
        for (PlanNode probe : plan.each("probes")) {
            interval(probe.at("every"), remarks);
            PlanNode tolerance = probe.at("tolerance");
            PlanTimes.refuseZero(tolerance.at("within"), remarks, "No answer comes in no time; write for example PT1S.");
            PlanNode range = tolerance.at("range");
            if (range.node().size() == 2 && range.node().get(0).asDouble() > range.node().get(1).asDouble()) {
                remarks.error(range, "The lowest value comes first: [%s, %s].".formatted(range.node().get(1),
                        range.node().get(0)));
            }
            regex(tolerance.at("body"), remarks);
            jsonPath(tolerance.at("jsonPath"), remarks);
            expectedBreach(probe.at("expectedBreach"), drills, remarks);
            measured(probe, known, remarks);
        }
    }

    private static void interval(PlanNode every, Diagnostics remarks) {
        PlanTimes.refuseZero(every, remarks, "Sampling takes some time; write for example PT1S.");
        if (every.isText() && PlanDuration.isDuration(every.text())) {
            Duration length = PlanDuration.of(every.text()).onClock();
            if (!length.isZero() && length.compareTo(SHORTEST_INTERVAL) < 0) {
                remarks.error(every, "A probe is sampled at most ten times a second; write PT0.1S or more.");
            }
        }
    }

    private static void expectedBreach(PlanNode expected, Set<String> drills, Diagnostics remarks) {
        PlanNode drill = expected.at("drill");
        if (drill.isText() && !drills.contains(drill.text())) {
            remarks.error(drill, "There is no drill '%s' in this plan.%s".formatted(drill.text(),
                    Suggestion.sentence(drill.text(), drills)));
        }
        PlanTimes.refuseZero(expected.at("upTo"), remarks, "An expected breach lasts some time; write for example PT5M.");
    }

    private static void measured(PlanNode probe, PlanContext known, Diagnostics remarks) {
        List<String> problems = probe.text("type") == null ? List.of() : known.probes().apply(probe.node());
        if (problems.isEmpty()) {
            return;
        }
        remarks.warn(probe.at("type"), "This probe is not measured: %s The gate's check 'probes' fails."
                .formatted(String.join(" ", problems)));
        if (probe.at("guardrail").isThere()) {
            remarks.warn(probe.at("guardrail"), "Nothing measures this guardrail, so nothing stops the exercise by it.");
        }
    }

    private static void regex(PlanNode body, Diagnostics remarks) {
        if (!body.isText()) {
            return;
        }
        try {
            Pattern.compile(body.text());
        } catch (PatternSyntaxException broken) {
            remarks.error(body, "Invalid regular expression: %s.".formatted(broken.getDescription()));
        }
        if (repetitions(body.text()) > MOST_REPETITIONS) {
            remarks.error(body, "This regular expression repeats too often; repeat less, or use * or +.");
        }
    }

    private static long repetitions(String regex) {
        long product = 1;
        Matcher counts = REPETITION.matcher(regex);
        while (counts.find() && product <= MOST_REPETITIONS) {
            product *= Math.max(1, Math.min(Long.parseLong(counts.group(1)), MOST_REPETITIONS + 1));
        }
        return product;
    }

    private static void jsonPath(PlanNode path, Diagnostics remarks) {
        String flaw = path.isText() ? JsonPaths.flaw(path.text()) : null;
        if (flaw != null) {
            remarks.error(path, flaw);
        }
    }
}

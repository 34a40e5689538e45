package dev.blackstart.imports.chaostoolkit;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.source.PlanNode;
import dev.blackstart.experiment.Activities;
import dev.blackstart.experiment.Arguments;
import dev.blackstart.experiment.PythonActivities;
import dev.blackstart.experiment.ValueForms;

/** What of a valid experiment does not run here as it would in Chaos Toolkit, and what the gate will ask for. */
final class ExperimentWarnings {

    private static final Set<String> KNOWN = Set.of("title", "description", "method", "steady-state-hypothesis", "rollbacks",
            "configuration", "secrets", "controls", "tags", "contributions", "runtime", "extensions", "version", "dry");

    /** What a provider cannot be without. */
    private static final Map<String, String> NEEDED = Map.of("http", "url", "process", "path", "python", "module");

    private final ConversionNotes notes;
    private final PythonActivities python;

    ExperimentWarnings(ConversionNotes notes, PythonActivities python) {
        this.notes = notes;
        this.python = python;
    }

    void tell(PlanNode root) {
        root.node().fieldNames().forEachRemaining(key -> {
            if (!KNOWN.contains(key)) {
                notes.dropped(root.at(key).pointer(), "Chaos Toolkit has no key '%s'; it is left out.".formatted(key));
            }
        });
        left(root.at("controls"),
                "Controls are Python code around the experiment and are not executed here; they are left out.");
        left(root.at("extensions"), "Extensions are not used here; they are left out.");
        left(root.at("dry"), "'dry' is left out; rehearse the exercise instead.");
        left(root.at("version"), "'version' is left out; Chaos Toolkit ignores it too.");
        strategies(root);
        root.at("configuration").node().fieldNames()
                .forEachRemaining(name -> measured(root.at("configuration").at(name), name));
        PlanNode hypothesis = root.at("steady-state-hypothesis");
        left(hypothesis.at("controls"), "Controls are not executed here; they are left out.");
        hypothesis.each("probes").forEach(one -> activity(one, root.node()));
        for (PlanNode one : root.each("method")) {
            activity(one, root.node());
            if (one.at("tolerance").isThere()) {
                notes.warn(one.at("tolerance").pointer(),
                        "The tolerance of a probe in the method is not compared with anything; put the probe into the hypothesis.");
            }
        }
        root.each("rollbacks").forEach(one -> activity(one, root.node()));
        missing(root);
    }

    /** A value that a probe measures when the experiment begins; Chaos Toolkit does not check it either before. */
    private void measured(PlanNode form, String name) {
        if (!ValueForms.isProbe(form.node())) {
            return;
        }
        PlanNode provider = form.at("provider");
        String needed = NEEDED.get(String.valueOf(provider.text("type")));
        if (needed == null || provider.text(needed) == null) {
            notes.warn(form.pointer(),
                    "'%s' is measured by a probe that cannot be called: %s. The gate's check 'drivers' fails."
                            .formatted(name, needed == null ? "its provider's type is 'http', 'process' or 'python'"
                                    : "its provider needs '%s'".formatted(needed)));
        } else {
            provider(provider, name);
        }
    }

    private void missing(PlanNode root) {
        if (root.each("method").isEmpty()) {
            notes.warn("/method", "The method is empty: nothing is done to the target.");
        }
        if (root.each("rollbacks").isEmpty()) {
            notes.warn("/rollbacks",
                    "Nothing reverts this fault: the experiment has no rollbacks. Add a revert to the drill; the"
                            + " gate's check 'drills' fails without one.");
        }
    }

    private void strategies(PlanNode root) {
        PlanNode rollbacks = root.at("runtime").at("rollbacks").at("strategy");
        if (rollbacks.isText() && !rollbacks.text().equals("always")) {
            notes.warn(rollbacks.pointer(), "Rollbacks with the strategy '%s' are always played here: no fault is left behind."
                    .formatted(rollbacks.text()));
        }
    }

    private void left(PlanNode node, String message) {
        if (node.isThere() && !node.node().isNull()) {
            notes.dropped(node.pointer(), message);
        }
    }

    private void activity(PlanNode activity, JsonNode experiment) {
        if (activity.at("ref").isThere()) {
            return;
        }
        left(activity.at("controls"), "Controls are not executed here; they are left out.");
        left(activity.at("dry"), "'dry' is left out; rehearse the exercise instead.");
        provider(activity.at("provider"), Activities.nameOf(activity.node()));
        PlanNode other = activity.at("tolerance").at("provider");
        if (other.isThere()) {
            provider(other, Activities.nameOf(activity.node()));
        }
    }

    private void provider(PlanNode provider, String name) {
        switch (String.valueOf(provider.text("type"))) {
            case "python" -> python.remedy(provider.node()).ifPresent(todo -> notes.warn(provider.pointer(),
                    "'%s' calls Python (%s), which is not run here: %s. The gate's check 'drivers' fails until then.".formatted(
                            name, PythonActivities.function(provider.node()), todo)));
            case "process" -> process(provider);
            default -> {
                if (provider.at("expected_status").isThere()) {
                    notes.warn(provider.at("expected_status").pointer(),
                            "'expected_status' is not compared, as in Chaos Toolkit; write a tolerance.");
                }
            }
        }
    }

    private void process(PlanNode provider) {
        String path = provider.text("path");
        if (path.contains("${")) {
            notes.warn(provider.at("path").pointer(),
                    "Nothing is substituted in a path, as in Chaos Toolkit; write the command's"
                            + " name. The gate's check 'drivers' fails.");
        } else if (path.startsWith("/") || path.startsWith("~") || List.of(path.split("/")).contains("..")) {
            notes.warn(provider.at("path").pointer(),
                    "'%s' is outside the folder for commands: put the command there and write its"
                            .formatted(path) + " name. The gate's check 'drivers' fails until then.");
        }
        PlanNode arguments = provider.at("arguments");
        if (!arguments.isText()) {
            return;
        }
        String found = Arguments.shellCharacters(arguments.text());
        if (!found.isEmpty()) {
            notes.warn(arguments.pointer(),
                    ("No shell runs, so %s would be passed to the command as text: write the arguments as a"
                            + " list, or put the line into a script. The gate's check 'drivers' fails until then.").formatted(
                                    String.join(" ", found.replace("\n", "⏎").split(""))));
        } else if (Arguments.isOpen(arguments.text())) {
            notes.warn(arguments.pointer(), "A quote is opened and not closed; the rest of the text is one argument.");
        }
    }
}

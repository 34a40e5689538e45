package dev.blackstart.experiment;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.source.PlanNode;
import dev.blackstart.catalogue.source.SourceTree;
import dev.blackstart.catalogue.source.Violation;

/**
 * What is wrong with an experiment, by the rules of Chaos Toolkit's own validation: what that accepts is accepted here. A
 * reference to an environment variable that is not set is accepted as well; it is required before STARTEX.
 */
public final class ExperimentCheck {

    private static final List<String> LEVELS = List.of("high", "medium", "low", "none");

    private final SourceTree tree;
    private final List<Violation> violations = new ArrayList<>();

    private ExperimentCheck(SourceTree tree) {
        this.tree = tree;
    }

    /** By line; empty for a valid experiment. */
    public static List<Violation> violations(SourceTree tree) {
        ExperimentCheck check = new ExperimentCheck(tree);
        check.violations.addAll(tree.problems());
        if (tree.isReadable()) {
            check.experiment(tree.spot());
        }
        return check.violations.stream().sorted(Violation.BY_LINE).toList();
    }

    /** Whether it has the keys by which an experiment is recognised. */
    public static boolean looksLikeOne(JsonNode root) {
        return root.isObject() && (root.has("method") && (root.has("title") || root.has("description"))
                || root.has("steady-state-hypothesis"));
    }

    private void experiment(PlanNode root) {
        if (!root.node().isObject()) {
            wrong(root, "An experiment is an object with title, description and method.");
            return;
        }
        text(root, "title", "An experiment needs a title; Chaos Toolkit refuses one without.");
        text(root, "description", "An experiment needs a description; Chaos Toolkit refuses one without. Say in a sentence what"
                + " it shows.");
        if (!root.at("method").isThere()) {
            wrong(root, "An experiment needs a method: a list of activities, which may be empty ([]).");
        } else if (list(root.at("method"))) {
            root.each("method").forEach(one -> activity(one, root));
        }
        hypothesis(root.at("steady-state-hypothesis"), root);
        if (root.at("rollbacks").isThere() && list(root.at("rollbacks"))) {
            root.each("rollbacks").forEach(one -> activity(one, root));
        }
        values(root);
        contributions(root.at("contributions"));
    }

    private void hypothesis(PlanNode hypothesis, PlanNode root) {
        if (!hypothesis.isThere() || hypothesis.node().isNull()) {
            return;
        }
        if (!hypothesis.node().isObject()) {
            wrong(hypothesis, "A hypothesis is an object with a title and a list of probes.");
            return;
        }
        text(hypothesis, "title", "A hypothesis needs a title.");
        if (!hypothesis.at("probes").isThere() || !list(hypothesis.at("probes"))) {
            return;
        }
        for (PlanNode probe : hypothesis.each("probes")) {
            activity(probe, root);
            if (probe.node().isObject() && !probe.at("ref").isThere() && !probe.at("tolerance").isThere()) {
                wrong(probe, "A probe of the hypothesis needs a tolerance: the value, or a range, that means all is well.");
            }
        }
    }

    private void activity(PlanNode activity, PlanNode root) {
        if (!activity.node().isObject()) {
            wrong(activity, "An activity is an object.");
            return;
        }
        if (activity.at("ref").isThere()) {
            reference(activity, root);
            return;
        }
        String type = activity.text("type");
        if (type == null || !Activities.TYPES.contains(type)) {
            wrong(activity.at("type").isThere() ? activity.at("type") : activity,
                    "An activity's type is 'probe' or 'action'.");
        }
        text(activity, "name", "An activity needs a name.");
        provider(activity.at("provider"), activity);
        if (activity.at("background").isThere() && !activity.at("background").node().isBoolean()) {
            wrong(activity.at("background"), "'background' is true or false.");
        }
        for (String pause : List.of("before", "after")) {
            numberOrReference(activity.at("pauses").at(pause), "A pause is a number of seconds.");
        }
        numberOrReference(activity.at("timeout"), "A timeout is a number of seconds.");
        if (activity.at("tolerance").isThere()) {
            ToleranceCheck.violations(activity.at("tolerance"), this::wrong, this::provider);
        }
    }

    private void reference(PlanNode activity, PlanNode root) {
        PlanNode ref = activity.at("ref");
        if (!ref.isText() || ref.text().isBlank()) {
            wrong(ref, "A reference names an activity of this experiment.");
        } else if (Activities.named(root.node(), ref.text()) == null) {
            wrong(ref, "There is no activity named '%s' in this experiment.%s".formatted(ref.text(),
                    Activities.suggestion(root.node(), ref.text())));
        }
    }

    private void provider(PlanNode provider, PlanNode owner) {
        if (!provider.node().isObject()) {
            wrong(owner, "An activity needs a provider: an object with type 'http', 'process' or 'python'.");
            return;
        }
        switch (String.valueOf(provider.text("type"))) {
            case "http" -> text(provider, "url", "An http provider needs a url.");
            case "process" -> text(provider, "path", "A process provider needs a path: the command's name.");
            case "python" -> {
                text(provider, "module", "A python provider needs a module.");
                text(provider, "func", "A python provider needs a func: the name of a function of its module.");
            }
            default -> wrong(provider.at("type").isThere() ? provider.at("type") : provider,
                    "A provider's type is 'http', 'process' or 'python'.");
        }
        numberOrReference(provider.at("timeout"), "A timeout is a number of seconds, or for http [connect, read].");
    }

    private void values(PlanNode root) {
        for (String section : List.of("configuration", "secrets")) {
            PlanNode values = root.at(section);
            if (values.isThere() && !values.node().isNull() && !values.node().isObject()) {
                wrong(values, "'%s' is an object.".formatted(section));
            }
        }
        root.at("secrets").node().fieldNames().forEachRemaining(scope -> {
            if (!root.at("secrets").at(scope).node().isObject()) {
                wrong(root.at("secrets").at(scope), "Secrets are grouped: secrets.%s is an object of keys.".formatted(scope));
            }
        });
    }

    private void contributions(PlanNode contributions) {
        contributions.node().fieldNames().forEachRemaining(name -> {
            PlanNode level = contributions.at(name);
            if (!level.isText() || !LEVELS.contains(level.text())) {
                wrong(level, "A contribution is high, medium, low or none.");
            }
        });
    }

    private boolean list(PlanNode node) {
        if (!node.node().isArray()) {
            wrong(node, "This is a list.");
            return false;
        }
        return true;
    }

    private void text(PlanNode node, String key, String message) {
        if (node.text(key) == null || node.text(key).isBlank()) {
            wrong(node.at(key).isThere() ? node.at(key) : node, message);
        }
    }

    private void numberOrReference(PlanNode node, String message) {
        boolean allowed = !node.isThere() || node.node().isNumber() || node.isText() && node.text().contains("${")
                || node.node().isArray() && node.elements().stream().allMatch(one -> one.node().isNumber());
        if (!allowed) {
            wrong(node, message);
        }
    }

    private void wrong(PlanNode node, String message) {
        violations.add(new Violation(node.pointer(), tree.line(node.pointer()), message));
    }
}

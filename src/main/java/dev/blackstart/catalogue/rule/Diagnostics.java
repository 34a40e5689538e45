package dev.blackstart.catalogue.rule;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.blackstart.catalogue.source.PlanNode;
import dev.blackstart.catalogue.source.SourceTree;
import dev.blackstart.catalogue.source.Violation;

/** What was found while a plan was read; at a place whose value the schema refuses already, rules add nothing. */
public final class Diagnostics {

    private final SourceTree tree;
    private final List<Violation> errors = new ArrayList<>();
    private final List<Violation> warnings = new ArrayList<>();
    private final Set<String> refused = new HashSet<>();

    public Diagnostics(SourceTree tree, List<Violation> bySchema) {
        this.tree = tree;
        errors.addAll(tree.problems());
        errors.addAll(bySchema);
        warnings.addAll(tree.doubts());
        bySchema.stream().filter(one -> !tree.root().at(one.pointer()).isContainerNode())
                .forEach(one -> refused.add(one.pointer()));
    }

    public void error(PlanNode spot, String message) {
        if (!refused.contains(spot.pointer())) {
            errors.add(new Violation(spot.pointer(), tree.line(spot.pointer()), message));
        }
    }

    void warn(PlanNode spot, String message) {
        warnings.add(new Violation(spot.pointer(), tree.line(spot.pointer()), message));
    }

    int line(PlanNode spot) {
        return tree.line(spot.pointer());
    }

    public List<Violation> errors() {
        return sorted(errors);
    }

    public List<Violation> warnings() {
        return sorted(warnings);
    }

    private static List<Violation> sorted(List<Violation> violations) {
        return violations.stream().distinct().sorted(Violation.BY_LINE).toList();
    }
}

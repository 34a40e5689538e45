package dev.blackstart.catalogue.rule;

import java.util.HashMap;
import java.util.Map;

import dev.blackstart.catalogue.CallTree;
import dev.blackstart.catalogue.source.PlanNode;

/** Everybody in a call tree exists and is called once; the tree is no deeper and no larger than people can walk. */
public class CallTreeRule implements Rule {

    @Override
    public void check(PlanNode plan, PlanContext known, Diagnostics remarks) {
        for (PlanNode tree : plan.each("callTrees")) {
            Walk walk = new Walk(known, remarks);
            int nodes = walk.node(tree.at("root"), 1);
            if (nodes > CallTree.MOST_PLACES) {
                remarks.error(tree, "The tree calls %,d; at most %,d. Write several trees.".formatted(nodes,
                        CallTree.MOST_PLACES));
            }
            PlanNode quorum = tree.at("pass").at("quorum");
            if (quorum.node().asInt() > nodes && nodes > 0) {
                remarks.error(quorum, "The quorum is %d, and the tree calls %d.".formatted(quorum.node().asInt(), nodes));
            }
            away(plan, tree, remarks);
        }
    }

    /** A root who is out of play never answers; control staff call the rest. */
    private static void away(PlanNode plan, PlanNode tree, Diagnostics remarks) {
        PlanNode root = tree.at("root").at("person");
        if (root.isText() && plan.texts("outOfPlay", "person").anyMatch(root.text()::equals)
                && tree.at("root").each("alternates").isEmpty()) {
            remarks.warn(root,
                    "%s is out of play in this plan and begins this tree; name an alternate.".formatted(root.text()));
        }
    }

    /** One tree from its root on: who was called where. */
    private record Walk(PlanContext known, Diagnostics remarks, Map<String, Integer> people, Map<String, Integer> teams) {

        Walk(PlanContext known, Diagnostics remarks) {
            this(known, remarks, new HashMap<>(), new HashMap<>());
        }

        int node(PlanNode node, int depth) {
            if (!node.node().isObject()) {
                return 0;
            }
            if (depth > CallTree.DEEPEST) {
                remarks.error(node, "This tree is deeper than %d levels; let fewer people pass a call on."
                        .formatted(CallTree.DEEPEST));
                return 1;
            }
            PlanNode person = node.at("person");
            known.person(person, remarks);
            once(person, people);
            known.team(node.at("onDuty"), remarks);
            once(node.at("onDuty"), teams);
            for (PlanNode alternate : node.each("alternates")) {
                known.person(alternate, remarks);
                if (alternate.isText() && alternate.text().equals(person.text())) {
                    remarks.error(alternate, "%s cannot be their own alternate.".formatted(alternate.text()));
                }
            }
            return 1 + node.each("calls").stream().mapToInt(next -> node(next, depth + 1)).sum();
        }

        private void once(PlanNode called, Map<String, Integer> before) {
            Integer first = called.isText() ? before.putIfAbsent(called.text(), remarks.line(called)) : null;
            if (first != null) {
                remarks.error(called, "%s is called twice in this tree, first on line %d; nobody calls in a circle."
                        .formatted(called.text(), first));
            }
        }
    }
}

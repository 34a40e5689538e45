package dev.blackstart.catalogue;

import java.util.HashMap;
import java.util.Map;

import dev.blackstart.catalogue.source.Spot;

/** Everybody in a call tree exists and is called once. */
class CallTreeRule implements Rule {

    @Override
    public void check(Spot plan, Known known, Remarks remarks) {
        for (Spot tree : plan.each("callTrees")) {
            Map<String, Integer> called = new HashMap<>();
            int nodes = node(tree.at("root"), called, known, remarks);
            Spot quorum = tree.at("pass").at("quorum");
            if (quorum.node().asInt() > nodes && nodes > 0) {
                remarks.error(quorum, "The quorum is %d, and the tree calls %d.".formatted(quorum.node().asInt(), nodes));
            }
        }
    }

    private static int node(Spot node, Map<String, Integer> called, Known known, Remarks remarks) {
        if (!node.node().isObject()) {
            return 0;
        }
        Spot person = node.at("person");
        known.person(person, remarks);
        known.team(node.at("onDuty"), remarks);
        if (person.isText()) {
            Integer first = called.putIfAbsent(person.text(), remarks.line(person));
            if (first != null) {
                remarks.error(person, "%s is called twice in this tree, first on line %d; nobody calls in a circle."
                        .formatted(person.text(), first));
            }
        }
        for (Spot alternate : node.each("alternates")) {
            known.person(alternate, remarks);
            if (alternate.isText() && alternate.text().equals(person.text())) {
                remarks.error(alternate, "%s cannot be their own alternate.".formatted(alternate.text()));
            }
        }
        return 1 + node.each("calls").stream().mapToInt(next -> node(next, called, known, remarks)).sum();
    }
}

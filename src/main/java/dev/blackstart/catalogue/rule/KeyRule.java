package dev.blackstart.catalogue.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.blackstart.catalogue.source.PlanNode;

/** Nothing is named twice. */
public class KeyRule implements Rule {

    private static final List<String> KEYED = List.of("systems", "objectives", "preparation", "probes", "drills", "callTrees",
            "timeline");

    @Override
    public void check(PlanNode plan, PlanContext known, Diagnostics remarks) {
        KEYED.forEach(list -> once(plan.each(list).stream().map(one -> one.at("key")), remarks));
        once(plan.at("scenario").each("assumptions").stream().map(one -> one.at("key")), remarks);
        once(plan.each("outOfPlay").stream().map(one -> one.at("person")), remarks);
        once(plan.each("approvers").stream(), remarks);
        once(plan.each("offLimits").stream(), remarks);
        once(plan.at("schedule").each("timeKnownTo").stream(), remarks);
        seats(plan, remarks);
    }

    private static void once(Stream<PlanNode> names, Diagnostics remarks) {
        Map<String, Integer> first = new HashMap<>();
        names.filter(PlanNode::isText).forEach(name -> {
            Integer line = first.putIfAbsent(name.text(), remarks.line(name));
            if (line != null) {
                remarks.error(name, "'%s' is used twice; the first stands on line %d.".formatted(name.text(), line));
            }
        });
    }

    private static void seats(PlanNode plan, Diagnostics remarks) {
        Map<String, PlanNode> first = new HashMap<>();
        for (PlanNode seat : plan.each("roster")) {
            if (seat.text("person") == null || seat.text("role") == null) {
                continue;
            }
            PlanNode earlier = first.putIfAbsent(seat.text("person") + " " + seat.text("role"), seat);
            if (earlier != null && RosterView.overlap(earlier, seat)) {
                remarks.error(seat, "%s is %s twice at the same time; the first stands on line %d."
                        .formatted(seat.text("person"), seat.text("role"), remarks.line(earlier)));
            }
        }
    }
}

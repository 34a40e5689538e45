package dev.blackstart.catalogue.importing;

import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.rule.BodyRule;
import dev.blackstart.catalogue.rule.ClockRule;
import dev.blackstart.catalogue.rule.Diagnostics;
import dev.blackstart.catalogue.rule.PlanContext;
import dev.blackstart.catalogue.source.SourceTree;
import dev.blackstart.catalogue.source.Violation;

/**
 * What the schema and the rules of plans say of one timeline item that no plan contains. Pointers begin at the item.
 *
 * @param violations for these it is refused
 * @param warnings with these it is taken
 */
public record ItemReading(List<Violation> violations, List<Violation> warnings) {

    private static final String ITEM = "/timeline/0";
    private static final String KEY = "unplanned";

    /**
     * @param item as a plan writes it; its key and trigger may be left out
     * @param roster who takes part now: {@code [{"person": …, "role": …}]}
     */
    static ItemReading of(JsonNode item, ArrayNode roster, PlanContext known) {
        ObjectNode plan = JsonNodeFactory.instance.objectNode();
        plan.set("roster", roster);
        ObjectNode whole = plan.putArray("timeline").addObject();
        whole.put("key", KEY).put("at", "PT0S");
        item.properties().forEach(field -> whole.set(field.getKey(), field.getValue()));
        Diagnostics remarks = PlanReading.remarks(SourceTree.of(plan), List.of(new BodyRule(), new ClockRule()), known);
        return new ItemReading(ofTheItem(remarks.errors()), ofTheItem(remarks.warnings()));
    }

    private static List<Violation> ofTheItem(List<Violation> all) {
        return all.stream().filter(one -> one.pointer().equals(ITEM) || one.pointer().startsWith(ITEM + "/"))
                .map(one -> new Violation(one.pointer().substring(ITEM.length()), one.line(), one.message())).toList();
    }
}

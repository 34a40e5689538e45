package dev.blackstart.catalogue.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.source.PlanNode;

/** A plan's timeline as its rules need it; of items with the same key the first counts. */
record ItemIndex(List<Item> all, Map<String, Item> byKey) {

    /** @param body its kind, or null where there is none that can be read */
    record Item(PlanNode spot, String key, String body) {

        boolean isRepeated() {
            return "teams".equals(spot.text("forEach"));
        }

        PlanNode content() {
            return spot.at(body);
        }

        boolean is(String kind) {
            return kind.equals(body);
        }
    }

    static ItemIndex of(PlanNode plan) {
        List<Item> all = plan.each("timeline").stream().map(spot -> new Item(spot, spot.text("key"),
                Body.KINDS.stream().filter(kind -> spot.at(kind).isThere()).findFirst().orElse(null))).toList();
        Map<String, Item> byKey = all.stream().filter(item -> item.key() != null).collect(
                Collectors.toMap(Item::key, item -> item, (first, second) -> first, LinkedHashMap::new));
        return new ItemIndex(all, byKey);
    }

    List<Item> of(String kind) {
        return all.stream().filter(item -> item.is(kind)).toList();
    }
}

package dev.blackstart.catalogue.rule;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.blackstart.catalogue.rule.ItemIndex.Item;
import dev.blackstart.catalogue.source.PlanNode;
import dev.blackstart.catalogue.source.Suggestion;

/** Items wait for items, drills and probes that there are, for what can happen to them, and never in a circle. */
public class AfterRule implements Rule {

    @Override
    public void check(PlanNode plan, PlanContext known, Diagnostics remarks) {
        ItemIndex items = ItemIndex.of(plan);
        List<String> teams = RosterView.of(plan).playingTeams(known);
        Map<String, Set<String>> waits = new LinkedHashMap<>();
        for (Item item : items.all()) {
            PlanNode after = item.spot().at("after");
            for (PlanNode reference : after.at("item").oneOrEach()) {
                Item other = reference.isText() ? resolve(item, reference, items, known, teams, remarks) : null;
                if (other != null) {
                    condition(after, other, remarks);
                    if (items.byKey().get(item.key()) == item) {
                        waits.computeIfAbsent(item.key(), key -> new LinkedHashSet<>()).add(other.key());
                    }
                }
            }
            if (after.at("option").isThere() && !"chosen".equals(after.text("is"))) {
                remarks.error(after.at("option"), "An option goes with is: chosen.");
            }
            if (after.isThere()) {
                String injecting = RealityTrigger.of(after, plan, items).check(remarks);
                if (injecting != null && items.byKey().get(item.key()) == item) {
                    waits.computeIfAbsent(item.key(), key -> new LinkedHashSet<>()).add(injecting);
                }
            }
        }
        CycleFinder.in(waits).forEach(circle -> tell(circle, items, remarks));
    }

    /** {@code key}, or {@code key.team} of a repeated item. */
    private static Item resolve(Item item, PlanNode reference, ItemIndex items, PlanContext known, List<String> teams,
            Diagnostics remarks) {
        String text = reference.text();
        int dot = text.indexOf('.');
        String key = dot < 0 ? text : text.substring(0, dot);
        String team = dot < 0 ? null : text.substring(dot + 1);
        Item other = items.byKey().get(key);
        if (other == null) {
            remarks.error(reference, "There is no item '%s' in the timeline.%s".formatted(key,
                    Suggestion.sentence(key, items.byKey().keySet())));
        } else if (team != null && !other.isRepeated()) {
            remarks.error(reference, "'%s' is not repeated per team; write '%1$s'.".formatted(key));
        } else if (team != null && !known.teams().containsKey(team)) {
            remarks.error(reference, "There is no team '%s'.%s".formatted(team, Suggestion.sentence(team, teams)));
        } else if (team != null && !teams.contains(team)) {
            remarks.warn(reference, "Nobody of %s plays, so '%s' never happens.".formatted(team, text));
        } else if (team == null && other.isRepeated() && !item.isRepeated()) {
            remarks.error(reference, "'%s' is repeated per team; write %s.".formatted(key,
                    teams.isEmpty() ? key + ".team"
                            : String.join(" or ", teams.stream().map(one -> key + "." + one).toList())));
        }
        return other;
    }

    private static void condition(PlanNode after, Item other, Diagnostics remarks) {
        PlanNode is = after.at("is");
        if ("missed".equals(is.text()) && !other.is("expectation")) {
            remarks.error(is, "Only expectations can be missed, and '%s' is none.".formatted(other.key()));
        }
        if ("chosen".equals(is.text())) {
            PlanNode option = after.at("option");
            List<String> options = other.content().each("options").stream().map(PlanNode::text).toList();
            if (!other.is("decision")) {
                remarks.error(is, "Only decisions have something to choose, and '%s' is none.".formatted(other.key()));
            } else if (option.isText() && !options.contains(option.text())) {
                remarks.error(option, "'%s' is no option of '%s'.%s".formatted(option.text(), other.key(),
                        Suggestion.sentence(option.text(), options.stream().filter(text -> text != null).toList())));
            }
        }
        if (PlanTimes.isBefore(after.at("orAt"), other.spot().at("at"))) {
            remarks.error(after.at("orAt"), "'%s' comes at %s, after this: there would be nothing to wait for."
                    .formatted(other.key(), other.spot().text("at")));
        }
    }

    private static void tell(List<String> circle, ItemIndex items, Diagnostics remarks) {
        String names = String.join(" and ", circle.stream().map(key -> "'" + key + "'").toList());
        remarks.error(items.byKey().get(circle.get(0)).spot().at("after"), circle.size() == 1 ? names + " waits for itself."
                : names + " wait for each other in a circle, so none of them ever happens.");
    }
}

package dev.blackstart.catalogue.rule;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.blackstart.catalogue.rule.ItemIndex.Item;
import dev.blackstart.catalogue.source.PlanNode;
import dev.blackstart.catalogue.source.Suggestion;

/** What timeline items do refers to what there is, and reaches somebody. */
public class BodyRule implements Rule {

    private static final Map<String, String> ADDRESSED = Map.of("message", "to", "expectation", "of", "task", "of");
    private static final Set<String> REPEATABLE = Set.of("message", "expectation", "task", "decision");

    @Override
    public void check(PlanNode plan, PlanContext known, Diagnostics remarks) {
        Set<String> drills = plan.texts("drills", "key").collect(Collectors.toCollection(LinkedHashSet::new));
        Set<String> trees = plan.texts("callTrees", "key").collect(Collectors.toCollection(LinkedHashSet::new));
        RosterView seats = RosterView.of(plan);
        for (Item item : ItemIndex.of(plan).all()) {
            if (item.body() == null) {
                continue;
            }
            switch (item.body()) {
                case "drill", "revert" -> reference(item, "drill", drills, remarks);
                case "callTree" -> reference(item, "call tree", trees, remarks);
                case "handover" -> handover(item.content(), known, seats, remarks);
                default -> addressing(item, known, seats, remarks);
            }
            repetition(item, known, seats, remarks);
            if (item.spot().at("assume").isThere() && !item.is("expectation") && !item.is("callTree")) {
                remarks.warn(item.spot().at("assume"), "Only expectations are met or missed; this changes nothing.");
            }
        }
    }

    private static void reference(Item item, String what, Collection<String> keys, Diagnostics remarks) {
        String key = item.content().text();
        if (key != null && !keys.contains(key)) {
            remarks.error(item.content(), "There is no %s '%s' in this plan.%s".formatted(what, key,
                    Suggestion.sentence(key, keys)));
        }
    }

    private static void handover(PlanNode handover, PlanContext known, RosterView seats, Diagnostics remarks) {
        for (PlanNode person : List.of(handover.at("from"), handover.at("to"))) {
            known.person(person, remarks);
            if (person.isText() && known.people().contains(person.text()) && !seats.has(person.text())) {
                remarks.error(person, "%s is not on the roster; write them there first.".formatted(person.text()));
            }
        }
        if (handover.text("from") != null && handover.text("from").equals(handover.text("to"))) {
            remarks.error(handover.at("to"), "Nobody hands over to themselves.");
        }
    }

    private static void addressing(Item item, PlanContext known, RosterView seats, Diagnostics remarks) {
        String field = ADDRESSED.get(item.body());
        if (field == null || !item.content().node().isObject()) {
            return;
        }
        PlanNode addressees = item.content().at(field);
        if (!addressees.isThere() && !item.isRepeated()) {
            remarks.error(item.content(), "'%s' is missing; write everyone, a person, a team or a list of them."
                    .formatted(field));
        }
        for (PlanNode one : addressees.oneOrEach()) {
            known.addressee(one, remarks);
            if (isKnown(one, known) && seats.meantBy(one.text(), known).isEmpty()) {
                remarks.warn(one, known.teams().containsKey(one.text())
                        ? "Nobody of %s is on the roster; this reaches nobody.".formatted(one.text())
                        : "%s is not on the roster; this does not reach them.".formatted(one.text()));
            }
        }
        if (item.is("task") && !item.spot().at("reveal").isThere() && isForPlayers(item, addressees, known, seats)) {
            remarks.warn(addressees.isThere() ? addressees : item.spot(),
                    "Players do not see tasks; use a message, or reveal the task to them.");
        }
    }

    private static boolean isForPlayers(Item item, PlanNode addressees, PlanContext known, RosterView seats) {
        return item.isRepeated() && !addressees.isThere() || addressees.oneOrEach().stream().map(PlanNode::text)
                .filter(text -> text != null).flatMap(text -> seats.meantBy(text, known).stream())
                .anyMatch(person -> seats.isPlayer(person) && !seats.isControl(person));
    }

    private static void repetition(Item item, PlanContext known, RosterView seats, Diagnostics remarks) {
        if (!item.isRepeated()) {
            return;
        }
        if (!REPEATABLE.contains(item.body())) {
            remarks.error(item.spot().at("forEach"), "'%s' happens once, it cannot be repeated per team."
                    .formatted(item.body()));
        } else if (seats.playingTeams(known).isEmpty()) {
            remarks.warn(item.spot().at("forEach"), "No team plays in this plan; this item never happens.");
        }
    }

    private static boolean isKnown(PlanNode addressee, PlanContext known) {
        return addressee.isText() && (known.people().contains(addressee.text()) || known.teams().containsKey(addressee.text()));
    }
}

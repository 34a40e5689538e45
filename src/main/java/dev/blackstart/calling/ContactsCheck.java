package dev.blackstart.calling;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.calling.correction.DirectoryMeans;
import dev.blackstart.catalogue.CallTree;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.gate.GateCheck;
import dev.blackstart.people.Team;

/** Who cannot be reached is found out before, not in the middle of a call tree; it only warns, for that may be the test. */
@ApplicationScoped
class ContactsCheck implements GateCheck {

    private static final Map<String, String> NEEDS = Map.of(DirectoryMeans.EMAIL, "mail address", DirectoryMeans.WEBHOOK,
            "chat address",
            DirectoryMeans.PHONE, "phone number");

    @Override
    public GateKey key() {
        return GateKey.CONTACTS;
    }

    @Override
    public Answer check(Exercise exercise) {
        List<CallTree> trees = exercise.plan().callTrees();
        if (trees.isEmpty()) {
            return Answer.NOT_APPLICABLE;
        }
        DirectoryMeans means = DirectoryMeans.of(exercise);
        Map<String, Set<String>> unreachable = new LinkedHashMap<>();
        trees.forEach(tree -> look(tree.root(), means, unreachable));
        return unreachable.isEmpty() ? Answer.PASS
                : Answer.warn("Nothing in the directory reaches " + unreachable.entrySet().stream()
                        .map(one -> one.getKey() + " (no " + String.join(" or ", one.getValue()) + ")")
                        .collect(Collectors.joining(", ")) + ". Complete it, or let the call tree find out.");
    }

    private static void look(CallTree.Node node, DirectoryMeans means, Map<String, Set<String>> unreachable) {
        Set<String> people = new LinkedHashSet<>(node.alternates());
        if (node.person() != null) {
            people.add(node.person());
        } else {
            Team team = Team.byKey(node.onDuty());
            people.addAll(team == null ? List.of() : team.onDuty());
        }
        for (String person : people) {
            if (!means.isAway(person) && node.channels().stream().noneMatch(channel -> means.reaches(person, channel))) {
                unreachable.computeIfAbsent(person, key -> new TreeSet<>())
                        .addAll(node.channels().stream().map(NEEDS::get).toList());
            }
        }
        node.calls().forEach(next -> look(next, means, unreachable));
    }
}

package dev.blackstart.exercise.gate;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.CallTree;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.Targets;
import dev.blackstart.people.system.SystemEntry;

/**
 * Whoever breaks what carries their own mail, chat, sign-in or Blackstart itself needs another way for every message, and the
 * sheet on paper: control staff say on its page that they hold it.
 */
@ApplicationScoped
class FallbackCheck implements GateCheck {

    private static final String IN_APP = "in-app";

    @Override
    public GateKey key() {
        return GateKey.FALLBACK;
    }

    @Override
    public Answer check(Exercise exercise) {
        PlanDocument plan = exercise.plan();
        Set<String> targets = Targets.of(plan);
        Set<String> carried = carried(plan, targets);
        if (carried.isEmpty()) {
            return targets.isEmpty() ? Answer.NOT_APPLICABLE : Answer.PASS;
        }
        Set<String> silent = silenced(carried);
        List<String> lost = new ArrayList<>();
        plan.timeline().stream()
                .filter(item -> item.body() instanceof Body.Message message && isLost(message.channels(), silent))
                .forEach(item -> lost.add(item.key()));
        plan.callTrees().stream().filter(tree -> isLost(tree.root(), silent))
                .forEach(tree -> lost.add(tree.key()));
        List<String> todo = new ArrayList<>();
        if (!lost.isEmpty()) {
            todo.add("Give these another channel, such as spoken or call: " + String.join(", ", lost) + ".");
        }
        onPaper(exercise, todo);
        return todo.isEmpty() ? Answer.PASS
                : Answer.fail("The drills touch what carries our own %s. %s".formatted(String.join(", ", carried),
                        String.join(" ", todo)));
    }

    private static void onPaper(Exercise exercise, List<String> todo) {
        PrintedSheet printed = PrintedSheet.newest(exercise.id);
        if (printed == null) {
            todo.add("Print the exercise's sheet for the control staff, and say there who holds it.");
        } else if (!printed.isCurrent(exercise)) {
            todo.add("Print the exercise's sheet again: what stands on it has changed since.");
        }
    }

    private static Set<String> carried(PlanDocument plan, Set<String> targets) {
        Set<String> carried = new TreeSet<>();
        plan.systems().stream().filter(system -> targets.contains(system.key()))
                .forEach(system -> carried.addAll(system.carries()));
        SystemEntry.among(targets).forEach(system -> carried.addAll(system.carried()));
        return carried;
    }

    /** Channels that no longer lead to anybody. */
    private static Set<String> silenced(Set<String> carried) {
        Set<String> silent = new LinkedHashSet<>();
        if (carried.contains("mail")) {
            silent.add("email");
        }
        if (carried.contains("chat")) {
            silent.add("webhook");
        }
        if (carried.contains("sign-in")) {
            silent.add(IN_APP);
        }
        if (carried.contains("blackstart")) {
            silent.addAll(List.of(IN_APP, "email", "webhook"));
        }
        return silent;
    }

    /** What is not available falls back to the page, so the page is always one of the channels. */
    private static boolean isLost(List<String> channels, Set<String> silent) {
        return silent.contains(IN_APP) && silent.containsAll(channels);
    }

    /** Whether any place of a tree is left without a channel. */
    private static boolean isLost(CallTree.Node node, Set<String> silent) {
        return silent.containsAll(node.channels()) || node.calls().stream().anyMatch(next -> isLost(next, silent));
    }
}

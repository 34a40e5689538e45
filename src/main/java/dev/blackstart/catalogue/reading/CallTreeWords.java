package dev.blackstart.catalogue.reading;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import dev.blackstart.catalogue.CallTree;

/** A call tree: what is said, what counts as passed, and who calls whom. */
public record CallTreeWords(String key, String title, List<Fact> facts, Node root) {

    private static final Map<String, String> CHANNELS = Map.of("email", "by mail", "webhook",
            "by chat",
            "phone", "by phone", "in-app", "on their page");

    /** @param who is called @param how by which channels, for how long, and who instead */
    public record Node(String who, String how, List<Node> calls) {
    }

    static CallTreeWords of(CallTree tree, PlanNames names) {
        Fact.Facts facts = new Fact.Facts();
        facts.add("Says", tree.message().text());
        facts.add("Asks", tree.message().confirmQuestion());
        facts.add("Passes when", tree.pass().saysNothing() ? null : pass(tree.pass()));
        return new CallTreeWords(tree.key(), tree.message().line(), facts.all(), node(tree.root(), names));
    }

    private static String pass(CallTree.Pass pass) {
        String who = pass.reach() == null ? ""
                : pass.reach() >= 1 ? "everybody is reached"
                        : String.format(Locale.ROOT, "%.0f %% of the places are reached", pass.reach() * 100);
        String quorum = pass.quorum() == null ? ""
                : pass.quorum() + (pass.quorum() == 1 ? " person confirms" : " people confirm");
        return who + (who.isEmpty() || quorum.isEmpty() ? "" : " and ") + quorum
                + (pass.within() == null ? ""
                        : (who + quorum).isEmpty() ? "it ends within " + pass.within().inWords()
                                : ", within " + pass.within().inWords());
    }

    private static Node node(CallTree.Node node, PlanNames names) {
        String who = node.person() == null ? "whoever is on duty in team " + names.team(node.onDuty())
                : names.person(node.person());
        String how = node.channels().stream().map(channel -> CHANNELS.getOrDefault(channel, channel))
                .collect(Collectors.joining(", then "))
                + "; waits " + node.waits().inWords()
                + (node.repeat() == 0 ? "" : ", repeated " + (node.repeat() == 1 ? "once" : node.repeat() + " times"))
                + (node.alternates().isEmpty() ? ""
                        : "; else " + node.alternates().stream().map(names::person).collect(Collectors.joining(", then ")));
        return new Node(who, how, node.calls().stream().map(next -> node(next, names)).toList());
    }
}

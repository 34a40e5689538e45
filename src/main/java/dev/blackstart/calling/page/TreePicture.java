package dev.blackstart.calling.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.blackstart.calling.tree.Activation;
import dev.blackstart.calling.tree.ActivationMetrics;
import dev.blackstart.calling.tree.CallNode;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.catalogue.CallTree;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.people.ContactMethodType;
import dev.blackstart.people.Directory;
import dev.blackstart.web.Texts;

/**
 * A tree as control staff see it drawn: the plan's before it was activated, else the newest activation.
 *
 * @param activation null before the first
 * @param wanted what counts as passed, in words; null where the plan does not say
 * @param figures null before the first activation
 * @param callable whether somebody can be called now: the exercise runs
 */
public record TreePicture(UUID exercise, String key, String zone, String subject, String question, String wanted,
        UUID activation, String state, String result, String reason, Instant startedAt, ActivationMetrics figures,
        boolean callable,
        List<Row> rows) {

    /**
     * A place.
     *
     * @param contact null before an activation
     * @param says who is tried how, or who stands for it
     */
    public record Row(UUID contact, int depth, String name, String state, String says, Instant at) {
    }

    public boolean isFlying() {
        return "running".equals(state);
    }

    /** For bars and sentences. */
    public long percent() {
        return figures == null ? 0 : Math.round(figures.reach() * 100);
    }

    /** Red is for danger alone. */
    public String tone() {
        return "passed".equals(result) ? "green" : "failed".equals(result) ? "amber" : "grey";
    }

    static List<TreePicture> all(Exercise exercise, Directory directory) {
        return exercise.plan().callTrees().stream().map(tree -> of(exercise, tree, directory)).toList();
    }

    static TreePicture of(Exercise exercise, CallTree tree, Directory directory) {
        List<Activation> activations = Activation.of(exercise.id, tree.key());
        if (activations.isEmpty()) {
            List<Row> rows = new ArrayList<>();
            List<String> people = new ArrayList<>();
            named(tree.root(), people);
            planned(tree.root(), 0, directory.names(people), rows);
            return new TreePicture(exercise.id, tree.key(), exercise.zone, tree.message().line(),
                    tree.message().confirmQuestion(), wanted(tree.pass()), null, null, null, null, null, null,
                    isCallable(exercise),
                    rows);
        }
        Activation activation = activations.get(0);
        List<CallNode> contacts = CallNode.of(activation.id);
        List<ContactAttempt> attempts = ContactAttempt.of(activation.id);
        Map<String, String> names = directory.names(Stream.concat(
                contacts.stream().flatMap(contact -> contact.candidates().stream()),
                attempts.stream().map(one -> one.caller).filter(Objects::nonNull)).distinct().toList());
        Map<UUID, List<ContactAttempt>> tried = attempts.stream().collect(Collectors.groupingBy(one -> one.contactId));
        return new TreePicture(exercise.id, tree.key(), exercise.zone, activation.subject, activation.question,
                wanted(tree.pass()), activation.id, activation.state.key(),
                activation.result == null ? null : activation.result.key(), activation.resultReason, activation.createdAt,
                ActivationMetrics.of(activation, contacts, attempts), isCallable(exercise), contacts.stream()
                        .map(contact -> row(contact, tried.getOrDefault(contact.id, List.of()), names)).toList());
    }

    private static boolean isCallable(Exercise exercise) {
        return exercise.state == ExerciseState.RUNNING;
    }

    private static void named(CallTree.Node node, List<String> people) {
        people.addAll(node.alternates());
        if (node.person() != null) {
            people.add(node.person());
        }
        node.calls().forEach(next -> named(next, people));
    }

    private static void planned(CallTree.Node node, int depth, Map<String, String> names, List<Row> rows) {
        rows.add(new Row(null, depth, node.person() == null ? "on duty: " + node.onDuty() : names.get(node.person()), "planned",
                "by " + node.channels().stream().map(TreePicture::word).collect(Collectors.joining(", then "))
                        + (node.alternates().isEmpty() ? ""
                                : "; else " + node.alternates().stream().map(names::get).collect(Collectors.joining(", "))),
                null));
        node.calls().forEach(next -> planned(next, depth + 1, names, rows));
    }

    /** A channel as people say it. */
    private static String word(String channel) {
        return Arrays.stream(ContactMethodType.values()).filter(one -> one.key().equals(channel)).map(ContactMethodType::word)
                .findFirst().orElse(channel);
    }

    private static Row row(CallNode contact, Collection<ContactAttempt> tried, Map<String, String> names) {
        String name = names.getOrDefault(contact.person(), contact.person())
                + (contact.team == null ? "" : " (on duty: " + contact.team + ")");
        String says = switch (contact.state) {
            case WAITING -> null;
            case CALLING -> calling(contact, tried, names);
            case REACHED -> contact.reachedBy.equals(contact.person()) ? (contact.late ? "late" : null)
                    : "through " + names.getOrDefault(contact.reachedBy, contact.reachedBy) + (contact.late ? ", late" : "");
            case BROKEN -> tried.stream().anyMatch(one -> one.state == ContactAttempt.State.WITHHELD) ? "out of play"
                    : tried.stream().allMatch(ContactAttempt::isSilent) ? "nothing known reaches them"
                            : tried.stream().anyMatch(one -> one.state == ContactAttempt.State.WRONG_NUMBER)
                                    ? "wrong number or address"
                                    : "nobody answers";
            case STOOD_DOWN -> "it was over before";
        };
        return new Row(contact.id, contact.depth, name, contact.state.key(), says, contact.settledAt);
    }

    private static String calling(CallNode contact, Collection<ContactAttempt> tried, Map<String, String> names) {
        if (contact.turn < 0) {
            return "next";
        }
        ContactAttempt last = tried.stream().filter(one -> one.turn == contact.turn).findFirst().orElse(null);
        if (last != null && last.state == ContactAttempt.State.WITHHELD) {
            return "out of play: nothing is sent, the wait passes";
        }
        String person = contact.trying();
        int round = contact.roundAt(contact.turn);
        return (person.equals(contact.person()) ? "" : names.getOrDefault(person, person) + " instead, ")
                + (last == null || last.caller == null ? "by " + word(contact.channelAt(contact.turn))
                        : names.getOrDefault(last.caller, last.caller) + " phones")
                + (round == 0 ? "" : ", again (" + (round + 1) + ")");
    }

    private static String wanted(CallTree.Pass pass) {
        if (pass.saysNothing()) {
            return null;
        }
        List<String> parts = new ArrayList<>();
        if (pass.reach() != null) {
            parts.add(Math.round(pass.reach() * 100) + " % of the places");
        }
        if (pass.quorum() != null) {
            parts.add(pass.quorum() + " people");
        }
        String what = parts.isEmpty() ? "everybody" : String.join(" and ", parts);
        return pass.within() == null ? what : what + " within " + Texts.brief(pass.within().onClock());
    }
}

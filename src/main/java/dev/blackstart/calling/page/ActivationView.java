package dev.blackstart.calling.page;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.calling.tree.Activation;
import dev.blackstart.calling.tree.ActivationMetrics;
import dev.blackstart.calling.tree.CallNode;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.calling.tree.Tree;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.notify.Delivery;

/** An activation as control staff read it: the tree with everything that was tried, and its figures. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ActivationView(UUID id, UUID exercise, String tree, UUID item, String state, String result, String reason,
        String subject, String text, String question, Pass pass, Instant startedAt, String startedBy, Instant endedAt,
        ActivationMetrics figures, double reach, Double fidelity, Node root) {

    /** What the plan asks for. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Pass(Double reach, Integer quorum, Duration within) {
    }

    /**
     * A place.
     *
     * @param people whoever is meant, then the alternates
     * @param person whom the place means
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Node(UUID id, String person, String team, List<String> people, List<String> channels, String state,
            String trying,
            String reachedBy, Instant reachedAt, boolean late, List<Attempt> attempts, List<Node> calls) {
    }

    /** One try. @param clock where on the exercise clock it was made */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Attempt(UUID id, String person, String channel, String caller, String state, Instant at, String clock,
            Instant settledAt, String via, boolean late, String answer, Boolean right, String note, List<Sent> deliveries) {
    }

    /** What became of the message: handed over is not seen. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Sent(String person, String channel, String state, String failure) {
    }

    static ActivationView of(Activation activation) {
        List<CallNode> contacts = CallNode.of(activation.id);
        List<ContactAttempt> attempts = ContactAttempt.of(activation.id);
        ActivationMetrics figures = ActivationMetrics.of(activation, contacts, attempts);
        Tree tree = new Tree(contacts, attempts);
        return new ActivationView(activation.id, activation.exerciseId, activation.treeKey, activation.itemId,
                activation.state.key(), activation.result == null ? null : activation.result.key(), activation.resultReason,
                activation.subject, activation.text, activation.question,
                new Pass(activation.passReach, activation.passQuorum,
                        activation.passWithin == null ? null : Duration.of(activation.passWithin, ChronoUnit.MICROS)),
                activation.createdAt, activation.startedBy, activation.endedAt, figures, figures.reach(), figures.fidelity(),
                tree.node(contacts.get(0)));
    }

    /** Puts the rows together. */
    private static final class Tree {
        private final Map<UUID, List<CallNode>> below;
        private final Map<UUID, List<ContactAttempt>> attempts;
        private final Map<UUID, List<Delivery>> deliveries;

        Tree(List<CallNode> contacts, List<ContactAttempt> tried) {
            below = contacts.stream().filter(contact -> contact.parentId != null)
                    .collect(Collectors.groupingBy(contact -> contact.parentId));
            attempts = tried.stream().collect(Collectors.groupingBy(one -> one.contactId));
            deliveries = deliveries(contacts.get(0).activationId);
        }

        Node node(CallNode contact) {
            return new Node(contact.id, contact.person(), contact.team, contact.candidates(), contact.channelsInOrder(),
                    contact.state.key(), contact.trying(), contact.reachedBy,
                    contact.reachedBy == null ? null : contact.settledAt, contact.late,
                    attempts.getOrDefault(contact.id, List.of()).stream().map(this::attempt).toList(),
                    below.getOrDefault(contact.id, List.of()).stream().map(this::node).toList());
        }

        private Attempt attempt(ContactAttempt one) {
            return new Attempt(one.id, one.person, one.channel, one.caller, one.state.key(), one.createdAt,
                    ExerciseClock.text(one.clock), one.settledAt, one.via == null ? null : one.via.key(), one.late, one.answer,
                    one.answerRight, one.note,
                    deliveries.getOrDefault(one.id, List.of()).stream().map(sent -> new Sent(sent.person, sent.channel,
                            sent.state.name().toLowerCase(), sent.failure)).toList());
        }
    }

    static Map<UUID, List<Delivery>> deliveries(UUID activationId) {
        return Delivery.<Delivery> list("aboutId in (select a.id from ContactAttempt a where a.activationId = ?1)"
                + " order by createdAt", activationId).stream().collect(Collectors.groupingBy(one -> one.aboutId));
    }
}

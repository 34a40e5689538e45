package dev.blackstart.calling.tree;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.blackstart.calling.tree.Activation.Result;
import dev.blackstart.calling.tree.CallNode.State;
import dev.blackstart.web.Texts;

/**
 * What an activation came to. Lengths are of the exercise clock, from its start.
 *
 * @param places of the tree
 * @param reached places for which somebody stands
 * @param people who acknowledged
 * @param tries that went out
 * @param toFirst until the first acknowledgement; null for none
 * @param toQuorum until as many people had acknowledged as the plan asks for; null where it asks for none, or they did not
 * @param toAll until every place was reached; null where one was not
 * @param late acknowledgements that came when others had been called instead
 * @param broken places that nobody answered for, by whom they mean
 * @param wrong people whose number or address was wrong
 * @param answers to the question
 * @param judged of these, those that control staff looked at
 * @param right of these, those that were right
 */
public record ActivationMetrics(int places, int reached, int people, int tries, Duration toFirst, Duration toQuorum,
        Duration toAll,
        int late, List<String> broken, List<String> wrong, int answers, int judged, int right, List<Branch> branches) {

    private static final double ROUNDING = 1e-9;

    /** A child of the root and everybody below. */
    public record Branch(String name, int places, int reached) {
    }

    /** Share of the places that were reached. */
    public double reach() {
        return places == 0 ? 0 : (double) reached / places;
    }

    /** Share of the answers that arrived as they were meant; null where none was judged. */
    public Double fidelity() {
        return judged == 0 ? null : (double) right / judged;
    }

    public static ActivationMetrics of(Activation activation, List<CallNode> contacts, Collection<ContactAttempt> attempts) {
        return of(activation, contacts, attempts, Long.MAX_VALUE);
    }

    /** As it stood at a position of the clock. */
    private static ActivationMetrics of(Activation activation, List<CallNode> contacts, Collection<ContactAttempt> attempts,
            long until) {
        List<CallNode> reached = contacts.stream().filter(contact -> isReached(contact, until)).toList();
        List<ContactAttempt> acknowledged = attempts.stream()
                .filter(one -> one.isAcknowledged() && one.settledClock <= until).toList();
        Map<String, Long> people = new HashMap<>();
        acknowledged.forEach(one -> people.merge(one.person, one.settledClock, Math::min));
        List<Long> instants = people.values().stream().sorted().toList();
        Integer quorum = activation.passQuorum;
        List<ContactAttempt> judged = attempts.stream().filter(one -> one.answerRight != null).toList();
        return new ActivationMetrics(contacts.size(), reached.size(), people.size(),
                (int) attempts.stream().filter(one -> !one.isSilent()).count(),
                instants.isEmpty() ? null : since(activation, instants.get(0)),
                quorum == null || instants.size() < quorum ? null : since(activation, instants.get(quorum - 1)),
                reached.size() < contacts.size() ? null
                        : since(activation, reached.stream().mapToLong(contact -> contact.settledClock).max().orElse(0)),
                (int) acknowledged.stream().filter(one -> one.late).count(),
                contacts.stream().filter(contact -> contact.state == State.BROKEN).map(ActivationMetrics::name).toList(),
                attempts.stream().filter(one -> one.state == ContactAttempt.State.WRONG_NUMBER).map(one -> one.person)
                        .distinct().toList(),
                (int) attempts.stream().filter(one -> one.answer != null).count(), judged.size(),
                (int) judged.stream().filter(one -> one.answerRight).count(), branches(contacts, until));
    }

    private static boolean isReached(CallNode contact, long until) {
        return contact.state == State.REACHED && contact.settledClock <= until;
    }

    public static String name(CallNode contact) {
        return contact.team == null ? contact.person() : contact.person() + " for " + contact.team;
    }

    private static Duration since(Activation activation, long position) {
        return Duration.of(position - activation.startedClock, ChronoUnit.MICROS);
    }

    private static List<Branch> branches(List<CallNode> contacts, long until) {
        Map<UUID, CallNode> branchOf = new HashMap<>();
        Map<CallNode, List<CallNode>> members = new LinkedHashMap<>();
        for (CallNode contact : contacts) {
            CallNode branch = contact.depth == 1 ? contact : branchOf.get(contact.parentId);
            if (branch != null) {
                branchOf.put(contact.id, branch);
                members.computeIfAbsent(branch, top -> new ArrayList<>()).add(contact);
            }
        }
        return members.entrySet().stream().map(one -> new Branch(name(one.getKey()), one.getValue().size(),
                (int) one.getValue().stream().filter(contact -> isReached(contact, until)).count())).toList();
    }

    /** A result and why. */
    public record Verdict(Result result, String reason) {
    }

    /** @param aborted the exercise was @param whole the walk came to its end by itself */
    public static Verdict judge(Activation activation, List<CallNode> contacts, Collection<ContactAttempt> attempts,
            boolean aborted,
            boolean whole, long position) {
        if (aborted) {
            return new Verdict(Result.INCONCLUSIVE, "The exercise was aborted.");
        }
        if (activation.passReach == null && activation.passQuorum == null && activation.passWithin == null) {
            return new Verdict(Result.INCONCLUSIVE, "The plan does not say what counts as passed.");
        }
        long deadline = activation.passWithin == null ? Long.MAX_VALUE : activation.startedClock + activation.passWithin;
        ActivationMetrics inTime = of(activation, contacts, attempts, deadline);
        double wanted = activation.passReach != null ? activation.passReach : activation.passQuorum == null ? 1 : 0;
        String said = "%d of %s%s, %s%s".formatted(inTime.reached, Texts.count(inTime.places, "place"),
                wanted == 0 ? "" : " (wanted %d %%)".formatted(Math.round(wanted * 100)),
                Texts.count(inTime.people, "person"),
                activation.passQuorum == null ? "" : " (wanted %d)".formatted(activation.passQuorum))
                + (activation.passWithin == null ? "."
                        : ", within " + Texts.brief(Duration.of(activation.passWithin, ChronoUnit.MICROS)) + ".");
        boolean passed = inTime.reach() >= wanted - ROUNDING
                && (activation.passQuorum == null || inTime.people >= activation.passQuorum);
        return new Verdict(passed ? Result.PASSED : whole || position >= deadline ? Result.FAILED : Result.INCONCLUSIVE, said);
    }
}

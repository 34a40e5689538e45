package dev.blackstart.calling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import dev.blackstart.calling.CallNodeEvent.ContactSetAside;
import dev.blackstart.calling.CallTreeEvent.CallTreeActivated;
import dev.blackstart.calling.CallTreeEvent.CallTreeFinished;
import dev.blackstart.calling.ContactEvent.ContactUnanswered;
import dev.blackstart.calling.correction.DirectoryMeans;
import dev.blackstart.calling.tree.Activation;
import dev.blackstart.calling.tree.ActivationMetrics;
import dev.blackstart.calling.tree.CallNode;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.calling.tree.Tree;
import dev.blackstart.catalogue.CallTree;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Exercise.Outcome;
import dev.blackstart.exercise.ExerciseState;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.people.Team;
import dev.blackstart.problem.Problem;

/** Activates trees, moves them on when a wait is over, and ends them; whoever calls this holds the head row's lock. */
@ApplicationScoped
public class Calls {

    private final Journal journal;
    private final CallDispatcher callDispatcher;
    private final Event<CallTreeEnded> ended;

    Calls(Journal journal, CallDispatcher callDispatcher, Event<CallTreeEnded> ended) {
        this.journal = journal;
        this.callDispatcher = callDispatcher;
        this.ended = ended;
    }

    /**
     * Begins to call; a tree that is in flight is not begun a second time.
     *
     * @param itemId the item of the timeline that asks for it, or null
     * @param answers in a rehearsal: whoever is tried answers by themselves
     * @throws Problem 404 where the plan has no such tree, 409 while the exercise does not run
     */
    public Activation activate(Exercise exercise, String key, UUID itemId, boolean answers, String actor, Instant at) {
        CallTree planned = exercise.plan().callTree(key).orElseThrow(Problem::notFound);
        Activation running = Activation.running(exercise.id).stream().filter(one -> one.treeKey.equals(key)).findFirst()
                .orElse(null);
        if (running != null) {
            return running;
        }
        if (exercise.state != ExerciseState.RUNNING) {
            throw Problem.conflict("The exercise is %s; nobody is called before it runs.".formatted(exercise.state.key()))
                    .with("state", exercise.state.key()).with("allowed", List.of());
        }
        Activation activation = new Activation(exercise, planned, itemId, exercise.isRehearsal() && answers, actor, at);
        activation.persist();
        List<CallNode> places = new ArrayList<>();
        snapshot(activation, null, planned.root(), places, at);
        places.forEach(contact -> contact.persist());
        ActivationContext flight = new ActivationContext(exercise, activation, places, new ArrayList<>(),
                new Tree(places, DirectoryMeans.of(exercise), Set.of(), false, activation.answers),
                exercise.clock.position(at));
        journal.append(exercise, at,
                new CallTreeActivated(activation.treeKey, activation.id.toString(), activation.subject, places.size()), actor,
                Audience.CONTROL);
        flight.tree().begin(flight.position());
        proceed(flight, at);
        return activation;
    }

    /** Whoever is on duty now is called first, those after them are the first alternates. */
    private static void snapshot(Activation activation, CallNode parent, CallTree.Node node, List<CallNode> places,
            Instant at) {
        Set<String> people = new LinkedHashSet<>();
        if (node.person() != null) {
            people.add(node.person());
        } else {
            Team team = Team.byKey(node.onDuty());
            people.addAll(team == null ? List.of() : team.onDuty());
        }
        people.addAll(node.alternates());
        CallNode contact = new CallNode(activation, parent, places.size(), node, List.copyOf(people), at);
        places.add(contact);
        node.calls().forEach(next -> snapshot(activation, contact, next, places, at));
    }

    /**
     * Waits are over: the first place's and, in order, those of its tree that are due up to a position, each where it was due.
     * A large tree's backlog is worked off in several such transactions.
     *
     * @param alone only the first place, so that one that fails is known
     * @return whether more are left
     * @throws ContactFailed naming the place that could not be called
     */
    public boolean advance(Exercise exercise, CallNode first, long until, boolean alone, Instant now) {
        Activation activation = Activation.findById(first.activationId);
        ActivationContext flight = ActivationContext.of(exercise, activation, first.nextClock);
        CallNode due = first;
        for (int i = 0; i < (alone ? 1 : Tree.AT_ONCE) && due != null; i++) {
            try {
                advance(flight.at(due.nextClock), due, now);
            } catch (RuntimeException failure) {
                throw new ContactFailed(due.id, failure);
            }
            due = activation.isRunning() ? flight.firstDue(until).orElse(null) : null;
        }
        return due != null;
    }

    private void advance(ActivationContext flight, CallNode due, Instant now) {
        flight.attempts().stream()
                .filter(one -> one.contactId.equals(due.id) && one.state == ContactAttempt.State.OPEN
                        && !flight.activation().answers)
                .forEach(one -> {
                    one.settle(ContactAttempt.State.UNANSWERED, flight.position(), now);
                    callDispatcher.tell(flight, new ContactUnanswered(ContactEvent.Facts.of(flight, one)), Journal.PLATFORM,
                            now);
                });
        flight.tree().due(due, flight.position());
        proceed(flight, now);
    }

    /** What the tree asks for is done, and it ends when nobody is left to call. */
    void proceed(ActivationContext flight, Instant at) {
        callDispatcher.carryOut(flight, at);
        if (flight.activation().isRunning() && flight.tree().isOver()) {
            end(flight, Activation.State.ENDED, false, Journal.PLATFORM, at);
        }
    }

    /** It failed: this place is given up, so that the others go on. */
    public void setAside(Exercise exercise, UUID contactId, String reason, Instant at) {
        CallNode contact = CallNode.findById(contactId);
        ActivationContext flight = ActivationContext.now(exercise, Activation.findById(contact.activationId), at);
        flight.tree().giveUp(contact, flight.position());
        journal.append(exercise, at, new ContactSetAside(flight.activation().treeKey, flight.activation().id.toString(),
                ActivationMetrics.name(contact), reason + " Call them by hand."), Journal.PLATFORM, Audience.CONTROL);
        if (flight.activation().isRunning() && flight.tree().isOver()) {
            end(flight, Activation.State.ENDED, false, Journal.PLATFORM, at);
        }
    }

    /** A controller says that it is done, whoever was reached. */
    public void end(Exercise exercise, Activation activation, String actor, Instant at) {
        if (activation.isRunning()) {
            stop(ActivationContext.now(exercise, activation, at), false, actor, at);
        }
    }

    /** ENDEX: nobody is called any more, and everybody who was hears that it is over. */
    public void standDown(Exercise exercise, String actor, Instant at) {
        boolean aborted = exercise.outcome == Outcome.ABORTED;
        Activation.running(exercise.id)
                .forEach(activation -> stop(ActivationContext.now(exercise, activation, at), aborted, actor, at));
        List<String> people = ContactAttempt.contacted(exercise.id);
        if (!people.isEmpty()) {
            callDispatcher.standDown(exercise, people, at);
        }
    }

    private void stop(ActivationContext flight, boolean aborted, String actor, Instant at) {
        boolean open = !flight.tree().isOver();
        flight.contacts().stream().filter(CallNode::isOpen).forEach(contact -> contact.settledAt = at);
        flight.tree().standDown(flight.position());
        end(flight, open ? Activation.State.STOOD_DOWN : Activation.State.ENDED, aborted, actor, at);
    }

    private void end(ActivationContext flight, Activation.State how, boolean aborted, String actor, Instant at) {
        Activation activation = flight.activation();
        callDispatcher.recall(flight, flight.attempts().stream().filter(ContactAttempt::isUnsettled).toList(), at);
        ActivationMetrics figures = ActivationMetrics.of(activation, flight.contacts(), flight.attempts());
        ActivationMetrics.Verdict verdict = ActivationMetrics.judge(activation, flight.contacts(), flight.attempts(), aborted,
                how == Activation.State.ENDED, flight.position());
        activation.end(how, verdict.result(), verdict.reason(), flight.position(), at);
        journal.append(flight.exercise(), at, CallTreeFinished.of(activation, figures, verdict), actor, Audience.CONTROL);
        ended.fire(new CallTreeEnded(flight.exercise(), activation, actor, at));
    }

    /** Everybody to whom a call of this exercise went out. */
    public static Set<String> contacted(UUID exerciseId) {
        return new LinkedHashSet<>(ContactAttempt.contacted(exerciseId));
    }
}

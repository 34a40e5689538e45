package dev.blackstart.calling;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.blackstart.calling.correction.DirectoryMeans;
import dev.blackstart.calling.tree.Activation;
import dev.blackstart.calling.tree.CallNode;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.calling.tree.Tree;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseState;

/**
 * A tree in flight as one transaction holds it, under the head row's lock.
 *
 * @param position where on the exercise clock the step counts
 */
record ActivationContext(Exercise exercise, Activation activation, List<CallNode> contacts, List<ContactAttempt> attempts,
        Tree tree,
        long position) {

    static ActivationContext of(Exercise exercise, Activation activation, long position) {
        List<CallNode> contacts = CallNode.of(activation.id);
        List<ContactAttempt> attempts = new ArrayList<>(ContactAttempt.of(activation.id));
        Tree tree = new Tree(contacts, DirectoryMeans.of(exercise).without(attempts), ContactAttempt.acknowledged(attempts),
                exercise.state != ExerciseState.RUNNING, activation.answers);
        return new ActivationContext(exercise, activation, contacts, attempts, tree, position);
    }

    static ActivationContext now(Exercise exercise, Activation activation, Instant at) {
        return of(exercise, activation, exercise.clock.position(at));
    }

    /** The same, where a later step counts. */
    ActivationContext at(long later) {
        return new ActivationContext(exercise, activation, contacts, attempts, tree, later);
    }

    /** The place that is due first, at or before a position of the clock. */
    Optional<CallNode> firstDue(long until) {
        return contacts.stream().filter(contact -> contact.nextClock != null && contact.nextClock <= until)
                .min(Comparator.comparing((CallNode contact) -> contact.nextClock).thenComparing(contact -> contact.place));
    }

    CallNode contact(ContactAttempt attempt) {
        return contacts.stream().filter(contact -> contact.id.equals(attempt.contactId)).findFirst().orElseThrow();
    }
}

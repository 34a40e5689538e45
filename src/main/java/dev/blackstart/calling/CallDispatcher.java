package dev.blackstart.calling;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import dev.blackstart.calling.CallNodeEvent.ContactBroken;
import dev.blackstart.calling.CallNodeEvent.ContactReached;
import dev.blackstart.calling.CallNotice.CallConfirmed;
import dev.blackstart.calling.CallNotice.CallerAssigned;
import dev.blackstart.calling.CallNotice.ContactNotified;
import dev.blackstart.calling.ContactEvent.ContactAcknowledged;
import dev.blackstart.calling.ContactEvent.ContactAttemptFailed;
import dev.blackstart.calling.ContactEvent.ContactAttempted;
import dev.blackstart.calling.ContactEvent.ContactUnreachable;
import dev.blackstart.calling.ContactEvent.ContactWithheld;
import dev.blackstart.calling.ContactEvent.Facts;
import dev.blackstart.calling.correction.DirectoryMeans;
import dev.blackstart.calling.tree.Activation;
import dev.blackstart.calling.tree.ActivationMetrics;
import dev.blackstart.calling.tree.CallNode;
import dev.blackstart.calling.tree.CallStep;
import dev.blackstart.calling.tree.CallTreeGap;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;

/** Does what a tree wants done: attempts, letters, entries of the journal; all in the transaction of the step. */
@ApplicationScoped
class CallDispatcher {

    private static final List<String> TO_CALLERS = List.of(DirectoryMeans.WEBHOOK, DirectoryMeans.EMAIL);

    private final Journal journal;
    private final Outbox outbox;
    private final CallMessages callMessages;
    private final Event<CallTreeGap> flaws;

    CallDispatcher(Journal journal, Outbox outbox, CallMessages callMessages, Event<CallTreeGap> flaws) {
        this.journal = journal;
        this.outbox = outbox;
        this.callMessages = callMessages;
        this.flaws = flaws;
    }

    /** One step of the walk for one tree in flight. */
    void carryOut(ActivationContext flight, Instant at) {
        for (CallStep step : flight.tree().take()) {
            if (step instanceof CallStep.Try call) {
                call(flight, call, at);
            } else if (step instanceof CallStep.Withheld withheld) {
                ContactAttempt attempt = attempt(flight, withheld.contact(), withheld.turn(), withheld.person(),
                        withheld.channel(), null, at);
                attempt.state = ContactAttempt.State.WITHHELD;
                tell(flight, new ContactWithheld(Facts.of(flight, attempt), "out of play"), Journal.PLATFORM, at);
            } else if (step instanceof CallStep.PassedOver passed) {
                ContactAttempt attempt = attempt(flight, passed.contact(), passed.turn(), passed.person(), passed.channel(),
                        null,
                        at);
                attempt.settle(ContactAttempt.State.UNREACHABLE, flight.position(), at);
                tell(flight, new ContactUnreachable(Facts.of(flight, attempt)), Journal.PLATFORM, at);
            } else if (step instanceof CallStep.Answered answered) {
                answered(flight, answered, at);
            } else if (step instanceof CallStep.Reached reached) {
                reached(flight, reached, at);
            } else if (step instanceof CallStep.Broken broken) {
                broken(flight, broken.contact(), at);
            }
        }
    }

    private ContactAttempt attempt(ActivationContext flight, CallNode contact, int turn, String person, String channel,
            String caller,
            Instant at) {
        ContactAttempt attempt = new ContactAttempt(contact, turn, person, channel, caller, flight.position(), at);
        attempt.persist();
        flight.attempts().add(attempt);
        return attempt;
    }

    private void call(ActivationContext flight, CallStep.Try call, Instant at) {
        Exercise exercise = flight.exercise();
        Activation activation = flight.activation();
        boolean phoned = call.channel().equals(DirectoryMeans.PHONE);
        String caller = !phoned ? null : call.caller() == null ? ofControl(exercise, activation, at) : call.caller();
        ContactAttempt attempt = attempt(flight, call.contact(), call.turn(), call.person(), call.channel(), caller, at);
        tell(flight, new ContactAttempted(Facts.of(flight, attempt)), Journal.PLATFORM, at);
        if (phoned) {
            journal.append(exercise, at, new CallerAssigned(attempt.id.toString(), call.person()), Journal.PLATFORM,
                    Audience.person(caller));
            outbox.post(new OutboundMessage(exercise.id, attempt.id, callMessages.subject("Please phone somebody"),
                    callMessages.toCaller(activation, attempt), exercise.isRehearsal()), List.of(caller), TO_CALLERS, at);
        } else {
            journal.append(exercise, at, new ContactNotified(attempt.id.toString(), activation.subject), Journal.PLATFORM,
                    Audience.person(call.person()));
            outbox.post(new OutboundMessage(exercise.id, attempt.id, callMessages.subject(activation.subject),
                    callMessages.toCalled(exercise, activation, attempt), exercise.isRehearsal()), List.of(call.person()),
                    List.of(call.channel()), at);
        }
    }

    /** Nobody above was reached: whoever began it by hand, or else a controller on duty, or the director. */
    private static String ofControl(Exercise exercise, Activation activation, Instant at) {
        if (!activation.startedBy.equals(Journal.PLATFORM)) {
            return activation.startedBy;
        }
        long position = exercise.clock.position(at);
        return RosterEntry.of(exercise.id).stream()
                .filter(entry -> entry.role == ExerciseRole.CONTROLLER || entry.role == ExerciseRole.DIRECTOR)
                .sorted(Comparator.comparing((RosterEntry entry) -> !entry.isOnDuty(position))
                        .thenComparing(entry -> entry.role != ExerciseRole.CONTROLLER))
                .map(entry -> entry.person).findFirst().orElse(exercise.createdBy);
    }

    private void answered(ActivationContext flight, CallStep.Answered answered, Instant at) {
        flight.attempts().stream()
                .filter(one -> one.contactId.equals(answered.contact().id) && one.turn == answered.contact().turn
                        && one.state == ContactAttempt.State.OPEN)
                .forEach(one -> {
                    one.acknowledge(ContactAttempt.Via.ASSUMED, null, false, flight.position(), at);
                    acknowledged(flight, one, Journal.PLATFORM, at);
                });
    }

    /** The journal's word of an answer: the whole for control staff, that it arrived for whoever gave it. */
    void acknowledged(ActivationContext flight, ContactAttempt attempt, String actor, Instant at) {
        tell(flight, new ContactAcknowledged(Facts.of(flight, attempt), attempt.via.key(), attempt.answer,
                attempt.late ? true : null), actor, at);
        journal.append(flight.exercise(), at, new CallConfirmed(attempt.id.toString()), actor,
                Audience.person(attempt.person));
    }

    /** A call came to nothing. */
    void failed(ActivationContext flight, ContactAttempt attempt, String actor, Instant at) {
        tell(flight, new ContactAttemptFailed(Facts.of(flight, attempt), attempt.state.key(), attempt.note), actor, at);
        outbox.recall(attempt.id);
    }

    /** No paging goes on after an answer: neither of this place, nor of this person elsewhere in the tree. */
    private void reached(ActivationContext flight, CallStep.Reached reached, Instant at) {
        reached.contact().settledAt = at;
        recall(flight, flight.attempts().stream().filter(attempt -> attempt.contactId.equals(reached.contact().id)
                || attempt.person.equals(reached.person())).toList(), at);
        Activation activation = flight.activation();
        journal.append(flight.exercise(), at,
                new ContactReached(activation.treeKey, activation.id.toString(), reached.contact().id.toString(),
                        ActivationMetrics.name(reached.contact()), reached.person(), reached.late() ? true : null),
                Journal.PLATFORM, Audience.CONTROL);
    }

    void recall(ActivationContext flight, List<ContactAttempt> attempts, Instant at) {
        attempts.stream().filter(attempt -> attempt.state == ContactAttempt.State.OPEN)
                .forEach(attempt -> attempt.settle(ContactAttempt.State.RECALLED, flight.position(), at));
        outbox.recall(attempts.stream().filter(attempt -> !attempt.isSilent()).map(attempt -> attempt.id).toList());
    }

    private void broken(ActivationContext flight, CallNode contact, Instant at) {
        contact.settledAt = at;
        Activation activation = flight.activation();
        journal.append(flight.exercise(), at, new ContactBroken(activation.treeKey, activation.id.toString(),
                contact.id.toString(), ActivationMetrics.name(contact), contact.candidates()), Journal.PLATFORM,
                Audience.CONTROL);
        String tried = flight.attempts().stream().filter(one -> one.contactId.equals(contact.id))
                .map(one -> one.person + " by " + one.channel + ": " + one.state.key().replace('-', ' ')).distinct()
                .collect(Collectors.joining("; "));
        flaws.fire(new CallTreeGap(flight.exercise(), flight.activation().itemId,
                "Nobody answered for %s when the call tree was tried (%s).".formatted(ActivationMetrics.name(contact), tried),
                at));
    }

    void tell(ActivationContext flight, ContactEvent event, String actor, Instant at) {
        journal.append(flight.exercise(), at, event, actor, Audience.CONTROL);
    }

    /** It is over for everybody who heard of it. */
    void standDown(Exercise exercise, List<String> people, Instant at) {
        outbox.post(
                new OutboundMessage(exercise.id, null, callMessages.subject("It is over: stand down"),
                        callMessages.standDown(exercise),
                        exercise.isRehearsal()),
                people, List.of(DirectoryMeans.EMAIL, DirectoryMeans.WEBHOOK), at);
        journal.append(exercise, at, new ContactsStoodDown(people.size()), Journal.PLATFORM, Audience.CONTROL);
    }

}

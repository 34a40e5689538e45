package dev.blackstart.calling;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;

import dev.blackstart.calling.ContactEvent.AnswerJudged;
import dev.blackstart.calling.correction.Corrections;
import dev.blackstart.calling.tree.Activation;
import dev.blackstart.calling.tree.CallNode;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.calling.tree.ContactAttempt.State;
import dev.blackstart.calling.tree.ContactAttempt.Via;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/** Takes what came of a call: the person's own word, or that of whoever phoned. */
@ApplicationScoped
public class CallResponses {

    private final Clock clock;
    private final Calls calls;
    private final CallDispatcher callDispatcher;
    private final Corrections corrections;
    private final Event<CallsMoved> moved;

    CallResponses(Clock clock, Calls calls, CallDispatcher callDispatcher, Corrections corrections, Event<CallsMoved> moved) {
        this.clock = clock;
        this.calls = calls;
        this.callDispatcher = callDispatcher;
        this.corrections = corrections;
        this.moved = moved;
    }

    /**
     * Acknowledges once, whoever sends it twice: the answer that came first stays.
     *
     * @return the attempt by which this person acknowledged
     * @throws Problem 410 when it is over, 409 where nothing was ever sent
     */
    @Transactional
    public ContactAttempt acknowledge(UUID attemptId, Via via, String answer, String actor) {
        Exercise exercise = lock(attemptId);
        ContactAttempt attempt = ContactAttempt.findById(attemptId);
        TextLimits.atMost(TextLimits.REASON, "answer", answer);
        ContactAttempt before = ContactAttempt.answerOf(attempt.activationId, attempt.person);
        if (before != null) {
            return before;
        }
        Activation activation = Activation.findById(attempt.activationId);
        mustStillCount(exercise, activation);
        if (attempt.isSilent()) {
            throw Problem.conflict("Nothing was sent by this attempt, so there is nothing to confirm.")
                    .with("state", attempt.state.key()).with("allowed", List.of());
        }
        Instant at = clock.instant();
        ActivationContext flight = ActivationContext.now(exercise, activation, at);
        CallNode contact = flight.contact(attempt);
        boolean late = !attempt.person.equals(contact.trying());
        attempt.acknowledge(via, answer == null || answer.isBlank() ? null : answer.strip(), late, flight.position(), at);
        callDispatcher.acknowledged(flight, attempt, actor, at);
        flight.tree().acknowledge(contact, attempt.person, flight.position());
        calls.proceed(flight, at);
        moved.fire(new CallsMoved(exercise));
        return attempt;
    }

    /**
     * A call came to nothing.
     *
     * @param correction what is right instead of a wrong number or address; null where nobody knows
     */
    @Transactional
    public ContactAttempt failed(UUID attemptId, State result, String note, String correction, String actor) {
        Exercise exercise = lock(attemptId);
        ContactAttempt attempt = ContactAttempt.findById(attemptId);
        TextLimits.atMost(TextLimits.REASON, "answer", note);
        if (attempt.state == result) {
            return attempt;
        }
        Activation activation = Activation.findById(attempt.activationId);
        mustStillCount(exercise, activation);
        if (!attempt.isUnsettled()) {
            throw Problem.conflict("This call is settled: " + attempt.state.key().replace('-', ' ') + ".")
                    .with("state", attempt.state.key()).with("allowed", List.of("confirmed"));
        }
        Instant at = clock.instant();
        long position = exercise.clock.position(at);
        attempt.settle(result, position, at);
        attempt.note = note == null || note.isBlank() ? null : note.strip();
        ActivationContext flight = ActivationContext.of(exercise, activation, position);
        callDispatcher.failed(flight, attempt, actor, at);
        if (result == State.WRONG_NUMBER) {
            corrections.propose(exercise, attempt, correction, actor, at);
        }
        CallNode contact = flight.contact(attempt);
        if (contact.state == CallNode.State.CALLING && contact.turn == attempt.turn) {
            if (result == State.DECLINED) {
                flight.tree().declined(contact, position);
            } else {
                flight.tree().unanswered(contact, position);
            }
        }
        calls.proceed(flight, at);
        moved.fire(new CallsMoved(exercise));
        return attempt;
    }

    /** Whether an answer shows that the message arrived as it was meant. */
    @Transactional
    public ContactAttempt judge(UUID attemptId, boolean right, String actor) {
        Exercise exercise = lock(attemptId);
        ContactAttempt attempt = ContactAttempt.findById(attemptId);
        if (attempt.answer == null) {
            throw Problem.conflict("There is no answer to judge.").with("state", attempt.state.key()).with("allowed",
                    List.of());
        }
        if (!exercise.state.takesFindings()) {
            throw Problem.conflict("The exercise is closed.").with("state", exercise.state.key()).with("allowed",
                    List.of());
        }
        if (attempt.answerRight == null || attempt.answerRight != right) {
            attempt.judge(right, actor);
            ActivationContext flight = ActivationContext.now(exercise, Activation.findById(attempt.activationId),
                    clock.instant());
            callDispatcher.tell(flight, new AnswerJudged(ContactEvent.Facts.of(flight, attempt), right), actor,
                    clock.instant());
        }
        return attempt;
    }

    private static void mustStillCount(Exercise exercise, Activation activation) {
        if (!exercise.state.isLive() || activation.state == Activation.State.STOOD_DOWN) {
            throw new Problem(410, "It is over", "The exercise is over: stand down. Nobody has to confirm anything any more.");
        }
    }

    /** Of the attempt's exercise; nothing of it was read before in the transaction. */
    private static Exercise lock(UUID attemptId) {
        UUID exercise = ContactAttempt.getEntityManager()
                .createQuery("select a.exerciseId from ContactAttempt a where a.id = ?1", UUID.class)
                .setParameter(1, attemptId).getResultStream().findFirst().orElseThrow(Problem::notFound);
        return Exercise.lock(exercise);
    }
}

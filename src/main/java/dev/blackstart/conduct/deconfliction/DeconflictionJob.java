package dev.blackstart.conduct.deconfliction;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;

import dev.blackstart.conduct.deconfliction.DeconflictionEvent.DeconflictionAsked;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.web.Address;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;

/** Passes questions on to those who can answer them, and reminds them after five minutes; of two replicas one does it. */
@ApplicationScoped
class DeconflictionJob {

    private final Clock clock;
    private final Journal journal;
    private final Deconfliction deconfliction;
    private final Answerers answerers;
    private final Address address;

    DeconflictionJob(Clock clock, Journal journal, Deconfliction deconfliction, Answerers answerers, Address address) {
        this.clock = clock;
        this.journal = journal;
        this.deconfliction = deconfliction;
        this.answerers = answerers;
        this.address = address;
    }

    @Scheduled(executeWith = Scheduled.SIMPLE, every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void run() {
        each(QuarkusTransaction.requiringNew().call(DeconflictionQuestion::toPassOn), this::passOn);
        each(QuarkusTransaction.requiringNew().call(() -> DeconflictionQuestion.toRemind(clock.instant())), this::remind);
    }

    private static void each(List<UUID> questions, Consumer<UUID> act) {
        for (UUID question : questions) {
            try {
                QuarkusTransaction.requiringNew().run(() -> act.accept(question));
            } catch (RuntimeException failure) {
                Log.errorf(failure, "The question %s could not be passed on; it is tried again", question);
            }
        }
    }

    private void passOn(UUID id) {
        List<UUID> running = Answerers.running();
        running.stream().sorted().forEach(Exercise::lock); // in the order in which answers lock them
        DeconflictionQuestion question = DeconflictionQuestion.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (question.passedOnAt != null) {
            return;
        }
        Instant at = clock.instant();
        question.passOn(at);
        for (UUID exercise : running) {
            new DeconflictionAnswer(id, exercise, at).persist();
            journal.append(Exercise.findById(exercise), at, new DeconflictionAsked(id, question.text), question.askedBy,
                    Audience.CONTROL);
        }
        if (running.isEmpty()) {
            new DeconflictionAnswer(id, null, at).persist();
        }
        tell(question, "Answer within 5 minutes: ", at);
    }

    private void remind(UUID id) {
        DeconflictionQuestion question = DeconflictionQuestion.findById(id, LockModeType.PESSIMISTIC_WRITE);
        if (question.remindedAt == null && question.answeredAt == null) {
            question.remind(clock.instant());
            tell(question, "Nobody has answered for 5 minutes. Answer now: ", clock.instant());
        }
    }

    private void tell(DeconflictionQuestion question, String before, Instant at) {
        Set<String> people = new LinkedHashSet<>();
        DeconflictionAnswer.of(question.id).stream().filter(one -> one.ours == null)
                .forEach(one -> people.addAll(answerers.of(one.exerciseId)));
        people.remove(question.askedBy);
        deconfliction.tell(question, before + address.of("/deconfliction/answers") + " ", people, "Is this you?", at);
    }
}

package dev.blackstart.conduct.deconfliction;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

import dev.blackstart.conduct.deconfliction.DeconflictionEvent.DeconflictionAnswered;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Asking writes one row and nothing else, whatever runs: its answer, and the time it takes, tell nothing. Who can answer is
 * found afterwards, by {@link DeconflictionJob}.
 */
@ApplicationScoped
public class Deconfliction {

    private static final int SHOWN = 50;

    private final Clock clock;
    private final Journal journal;
    private final Outbox outbox;
    private final Answerers answerers;

    Deconfliction(Clock clock, Journal journal, Outbox outbox, Answerers answerers) {
        this.clock = clock;
        this.journal = journal;
        this.outbox = outbox;
        this.answerers = answerers;
    }

    @Transactional
    public DeconflictionQuestion ask(String text, String person) {
        TextLimits.atMost(TextLimits.REASON, "text", text);
        if (text == null || text.isBlank()) {
            throw Problem.invalid("text", "Say what you see, and where.");
        }
        DeconflictionQuestion question = new DeconflictionQuestion(person, text.strip(), clock.instant());
        question.persist();
        return question;
    }

    public List<DeconflictionQuestion> askedBy(String person) {
        return DeconflictionQuestion.of(person, SHOWN);
    }

    /** What this person can answer now, each once, oldest first. */
    public List<DeconflictionQuestion> toAnswer(String person) {
        Set<UUID> questions = new LinkedHashSet<>();
        DeconflictionAnswer.open().stream().filter(open -> answerers.of(open.exerciseId).contains(person))
                .forEach(open -> questions.add(open.questionId));
        return questions.stream().map(id -> DeconflictionQuestion.<DeconflictionQuestion> findById(id))
                .filter(question -> !question.askedBy.equals(person)).toList();
    }

    /**
     * Answers for every exercise that this person answers for. One "ours" is enough; "not ours" is true when all say so.
     *
     * @throws Problem 404 for a question that is none of this person's, 409 for one that is answered
     */
    @Transactional
    public DeconflictionQuestion answer(UUID questionId, boolean ours, String person) {
        Set<UUID> theirs = QuarkusTransaction.requiringNew().call(() -> exercises(questionId, person));
        theirs.stream().filter(Objects::nonNull).sorted().forEach(Exercise::lock);
        DeconflictionQuestion question = DeconflictionQuestion.findById(questionId,
                LockModeType.PESSIMISTIC_WRITE);
        List<DeconflictionAnswer> all = DeconflictionAnswer.of(questionId);
        List<DeconflictionAnswer> own = all.stream().filter(one -> theirs.contains(one.exerciseId)).toList();
        if (question == null || own.isEmpty() || question.askedBy.equals(person)) {
            throw Problem.notFound();
        }
        if (question.ours != null || own.stream().noneMatch(one -> one.ours == null)) {
            throw Problem.conflict("This was answered already.").with("state", question.state());
        }
        Instant at = clock.instant();
        for (DeconflictionAnswer one : own) {
            one.give(ours, person, at);
            if (one.exerciseId != null) {
                journal.append(Exercise.findById(one.exerciseId), at,
                        new DeconflictionAnswered(questionId, ours, question.text), person, Audience.CONTROL);
            }
        }
        if (ours || all.stream().allMatch(one -> Boolean.FALSE.equals(one.ours))) {
            settle(question, ours, at);
        }
        return question;
    }

    /** For which a person answers; null among them is no exercise. Read apart: nothing may be read before its lock is held. */
    private Set<UUID> exercises(UUID questionId, String person) {
        return DeconflictionAnswer.of(questionId).stream().map(one -> one.exerciseId)
                .filter(exercise -> answerers.of(exercise).contains(person)).collect(Collectors.toCollection(HashSet::new));
    }

    private void settle(DeconflictionQuestion question, boolean ours, Instant at) {
        question.settle(ours, at);
        tell(question, ours ? "It belongs to an exercise. You asked: " : "It is not an exercise: treat it as real. You asked: ",
                List.of(question.askedBy), "Is this you?", at);
    }

    /** The message names no exercise, for it stands in the pages of people who may know of none. */
    void tell(DeconflictionQuestion question, String before, Collection<String> people, String subject, Instant at) {
        outbox.post(new OutboundMessage(null, null, subject, before + question.text, false), people, Outbox.OUTSIDE, at);
    }
}

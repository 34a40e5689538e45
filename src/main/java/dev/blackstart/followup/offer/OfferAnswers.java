package dev.blackstart.followup.offer;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.followup.action.FollowupJournal;
import dev.blackstart.followup.defect.Defect;
import dev.blackstart.followup.defect.DefectEvent.DefectOpened;
import dev.blackstart.followup.defect.DefectNames;
import dev.blackstart.followup.offer.DefectOffer.Answer;
import dev.blackstart.followup.offer.DefectOfferEvent.DefectOfferAnswered;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** What owners answer: a yes opens a defect of their system, in the exercise that showed the first one. */
@ApplicationScoped
class OfferAnswers {

    private static final int TITLE = 200;

    private final Clock clock;
    private final Journal journal;
    private final FollowupJournal followupJournal;
    private final RandomGenerator random = new SecureRandom();

    OfferAnswers(Clock clock, Journal journal, FollowupJournal followupJournal) {
        this.clock = clock;
        this.journal = journal;
        this.followupJournal = followupJournal;
    }

    /**
     * @param word yes, no (with a reason) or unknown
     * @throws Problem 422 for another word or a no without a reason, 409 where it was answered already
     */
    void answer(UUID id, String word, String reason, String by) {
        Answer answer = Choice.of("answer", Answer.class, word);
        if (answer == null) {
            throw Problem.invalid("answer", "answer is one of " + String.join(", ", Choice.keys(Answer.class)) + ".");
        }
        TextLimits.atMost(TextLimits.REASON, "reason", reason);
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (answer == Answer.NO && why == null) {
            throw Problem.invalid("reason", "Say why it does not apply: what is different there.");
        }
        QuarkusTransaction.requiringNew().run(() -> {
            UUID home = DefectOffer.getEntityManager()
                    .createQuery("select o.exerciseId from DefectOffer o where o.id = ?1", UUID.class).setParameter(1, id)
                    .getSingleResult();
            Exercise exercise = Exercise.lock(home);
            DefectOffer offer = DefectOffer.lock(id);
            Defect defect = Defect.findById(offer.defectId);
            Instant at = clock.instant();
            if (!offer.isOpen()) {
                throw Problem.conflict("This was answered already.");
            }
            UUID opened = answer == Answer.YES ? open(exercise, defect, offer, why, by, at) : null;
            offer.answer(answer, why, opened, by, at);
            journal.append(exercise, at, new DefectOfferAnswered(defect.reference, defect.id.toString(), offer.systemKey,
                    Choice.key(answer), why), by, Audience.CONTROL);
        });
    }

    /** Nobody is asked about it in turn: all similar systems were asked already. */
    private UUID open(Exercise exercise, Defect first, DefectOffer offer, String why, String by, Instant at) {
        String title = offer.systemKey + ": " + first.title;
        Defect defect = Defect.same(DefectNames.fresh(random), first,
                title.length() > TITLE ? title.substring(0, TITLE) : title,
                why == null ? first.text : why, List.of(offer.systemKey), by, at);
        defect.offered(at);
        defect.persist();
        followupJournal.defect(exercise, DefectOpened::new, defect, "as in " + first.reference, by, at);
        return defect.id;
    }
}

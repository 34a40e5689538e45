package dev.blackstart.exercise.concern;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.concern.ConcernEvent.ConcernAnswered;
import dev.blackstart.exercise.concern.ConcernEvent.ConcernRaised;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/**
 * Raises and answers concerns; whoever calls it has looked at who may. The exercises that are to come of the plan write it
 * down.
 */
@ApplicationScoped
public class Concerns {

    private final Clock clock;
    private final Journal journal;

    Concerns(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /** @param anonymous whether it is kept without its author */
    @Transactional
    public PlanConcern raise(String planKey, String text, boolean anonymous, String person) {
        Instant at = clock.instant();
        PlanConcern concern = new PlanConcern(planKey, said(text, "Say what worries you."), anonymous ? null : person, at);
        concern.persist();
        tell(planKey, new ConcernRaised(concern.id, concern.text), anonymous ? Journal.ANONYMOUS : person, at);
        return concern;
    }

    /** @throws Problem 403 for who is no approver of the plan, 409 where it is answered */
    @Transactional
    public PlanConcern answer(UUID id, String planKey, String text, String person) {
        PlanConcern concern = PlanConcern.findById(id);
        if (concern == null || !concern.planKey.equals(planKey)) {
            throw Problem.notFound();
        }
        List<String> approvers = newest(planKey).approvers();
        if (!approvers.contains(person)) {
            throw Problem.forbidden("Only the plan's approvers answer concerns; ask %s.".formatted(
                    approvers.isEmpty() ? "the owner to name approvers in it" : String.join(" or ", approvers)));
        }
        if (concern.answer != null) {
            throw Problem.conflict("This concern is answered already.");
        }
        Instant at = clock.instant();
        concern.answer(said(text, "Say what is done about it, or why nothing has to be."), person, at);
        tell(planKey, new ConcernAnswered(concern.id, concern.answer), person, at);
        return concern;
    }

    private static PlanDocument newest(String planKey) {
        return Plan.byKey(planKey).current().document();
    }

    private static String said(String text, String missing) {
        TextLimits.atMost(TextLimits.REASON, "text", text);
        if (text == null || text.isBlank()) {
            throw Problem.invalid("text", missing);
        }
        return text.strip();
    }

    private void tell(String planKey, JournalEvent event, String actor, Instant at) {
        Exercise.getEntityManager().createQuery("""
                select e.id from Exercise e where e.planKey = ?1 and e.mode = LIVE and e.state in (DRAFT, SCHEDULED)
                    order by e.id""", UUID.class).setParameter(1, planKey).getResultList()
                .forEach(id -> journal.append(Exercise.lock(id), at, event, actor, Audience.CONTROL));
    }
}

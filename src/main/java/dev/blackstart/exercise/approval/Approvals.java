package dev.blackstart.exercise.approval;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.exercise.ApprovalEvent.PlanApproved;
import dev.blackstart.exercise.ApprovalEvent.PlanRejected;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.people.Person;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;

/** Who stands behind a plan: approvals belong to a revision, so that a changed plan has to be approved anew. */
@ApplicationScoped
public class Approvals {

    private final Clock clock;
    private final Journal journal;

    Approvals(Clock clock, Journal journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /** How the approval of what an exercise is made of stands. */
    public ApprovalStatus of(Exercise exercise) {
        Set<String> excluded = RosterEntry.of(exercise.id).stream().filter(entry -> entry.role == ExerciseRole.PLAYER)
                .map(entry -> entry.person).collect(Collectors.toSet());
        excluded.addAll(Person.leftAmong(exercise.plan().approvers()));
        return ApprovalStatus.of(exercise.plan(), exercise.revision, excluded);
    }

    /** How it stood at STARTEX: what is said, and who is seated as a player, later than that changes nothing any more. */
    public ApprovalStatus atStart(Exercise exercise) {
        Instant start = exercise.clock.startedAt;
        return ApprovalStatus.of(exercise.plan(), exercise.revision, Approval.of(exercise.planKey, exercise.revision).stream()
                .filter(one -> start == null || !one.createdAt.isAfter(start)).toList(), Set.of());
    }

    /**
     * Approves or rejects the newest revision; the exercises that are to come of it write it down.
     *
     * @param seen the revision that was read; null for the newest, whatever it is
     * @throws Problem 403 for who is no approver, 409 where the plan has changed since it was read
     */
    @Transactional
    public Approval decide(Plan plan, Integer seen, String decision, String comment, String person) {
        PlanDocument document = plan.current().document();
        if (PlanRevision.ownersUntil(plan.key, plan.revision).contains(person)) {
            throw Problem.forbidden("The owner of a plan, of this revision or an earlier revision, does not approve it; ask "
                    + named(document.approvers().stream().filter(one -> !one.equals(person)).toList()) + ".");
        }
        if (!document.approvers().contains(person)) {
            throw Problem.forbidden("Only the plan's approvers may do this; ask " + named(document.approvers()) + ".");
        }
        Approval.Decision said = said(decision);
        TextLimits.atMost(TextLimits.REASON, "comment", comment);
        if (said == Approval.Decision.REJECTED && (comment == null || comment.isBlank())) {
            throw Problem.invalid("comment", "Say what has to change, so that somebody can change it.");
        }
        if (seen != null && seen != plan.revision) {
            throw Problem.conflict("The plan has changed since you read it: revision %d is the newest. Look at it first."
                    .formatted(plan.revision)).with("revision", plan.revision);
        }
        Instant at = clock.instant();
        Approval approval = new Approval(plan.key, plan.revision, person, said,
                comment == null || comment.isBlank() ? null : comment.strip(), at);
        approval.persist();
        coming(plan).forEach(id -> tell(Exercise.lock(id), approval, at));
        return approval;
    }

    private static List<UUID> coming(Plan plan) {
        return Exercise.getEntityManager().createQuery("""
                select e.id from Exercise e where e.planKey = ?1 and e.revision = ?2 and e.mode = LIVE
                    and e.state in (DRAFT, SCHEDULED) order by e.id""", UUID.class)
                .setParameter(1, plan.key).setParameter(2, plan.revision).getResultList();
    }

    private void tell(Exercise exercise, Approval approval, Instant at) {
        JournalEvent event = approval.decision == Approval.Decision.APPROVED
                ? new PlanApproved(approval.revision, approval.comment)
                : new PlanRejected(approval.revision, approval.comment);
        journal.append(exercise, at, event, approval.person, Audience.CONTROL);
    }

    /** The newest revision of a plan before this one that was approved; null where none was. */
    public static Integer approvedBefore(String planKey, int revision) {
        return Approval.all(planKey).stream().map(one -> one.revision).filter(one -> one < revision).distinct()
                .sorted(Comparator.reverseOrder())
                .filter(earlier -> ApprovalStatus.of(PlanRevision.document(planKey, earlier), earlier, Set.of()).isApproved())
                .findFirst().orElse(null);
    }

    private static Approval.Decision said(String word) {
        for (Approval.Decision decision : Approval.Decision.values()) {
            if (decision.key().equals(word)) {
                return decision;
            }
        }
        throw Problem.invalid("decision", "decision is approved or rejected.");
    }

    private static String named(List<String> people) {
        return people.isEmpty() ? "the owner to name approvers in it" : String.join(" or ", people);
    }
}

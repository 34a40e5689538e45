package dev.blackstart.exercise.approval;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDocument.Environment;
import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.people.Team;

/**
 * How far the approval of one revision has come. One approver is enough; where it gets dangerous two from outside the owning
 * team. Players never count, nor anybody who owned this revision or an earlier one.
 *
 * @param needed how many have to approve
 * @param outside key of the team from outside of which they come; null where it does not matter
 * @param may person keys of those whose word counts
 * @param approved those of them who approved
 * @param rejected the newest word of those who are against it
 */
public record ApprovalStatus(int needed, String outside, List<String> may, List<String> approved, List<Approval> rejected) {

    private static final int DANGEROUS = 4;

    /** @param excluded person keys of those who play in an exercise of it, beside the plan's own, or have left */
    public static ApprovalStatus of(PlanDocument plan, int revision, Set<String> excluded) {
        return of(plan, revision, Approval.of(plan.key(), revision), excluded);
    }

    /** @param said oldest first */
    public static ApprovalStatus of(PlanDocument plan, int revision, List<Approval> said, Set<String> excluded) {
        Set<String> owners = PlanRevision.ownersUntil(plan.key(), revision);
        boolean dangerous = isDangerous(plan);
        Team team = dangerous ? Team.byKey(plan.team()) : null;
        List<String> may = plan.approvers().stream().filter(person -> !owners.contains(person))
                .filter(person -> !excluded.contains(person))
                .filter(person -> plan.roster().stream()
                        .noneMatch(seat -> seat.person().equals(person) && seat.role().equals(ExerciseRole.PLAYER.key())))
                .filter(person -> team == null || !team.members.contains(person)).toList();
        Map<String, Approval> newest = new LinkedHashMap<>();
        said.forEach(one -> newest.put(one.person, one));
        List<String> approved = new ArrayList<>();
        List<Approval> rejected = new ArrayList<>();
        newest.values().forEach(one -> {
            if (one.decision == Approval.Decision.REJECTED && plan.approvers().contains(one.person)) {
                rejected.add(one);
            } else if (one.decision == Approval.Decision.APPROVED && may.contains(one.person)) {
                approved.add(one.person);
            }
        });
        return new ApprovalStatus(dangerous ? 2 : 1, dangerous ? plan.team() : null, may, approved, rejected);
    }

    /** Approvals, safety officer: what production or a high intensity asks for. */
    public static boolean isDangerous(PlanDocument plan) {
        return plan.highestEnvironment() == Environment.PRODUCTION || plan.intensity() >= DANGEROUS;
    }

    public boolean isApproved() {
        return rejected.isEmpty() && approved.size() >= needed;
    }

    /** How many more have to approve. */
    public int missing() {
        return Math.max(0, needed - approved.size());
    }

    /** Those who could still approve. */
    public List<String> waitingFor() {
        return may.stream().filter(person -> !approved.contains(person)).toList();
    }
}

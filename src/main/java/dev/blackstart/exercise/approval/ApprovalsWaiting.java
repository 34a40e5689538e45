package dev.blackstart.exercise.approval;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.web.Waiting;

/** Plans whose newest revision somebody may approve, and has not decided on while approvals are missing. */
@ApplicationScoped
class ApprovalsWaiting implements Waiting.Source {

    @Override
    public List<Waiting> waitingFor(String person) {
        List<Plan> undecided = Plan.<Plan> find("""
                from Plan p where ?1 member of p.approvers and p.owner <> ?1 and not exists (select 1 from Approval a
                    where a.planKey = p.key and a.revision = p.revision and a.person = ?1) order by p.key""", person)
                .page(0, Waiting.MOST).list();
        if (undecided.isEmpty()) {
            return List.of();
        }
        Map<String, List<Approval>> said = Approval.ofNewest(undecided.stream().map(plan -> plan.key).toList()).stream()
                .collect(Collectors.groupingBy(one -> one.planKey));
        return undecided.stream().filter(plan -> {
            ApprovalStatus status = ApprovalStatus.of(PlanRevision.document(plan.key, plan.revision), plan.revision,
                    said.getOrDefault(plan.key, List.of()), Set.of());
            return !status.isApproved() && status.may().contains(person);
        }).map(plan -> new Waiting("Approve or reject a plan", plan.name, "/plans/" + plan.key + "/approvals")).toList();
    }
}

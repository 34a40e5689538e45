package dev.blackstart.exercise.gate;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.approval.Approval;
import dev.blackstart.exercise.approval.ApprovalStatus;
import dev.blackstart.exercise.approval.Approvals;
import dev.blackstart.web.Texts;

/** Somebody else than the owner stands behind the revision that is about to happen. */
@ApplicationScoped
class ApprovalsCheck implements GateCheck {

    private final Approvals approvals;

    ApprovalsCheck(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public GateKey key() {
        return GateKey.APPROVALS;
    }

    @Override
    public Answer check(Exercise exercise) {
        ApprovalStatus status = approvals.of(exercise);
        if (status.isApproved()) {
            return Answer.PASS;
        }
        if (!status.rejected().isEmpty()) {
            Approval against = status.rejected().get(0);
            return Answer.forbid("%s rejected revision %d: \"%s\" Change the plan, or ask them to look again."
                    .formatted(against.person, exercise.revision, against.comment));
        }
        String from = status.outside() == null ? "" : " from outside " + status.outside();
        String who = status.waitingFor().size() < status.missing()
                ? "The plan names too few who may approve it; add approvers who neither own it nor play in it."
                : "Ask " + String.join(" or ", status.waitingFor()) + ".";
        String changed = Approvals.approvedBefore(exercise.planKey, exercise.revision) != null
                ? " The plan has changed since an earlier revision was approved."
                : "";
        return Answer.fail("Revision %d needs %s%s. %s%s".formatted(exercise.revision,
                Texts.count(status.missing(), "more approval"), from, who, changed));
    }
}

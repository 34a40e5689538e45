package dev.blackstart.exercise.gate;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.exercise.GateKey;
import dev.blackstart.exercise.approval.ApprovalStatus;

/** Who may start an exercise although a check of its gate fails: the more it risks, the more people have to agree. */
public enum OverrideRule {
    /** The director alone, with a reason. */
    DIRECTOR("the director"),
    /** From intensity 3. */
    DIRECTOR_AND_SAFETY_OFFICER("the director and the safety officer together"),
    /** In production, or from intensity 4; never a check of safety. */
    DIRECTOR_AND_APPROVER("the director and an approver of the plan together");

    private static final int TWO_PEOPLE = 3;

    /** Whom it takes, as a sentence names them. */
    public final String who;

    OverrideRule(String who) {
        this.who = who;
    }

    public static OverrideRule of(PlanDocument plan) {
        if (ApprovalStatus.isDangerous(plan)) {
            return DIRECTOR_AND_APPROVER;
        }
        return plan.intensity() >= TWO_PEOPLE ? DIRECTOR_AND_SAFETY_OFFICER : DIRECTOR;
    }

    public boolean needsTwo() {
        return this != DIRECTOR;
    }

    /** The answer of a check, as far as this rule lets it be overridden. */
    GateCheck.Answer applied(GateKey key, GateCheck.Answer answer) {
        boolean safety = this == DIRECTOR_AND_APPROVER && key.safety && answer.result() == GateCheck.Result.FAIL;
        return safety ? GateCheck.Answer.forbid(answer.advice()) : answer;
    }
}

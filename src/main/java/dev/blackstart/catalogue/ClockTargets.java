package dev.blackstart.catalogue;

/**
 * How soon after its injection a fault is to be detected, acknowledged, diagnosed, mitigated and recovered; null for no target.
 */
public record ClockTargets(PlanDuration detect, PlanDuration acknowledge, PlanDuration diagnose, PlanDuration mitigate,
        PlanDuration recover) {
}

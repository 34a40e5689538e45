package dev.blackstart.exercise;

import java.util.LinkedHashSet;
import java.util.Set;

import dev.blackstart.catalogue.PlanDocument;

/** What the drills of a plan touch. */
public final class Targets {

    private Targets() {
    }

    /** System keys. */
    public static Set<String> of(PlanDocument plan) {
        Set<String> targets = new LinkedHashSet<>();
        plan.drills().forEach(drill -> targets.addAll(drill.targets()));
        return targets;
    }
}

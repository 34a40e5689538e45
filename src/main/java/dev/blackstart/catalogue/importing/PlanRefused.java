package dev.blackstart.catalogue.importing;

import java.util.List;

import dev.blackstart.catalogue.source.Violation;

/** A file is no plan that can be taken; nothing of it was. */
public class PlanRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;
    private final transient List<Violation> warnings;

    PlanRefused(PlanReading reading) {
        super(reading.violations().size() == 1 ? "There is 1 mistake in the plan; nothing was imported."
                : "There are %d mistakes in the plan; nothing was imported.".formatted(reading.violations().size()),
                null, false, false);
        violations = reading.violations();
        warnings = reading.warnings();
    }

    /** By line. */
    public List<Violation> violations() {
        return violations;
    }

    public List<Violation> warnings() {
        return warnings;
    }
}

package dev.blackstart.drills.runbook;

/**
 * How a step was done, as a person sends it.
 *
 * @param deviation key of a {@link Deviation}; needed with deviated
 * @param note what was done instead, and why that made sense then; or null
 * @param proposed how a step that no longer fits should read; or null
 */
public record StepForm(String state, String deviation, String note, String proposed) {
}

package dev.blackstart.catalogue;

/**
 * What could go wrong, imagined before the exercise.
 *
 * @param designed what the system is designed to do then; null like the others where nobody wrote it
 */
public record FailureMode(String key, String text, String prevention, String detection, String designed) {
}

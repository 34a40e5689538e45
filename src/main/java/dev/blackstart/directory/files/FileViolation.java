package dev.blackstart.directory.files;

/**
 * Something that is wrong in a file.
 *
 * @param line from 1
 * @param pointer JSON pointer in YAML; null in CSV
 * @param column null where it is about a whole row
 * @param message one sentence that says what to do
 */
public record FileViolation(int line, String pointer, String column, String message) {
}

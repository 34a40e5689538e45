package dev.blackstart.imports;

/**
 * Something of a file that was taken otherwise than it is written, or not at all.
 *
 * @param row line or row, from 1
 * @param column JSON pointer, or name of the column
 * @param value what is there, cut to a line; null where nothing is
 * @param message one sentence: what it means, and what to do
 */
public record ConversionWarning(int row, String column, String value, String message) {
}

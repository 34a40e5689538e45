package dev.blackstart.insight.figure;

/**
 * What a figure says, and when it misleads.
 *
 * @param text how it is computed, in one or two sentences
 * @param misleads what a hasty reader would take from it wrongly
 */
public record Definition(String text, String misleads) {
}

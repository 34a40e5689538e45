package dev.blackstart.review.pdf;

import dev.blackstart.review.draft.ReportDraft.Finding;

/**
 * A picture of a finding, as it is printed.
 *
 * @param name of the file
 * @param data the picture itself, as an address
 * @param shape wide or tall
 */
public record PrintedFigure(Finding finding, String name, String data, String shape) {
}

package dev.blackstart.insight.figure;

import dev.blackstart.insight.figure.FigureTable.Cell;

/** A part of a whole, rounded to a thousandth; none where there is no whole. */
public record Share(Double value) {

    public static Share of(long part, long all) {
        return new Share(all == 0 ? null : Math.round(1_000.0 * part / all) / 1_000.0);
    }

    public boolean isKnown() {
        return value != null;
    }

    /** {@code 43 %}, or a dash. */
    @Override
    public String toString() {
        return value == null ? "–" : Math.round(value * 100) + " %";
    }

    public Cell cell() {
        return FigureTable.cell(toString(), value, null);
    }
}

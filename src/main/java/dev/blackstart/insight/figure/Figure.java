package dev.blackstart.insight.figure;

/**
 * One chart with what belongs to it.
 *
 * @param key its name in addresses
 * @param picture null where there is nothing to draw
 * @param table what the picture shows, in full
 * @param behind the exercises, incidents, defects or actions that were counted
 * @param note what stands below it, such as the constants of a formula; null for none
 */
public record Figure(String key, String title, Definition definition, Plot picture, FigureTable table, FigureTable behind,
        String note) {

    /** So many rows stand on a page; the file has them all. */
    public static final int SHOWN = 100;

    public FigureTable shown() {
        return table.first(SHOWN);
    }

    public FigureTable shownBehind() {
        return behind.first(SHOWN);
    }
}

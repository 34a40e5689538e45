package dev.blackstart.insight.coverage;

import java.util.List;

/**
 * What to drill next, and why.
 *
 * @param kind of disaster, or {@code any}
 * @param reasons the weightiest first
 * @param weight how urgent it is; higher first
 * @param intensity the next step, or null where nothing was passed yet
 */
record NextDrill(String system, String kind, List<String> reasons, int weight, Integer intensity) {
}

package dev.blackstart.insight.reading;

/**
 * For whom insight counts.
 *
 * @param person key
 * @param master Master of Disaster or administrator: sees suggestions and due dates
 */
public record InsightReader(String person, boolean master) {
}

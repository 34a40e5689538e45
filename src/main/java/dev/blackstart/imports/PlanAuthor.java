package dev.blackstart.imports;

/**
 * Who imports: owns and directs the plan until somebody writes another name.
 *
 * @param person key
 * @param team key; null where there is no team at all
 */
public record PlanAuthor(String person, String team) {
}

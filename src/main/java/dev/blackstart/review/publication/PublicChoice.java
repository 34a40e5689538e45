package dev.blackstart.review.publication;

import java.util.List;
import java.util.Map;

/**
 * What a public version is made of.
 *
 * @param sections keys of the report's sections, in the order in which they appear; {@code fields} for the mandatory fields
 * @param replace words to take instead of others, such as names of people, teams and products; null for none
 */
public record PublicChoice(String title, List<String> sections, Map<String, String> replace) {
}

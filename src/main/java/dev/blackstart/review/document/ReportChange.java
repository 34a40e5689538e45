package dev.blackstart.review.document;

import java.util.Map;

/**
 * What an editor changes: what is not named stays as it is, what is named with null is removed.
 *
 * @param sections Markdown by key; null for none
 * @param fields by key; null for none
 */
public record ReportChange(Map<String, String> sections, Map<String, FieldValue> fields) {
}

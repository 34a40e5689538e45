package dev.blackstart.review;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * A report as JSON.
 *
 * @param report what is written
 * @param tag entity tag of its newest revision
 */
public record ReportJson(@JsonValue Object report, String tag) {
}

/** The report that people write: sections, mandatory fields, revisions and state; may use the report's draft and conduct. */
package dev.blackstart.review.document;

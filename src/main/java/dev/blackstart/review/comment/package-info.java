/** Comments of readers on sections of a report, with or without a name; may use the report's text and its published copies. */
package dev.blackstart.review.comment;

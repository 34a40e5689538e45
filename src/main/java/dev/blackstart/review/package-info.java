/** The after-action report, derived from the journal; may use the features below. */
package dev.blackstart.review;

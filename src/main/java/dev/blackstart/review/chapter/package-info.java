/** One class per chapter of the report, each reads the journal once; may use draft. */
package dev.blackstart.review.chapter;

/** The review of an exercise: who leads it, when it is due, its agenda, and who signed which revision of the report. */
package dev.blackstart.review.signoff;

/**
 * Recurring exercises: draws the next one, skips what the gate refuses, closes what found nothing; may use findings and
 * conduct.
 */
package dev.blackstart.recurring;

/** What findings become: confirmed as a defect, merged, noted or dismissed; what recurs. */
package dev.blackstart.followup.triage;

/**
 * From finding to proof: triage, latent defects, action items and the retests that prove them; may use findings, drills,
 * notify.
 */
package dev.blackstart.followup;

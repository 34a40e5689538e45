/** Latent defects, what they are called, and who may know of them. */
package dev.blackstart.followup.defect;

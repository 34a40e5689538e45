/** Exercises of one campaign: one room over all, and pause or abort of all; may use conduct and transition. */
package dev.blackstart.conduct.campaign;

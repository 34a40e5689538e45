/** Confirms acts that take two people, and does what was asked for once both have; may use transition and item. */
package dev.blackstart.conduct.confirmation;

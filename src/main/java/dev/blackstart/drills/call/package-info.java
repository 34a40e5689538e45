/** Calls of drivers: claimed, made outside transactions, recorded, verified; may use drills. */
package dev.blackstart.drills.call;

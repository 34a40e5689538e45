/** Checks of the gate and of the close that concern drills; may use drills. */
package dev.blackstart.drills.check;

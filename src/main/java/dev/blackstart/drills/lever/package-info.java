/** The platform-wide safety lever; may use drills. */
package dev.blackstart.drills.lever;

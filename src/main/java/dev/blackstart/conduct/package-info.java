/** The exercise clock and the timeline: release, catch-up, gate and close; may use exercise, drills and notify. */
package dev.blackstart.conduct;

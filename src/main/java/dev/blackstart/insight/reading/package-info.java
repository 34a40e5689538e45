/**
 * What insight counts: the exercises a reader may read, their drills, real incidents, and the time and team that were asked
 * for.
 */
package dev.blackstart.insight.reading;

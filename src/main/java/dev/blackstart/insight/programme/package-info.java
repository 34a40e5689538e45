/**
 * The programme ahead, for masters alone: coverage of a year, whose turn it is, the next step of intensity; may use coverage.
 */
package dev.blackstart.insight.programme;

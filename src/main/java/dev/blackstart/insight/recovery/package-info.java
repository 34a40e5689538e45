/**
 * How well it is proved that a system recovers from a kind of failure, and what changed in it since; may use reading and
 * figure.
 */
package dev.blackstart.insight.recovery;

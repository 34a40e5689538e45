/**
 * When a drill was detected, acknowledged, diagnosed, mitigated and recovered: marks, measured times, results proposed from
 * them.
 */
package dev.blackstart.drills.clock;

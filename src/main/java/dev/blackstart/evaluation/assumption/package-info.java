/** Assumptions of a plan, and what an exercise showed of them; may use exercise. */
package dev.blackstart.evaluation.assumption;

/** Approvals of a plan's revision: who may give them, how many are needed; may use exercise. */
package dev.blackstart.exercise.approval;

/** The checks before STARTEX and before each fault; may use exercise and approval. */
package dev.blackstart.exercise.gate;

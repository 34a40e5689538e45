/** Concerns about a plan, which its approvers answer before it starts; may use exercise, gate and approval. */
package dev.blackstart.exercise.concern;

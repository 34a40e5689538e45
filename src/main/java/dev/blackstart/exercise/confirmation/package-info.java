/** Acts that take two people within a minute: who asked, who confirmed; may use exercise, gate and approval. */
package dev.blackstart.exercise.confirmation;

/** The programme: plans, scheduled exercises and the year; may use exercise and approval. */
package dev.blackstart.exercise.programme;

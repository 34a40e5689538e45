/** The exercise (its head row, roster, schedule, life) and who may see what; may use catalogue, people and the journal. */
package dev.blackstart.exercise;

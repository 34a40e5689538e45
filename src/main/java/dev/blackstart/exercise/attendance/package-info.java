/** Who is here on the day, and which skills their seats still need; may use people and the journal. */
package dev.blackstart.exercise.attendance;

/** The access of the person of this request: what routes require, and who is refused; may use exercise. */
package dev.blackstart.exercise.access;

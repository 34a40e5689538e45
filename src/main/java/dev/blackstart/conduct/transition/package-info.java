/** Start, pause, end and close of an exercise; may use engine. */
package dev.blackstart.conduct.transition;

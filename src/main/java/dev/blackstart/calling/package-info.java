/** Call trees: activations, contact attempts, acknowledgements; may use exercise, people and notify. */
package dev.blackstart.calling;

/** Call trees: activations, contact attempts, acknowledgements; may use planning, people and notify. */
package dev.blackstart.calling;

package dev.blackstart.calling;

import dev.blackstart.exercise.Exercise;

/** Somebody answered or was called by hand: what is due next may be something else. Fired under the head row's lock. */
public record CallsMoved(Exercise exercise) {
}

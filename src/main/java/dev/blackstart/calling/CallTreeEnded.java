package dev.blackstart.calling;

import java.time.Instant;

import dev.blackstart.calling.tree.Activation;
import dev.blackstart.exercise.Exercise;

/** An activation came to its end; fired inside the transaction that holds the head row's lock. */
public record CallTreeEnded(Exercise exercise, Activation activation, String actor, Instant at) {
}

package dev.blackstart.conduct.engine;

import java.time.Instant;

/**
 * The clock's turn came to an item. Fired inside the transaction; observe it after success.
 *
 * @param dueAt the instant at which it was due, or at which the exercise was resumed if that was later
 */
public record ReleasedByClock(Instant dueAt) {
}

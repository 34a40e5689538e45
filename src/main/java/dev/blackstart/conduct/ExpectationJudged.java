package dev.blackstart.conduct;

import java.time.Instant;

import dev.blackstart.exercise.Exercise;

/** An expectation was met or missed; fired inside the transaction that holds the head row's lock. */
public record ExpectationJudged(Exercise exercise, TimelineItem item, String actor, Instant at) {
}

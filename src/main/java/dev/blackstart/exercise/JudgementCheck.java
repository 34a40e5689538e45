package dev.blackstart.exercise;

import java.time.Instant;

/** A check that asks for judgements: what nobody judged may be marked as not exercised, all at once. */
public interface JudgementCheck extends CloseCheck {

    /** Marks the rest as not exercised. The head row's lock is held. */
    void markNotExercised(Exercise exercise, String actor, Instant at);
}

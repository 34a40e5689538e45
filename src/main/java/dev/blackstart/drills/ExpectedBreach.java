package dev.blackstart.drills;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.exercise.Exercise;

/**
 * A breach that a drill is meant to cause.
 *
 * @param drill its key
 * @param upTo how long after the fault was armed it is tolerated, on wall time
 */
public record ExpectedBreach(String drill, Duration upTo) {

    /** @param probe the plan's own object */
    public static Optional<ExpectedBreach> of(JsonNode probe) {
        JsonNode expected = probe.path("expectedBreach");
        return expected.isMissingNode() ? Optional.empty()
                : Optional.of(new ExpectedBreach(expected.path("drill").asText(),
                        PlanDuration.of(expected.path("upTo").asText()).onClock()));
    }

    /** Whether a breach that began at an instant is still what the drill is meant to cause. */
    public boolean tolerates(Exercise exercise, Instant began, Instant now) {
        return now.isBefore(toleratedUntil(exercise, began));
    }

    /** Until when a breach that began at an instant is tolerated; that instant itself where the drill is not its cause. */
    public Instant toleratedUntil(Exercise exercise, Instant began) {
        Drill cause = Drill.of(exercise.id, drill);
        return end(cause == null ? null : cause.armedAt, began);
    }

    /** @param armed when the fault was armed; null before */
    Instant end(Instant armed, Instant began) {
        if (armed == null || began.isBefore(armed)) {
            return began;
        }
        Instant last = armed.plus(upTo);
        return last.isAfter(began) ? last : began;
    }
}

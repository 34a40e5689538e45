package dev.blackstart.exercise.confirmation;

import java.time.Instant;
import java.util.Map;

import dev.blackstart.problem.Problem;
import dev.blackstart.web.Json;

/** The act was asked for and waits for the second person. That it was asked for stays, although it did not happen yet. */
public class AwaitingSecondPerson extends Problem {

    private static final long serialVersionUID = 1L;

    AwaitingSecondPerson(TwoPersonAct act, String who, Instant until) {
        super(409, "Waiting for a second person",
                "Waiting for a second person: %s confirms within 60 seconds. Then it happens by itself.".formatted(who));
        with("confirmation", Map.of("of", act.key(), "who", who, "until", Json.text(until)));
    }
}

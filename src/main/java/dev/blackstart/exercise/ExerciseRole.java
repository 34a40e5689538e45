package dev.blackstart.exercise;

import java.util.Arrays;
import java.util.List;

import dev.blackstart.problem.Problem;

/** What somebody does in one exercise; the first four are control staff. */
public enum ExerciseRole {
    DIRECTOR,
    CONTROLLER,
    SAFETY_OFFICER,
    EVALUATOR,
    FACILITATOR,
    ADVISOR,
    /** Sees that, when and what is touched, and does nothing: a NOC, support, a CISO. */
    TRUSTED_AGENT,
    PLAYER,
    OBSERVER;

    public static final List<ExerciseRole> CONTROL_STAFF = List.of(DIRECTOR, CONTROLLER, SAFETY_OFFICER, EVALUATOR);

    public boolean isControl() {
        return CONTROL_STAFF.contains(this);
    }

    /** Of the review: reads what control staff read once the exercise is over. */
    public boolean isReviewer() {
        return this == FACILITATOR || this == ADVISOR;
    }

    /** Its name in plans and in the API. */
    public String key() {
        return name().toLowerCase().replace('_', '-');
    }

    /** @throws Problem 422 for a word that is no role */
    public static ExerciseRole of(String key) {
        return Arrays.stream(values()).filter(role -> role.key().equals(key)).findFirst()
                .orElseThrow(() -> Problem.invalid("role", "role is one of "
                        + String.join(", ", Arrays.stream(values()).map(ExerciseRole::key).toList()) + "."));
    }
}

package dev.blackstart.exercise.access;

/**
 * Conditions of an exercise {@code e} and a roster entry {@code r}: live exercises in which {@code :person} is seated as
 * control
 * staff. That is what they answer for, and less than what a master may see. The words are part of the text: a query with lists
 * as parameters is translated afresh at each call.
 */
public final class Controlled {

    private static final String SEATED = "e.mode = LIVE and r.exerciseId = e.id and r.person = :person and ";

    /** Scheduled or begun, and not closed. */
    public static final String OPEN = SEATED + """
            e.state in (SCHEDULED, RUNNING, PAUSED, ENDED) and r.role in (DIRECTOR, CONTROLLER, SAFETY_OFFICER, EVALUATOR)
            """;

    /** Running, where they release messages. */
    public static final String CONDUCTED = SEATED + "e.state in (RUNNING, PAUSED) and r.role in (DIRECTOR, CONTROLLER) ";

    /** Ended and not closed, where they judge. */
    public static final String JUDGED = SEATED + "e.state = ENDED and r.role in (DIRECTOR, CONTROLLER, EVALUATOR) ";

    private Controlled() {
    }
}

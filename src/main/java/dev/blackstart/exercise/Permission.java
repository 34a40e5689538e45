package dev.blackstart.exercise;

/** What somebody wants to do in an exercise; {@link ExerciseAccess} tells whether they may. */
public enum Permission {
    /** Read what control staff read. */
    SEE_CONTROL("control staff"),
    /** Read when an exercise is and what it touches, nothing else of its plan. */
    SEE_TOUCHED("control staff and trusted agents"),
    /** Write into the record: findings, notes, replies. */
    TAKE_PART("people of its roster"),
    PAUSE("control staff"),
    RESUME("a controller or the director"),
    RESUME_AFTER_NO_DUFF("the director or the safety officer"),
    /** Be the second person where one is not enough. */
    CONFIRM("control staff on duty, or whoever the exercise needs as the second person"),
    /** Release, skip, hold, defer, confirm, add. */
    CONDUCT("a controller or the director"),
    /** Tick expectations, mark clocks, set results. */
    JUDGE("an evaluator, a controller or the director"),
    /** Say what findings are, open defects and give out actions. */
    TRIAGE("an evaluator, a controller, the director or a Master of Disaster"),
    START("the director"),
    END("the director"),
    ABORT("the director or the safety officer"),
    /** Date, zone, revision, cancelling. */
    SCHEDULE("the director, a Master of Disaster or an administrator"),
    CHANGE_ROSTER("the director, a Master of Disaster or an administrator"),
    /** Become the director: any controller may, and it is journaled. */
    TAKE_OVER("a controller"),
    CLOSE("the director or a Master of Disaster");

    /** Who has it, as a refusal names them. */
    public final String who;

    Permission(String who) {
        this.who = who;
    }
}

package dev.blackstart.planning;

/** The meetings in which an exercise is planned, in the words of HSEEP. */
public enum PlanningMeeting {
    CONCEPT("Concept and objectives meeting"),
    INITIAL("Initial planning meeting"),
    MIDTERM("Midterm planning meeting"),
    FINAL("Final planning meeting");

    public final String title;

    PlanningMeeting(String title) {
        this.title = title;
    }
}

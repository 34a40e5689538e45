package dev.blackstart.planning;

/** What is to be ready by a meeting; where an exercise has no such meeting, by the next one. */
public enum PlanningTask {
    PURPOSE(PlanningMeeting.CONCEPT, "Agree on purpose, scope and limits with whoever pays for it"),
    TEAM(PlanningMeeting.CONCEPT, "Name the exercise team and plan its hours"),
    PERIOD(PlanningMeeting.CONCEPT, "Look at blackouts and other exercises of the period"),
    OBJECTIVES(PlanningMeeting.INITIAL, "Write objectives that can be measured"),
    SCENARIO(PlanningMeeting.INITIAL, "Draft the scenario, its assumptions and what is off limits"),
    ROSTER(PlanningMeeting.INITIAL, "Name players, evaluators and approvers"),
    TIMELINE(PlanningMeeting.MIDTERM, "Write the timeline and rehearse it once"),
    PREPARATION(PlanningMeeting.MIDTERM, "Assign the preparation and look at what blocks it"),
    REVERTS(PlanningMeeting.MIDTERM, "Try each revert, probe and driver where nobody minds"),
    GATE(PlanningMeeting.FINAL, "Go through the gate and the approvals"),
    CONTACTS(PlanningMeeting.FINAL, "Test how everybody is reached, and print the sheet"),
    REVIEW(PlanningMeeting.FINAL, "Name the review's facilitator and advisor, and reserve their time");

    public final PlanningMeeting meeting;
    public final String title;

    PlanningTask(PlanningMeeting meeting, String title) {
        this.meeting = meeting;
        this.title = title;
    }
}

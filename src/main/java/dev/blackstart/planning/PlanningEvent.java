package dev.blackstart.planning;

import java.time.LocalDate;

import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.Personal;

/** What an exercise team changed in its planning. */
public sealed interface PlanningEvent extends JournalEvent {

    /** It is no part of conduct. */
    @Override
    default boolean inLog() {
        return false;
    }

    /** @param day null where it is counted back from the start again */
    record PlanningMeetingMoved(PlanningMeeting meeting, LocalDate day) implements PlanningEvent {
        public static final String TYPE = "planning-meeting-moved";
    }

    /** @param done false where it was opened again */
    record PlanningTaskChanged(PlanningTask task, boolean done) implements PlanningEvent {
        public static final String TYPE = "planning-task-changed";
    }

    record PlanningHoursRecorded(@Personal String person, int plannedMinutes, int spentMinutes) implements PlanningEvent {
        public static final String TYPE = "planning-hours-recorded";
    }
}

package dev.blackstart.followup.action;

import java.time.Instant;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;
import dev.blackstart.journal.Personal;

/**
 * A defect came up again although an action against it was still open.
 *
 * @param title null where the defect belongs to another exercise
 * @param action id of the open action
 * @param owner of the action; null where that belongs to another exercise, like due
 */
public record RecurrenceAlarmRaised(String defect, String defectId, @FreeText String title, String action,
        @Personal String owner, Instant due) implements JournalEvent {

    public static final String TYPE = "recurrence-alarm";

    @Override
    public LogSentence describe(LogContext context) {
        return LogSentence.of(LogSentence.words(TYPE) + ": " + defect + (title == null ? "" : ", " + title));
    }
}

package dev.blackstart.followup.reminder;

import java.time.Instant;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/**
 * People were told that an action is overdue.
 *
 * @param action its id
 * @param defect reference of the defect
 * @param level owner, lead or master
 */
public record ActionEscalated(String action, String defect, String defectId, @FreeText String title, String level, Instant due)
        implements
            JournalEvent {

    public static final String TYPE = "action-escalated";

    @Override
    public LogSentence describe(LogContext context) {
        return LogSentence.of("Overdue action told to its " + level + ": " + defect + ", " + title);
    }
}

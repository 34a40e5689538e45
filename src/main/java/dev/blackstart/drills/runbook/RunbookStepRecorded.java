package dev.blackstart.drills.runbook;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence;

/**
 * How a step of a runbook was done.
 *
 * @param runbook its key, like the step's
 * @param text of the step
 * @param state key of a {@link StepState}
 * @param deviation key of a {@link Deviation}, or null
 * @param proposed how a step that no longer fits should read, or null
 */
public record RunbookStepRecorded(String runbook, String step, @FreeText String text, String state, String deviation,
        @FreeText String note, @FreeText String proposed) implements JournalEvent {

    public static final String TYPE = "runbook-step-recorded";

    @Override
    public LogSentence describe(LogContext context) {
        return LogSentence.of("Step " + state + ": " + text + (note == null ? "" : " (" + note + ")"));
    }

    @Override
    public String icon() {
        return state.equals("done") ? "done" : "skipped";
    }
}

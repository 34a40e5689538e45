package dev.blackstart.conduct;

import dev.blackstart.journal.FreeText;
import dev.blackstart.journal.JournalEvent;

/** A sheet for the time without the platform was printed. @param holder who holds it, or where it is */
public record SheetPrinted(@FreeText String holder, int revision) implements JournalEvent {

    public static final String TYPE = "sheet-printed";
}

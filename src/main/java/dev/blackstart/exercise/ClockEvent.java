package dev.blackstart.exercise;

import dev.blackstart.journal.JournalEvent;

/** The exercise clock began or ceased to run. */
public interface ClockEvent extends JournalEvent {

    /** Whether it runs from here on. */
    boolean runs();
}

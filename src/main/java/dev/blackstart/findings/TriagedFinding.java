package dev.blackstart.findings;

import dev.blackstart.journal.JournalEvent;

/** The triage of a finding as the journal records it: triage is above this package, its record is below it. */
public interface TriagedFinding extends JournalEvent {

    /** Id of the finding. */
    String finding();

    /** Key of its {@link TriageState}. */
    String state();
}

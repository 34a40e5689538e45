package dev.blackstart.findings;

import dev.blackstart.journal.JournalEvent;

/**
 * What a finding is about, for control staff alone. @param item key of an item @param singlePoint a reference; each may be null
 */
public record FindingLinked(String finding, String item, String drill, String singlePoint) implements JournalEvent {

    public static final String TYPE = "finding-linked";

    @Override
    public boolean inLog() {
        return false;
    }
}

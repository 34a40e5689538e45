package dev.blackstart.journal;

/** What an entry holds whose type this version does not know, or whose data does not fit its record. */
record UnknownEvent(String type) implements JournalEvent {
}

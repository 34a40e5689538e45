package dev.blackstart.directory.entry;

/** What a client of the API sends of an entry. */
public interface EntryInput {

    /** Those that were sent. */
    Fields fields();
}

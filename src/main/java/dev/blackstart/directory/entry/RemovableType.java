package dev.blackstart.directory.entry;

/** A type whose entries can be removed: teams and systems. People leave instead, and the record keeps their names. */
public interface RemovableType<F extends EntryFacts> extends EntryType<F> {

    /** Of an entry that exists. */
    void remove(String key);
}

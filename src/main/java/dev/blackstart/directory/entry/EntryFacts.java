package dev.blackstart.directory.entry;

/** What the directory says of an entry that has a key. */
public interface EntryFacts {

    String key();
}

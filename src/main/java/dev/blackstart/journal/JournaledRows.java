package dev.blackstart.journal;

import java.util.List;
import java.util.UUID;

/** Rows whose changes the journal records, so that both can be compared. Being a bean is all it takes to be asked. */
public interface JournaledRows {

    Comparison of(UUID exerciseId);

    /** Reads a journal once, in order, and then looks at the rows. */
    interface Comparison {

        void read(JournalEntry entry);

        List<Difference> differences();
    }

    /**
     * Something that the journal and the rows do not say alike.
     *
     * @param kind item, fault or finding
     * @param name its key, or its id where it has none
     * @param what differs: missing, unrecorded, state, text, …
     * @param journal the value that follows from the journal; null where that is a text, or where there is none
     * @param row the value of the row; null likewise
     */
    record Difference(String kind, String name, String what, String journal, String row) {
    }
}

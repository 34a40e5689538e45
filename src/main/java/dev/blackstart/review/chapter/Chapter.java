package dev.blackstart.review.chapter;

import dev.blackstart.review.draft.ReportEntry;

/** A part of the report that grows with every entry of the journal. */
public interface Chapter {

    /** Entries come in order; those that do not concern it are passed over. */
    void read(ReportEntry told);
}

package dev.blackstart.review;

/** A part of the report that grows with every entry of the journal. */
interface Chapter {

    /** Entries come in order; those that do not concern it are passed over. */
    void read(ReportEntry told);
}

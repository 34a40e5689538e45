package dev.blackstart.live.journal;

import java.util.List;

/**
 * A page of a journal.
 *
 * @param next what to pass as {@code after} next time: the last entry's place, or the one that was asked after
 */
public record JournalPage(List<EntryView> entries, Object next) {
}

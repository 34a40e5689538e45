package dev.blackstart.journal;

import java.util.List;

import dev.blackstart.journal.JournaledRows.Comparison;
import dev.blackstart.journal.JournaledRows.Difference;

/**
 * Whether a journal is whole. The chain alone does not show that the newest entries and the head were set back together: for
 * that
 * it is compared with an anchor that was kept elsewhere.
 *
 * @param entries how many entries there are
 * @param firstBroken number of the first entry whose hash or number is not what it must be, or null
 * @param hash of the newest entry
 * @param anchored whether the entry of the anchor's number has the anchor's hash; null where no anchor was given
 * @param differences between the journal and the rows that it records
 */
public record Verification(boolean valid, long entries, Long firstBroken, String hash, Boolean anchored,
        List<Difference> differences) {

    private static final int PAGE = 500;

    /** What somebody noted of a journal at some time. @param seq number of the newest entry then */
    public record Anchor(long seq, String hash) {
    }

    /** The chain alone. */
    public static Verification of(JournalHead head) {
        return of(head, null, List.of());
    }

    /**
     * Walks the chain from its first entry to the head; a missing tail counts as broken.
     *
     * @param anchor null for none
     * @param comparisons which read along
     */
    public static Verification of(JournalHead head, Anchor anchor, List<Comparison> comparisons) {
        String previous = JournalEntry.GENESIS;
        long seq = 0;
        Long broken = null;
        boolean found = anchor != null && anchor.seq() == 0 && anchor.hash().equals(JournalEntry.GENESIS);
        List<JournalEntry> page;
        do {
            page = JournalEntry.after(head.journalId(), seq, PAGE);
            for (JournalEntry entry : page) {
                boolean right = entry.seq == seq + 1 && entry.hash.equals(entry.hashAfter(previous));
                if (!right && broken == null) {
                    broken = entry.seq;
                }
                found |= anchor != null && entry.seq == anchor.seq() && entry.hash.equals(anchor.hash());
                comparisons.forEach(comparison -> comparison.read(entry));
                seq = entry.seq;
                previous = entry.hash;
            }
            JournalEntry.getEntityManager().clear();
        } while (page.size() == PAGE);
        if (broken == null && (seq != head.lastSeq() || !previous.equals(head.lastHash()))) {
            broken = seq + 1;
        }
        List<Difference> differences = comparisons.stream().flatMap(comparison -> comparison.differences().stream()).toList();
        return new Verification(broken == null && (anchor == null || found) && differences.isEmpty(), seq, broken, previous,
                anchor == null ? null : found, differences);
    }
}

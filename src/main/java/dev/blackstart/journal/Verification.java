package dev.blackstart.journal;

import java.util.List;

/**
 * Whether a journal is whole.
 *
 * @param entries how many entries stand there
 * @param firstBroken number of the first entry whose hash or number is not what it must be, or null
 */
public record Verification(boolean valid, long entries, Long firstBroken) {

    private static final int PAGE = 500;

    /** Walks the chain from its first entry to the head; a missing tail counts as broken. */
    public static Verification of(JournalHead head) {
        String previous = JournalEntry.GENESIS;
        long seq = 0;
        Long broken = null;
        List<JournalEntry> page;
        do {
            page = JournalEntry.after(head.journalId(), seq, PAGE);
            for (JournalEntry entry : page) {
                boolean right = entry.seq == seq + 1 && entry.hash.equals(entry.hashAfter(previous));
                if (!right && broken == null) {
                    broken = entry.seq;
                }
                seq = entry.seq;
                previous = entry.hash;
            }
            JournalEntry.getEntityManager().clear();
        } while (page.size() == PAGE);
        if (broken == null && (seq != head.lastSeq() || !previous.equals(head.lastHash()))) {
            broken = seq + 1;
        }
        return new Verification(broken == null, seq, broken);
    }
}

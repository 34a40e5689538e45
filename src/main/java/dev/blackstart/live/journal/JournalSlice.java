package dev.blackstart.live.journal;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.JournalEntry;

/**
 * A stretch of a journal as one person sees it.
 *
 * @param end number up to which nothing of theirs is missing
 * @param more whether it was cut short by its limit
 */
public record JournalSlice(List<JournalEntry> entries, long end, boolean more) {

    /** In order; the limit counts only what is theirs. */
    public static JournalSlice after(ExerciseAccess sight, long seq, int limit) {
        // before anything else: what is appended while we read belongs to the next stretch, whole
        long newest = newest(sight.exercise());
        List<JournalEntry> entries = audiences(sight)
                .flatMap(audience -> of(sight.exercise(), audience, seq, newest, limit).stream())
                .sorted(Comparator.comparingLong(entry -> entry.seq)).limit(limit).toList();
        boolean more = entries.size() == limit;
        return new JournalSlice(entries, more ? entries.get(limit - 1).seq : Math.max(seq, newest), more);
    }

    /** Null stands for all. */
    private static Stream<String> audiences(ExerciseAccess sight) {
        return sight.control() ? Stream.of((String) null)
                : Stream.concat(Stream.of(Audience.ROSTER, Audience.person(sight.viewer())),
                        sight.teams().stream().map(Audience::team)).map(Audience::text).filter(sight::sees);
    }

    /** Each audience by itself, ordered by the whole index: neither database reads or sorts more than it returns. */
    private static List<JournalEntry> of(UUID exercise, String audience, long seq, long newest, int limit) {
        return (audience == null
                ? JournalEntry.<JournalEntry> find("exerciseId = ?1 and seq > ?2 and seq <= ?3 order by exerciseId, seq",
                        exercise, seq, newest)
                : JournalEntry.<JournalEntry> find("exerciseId = ?1 and audience = ?4 and seq > ?2 and seq <= ?3"
                        + " order by exerciseId, audience, seq", exercise, seq, newest, audience))
                .range(0, limit - 1).list();
    }

    /** Number of the newest entry that this person may see; 0 before the first. */
    static long newestOf(ExerciseAccess sight) {
        return audiences(sight).mapToLong(audience -> audience == null ? newest(sight.exercise())
                : JournalEntry.<JournalEntry> find(
                        "exerciseId = ?1 and audience = ?2 order by exerciseId desc, audience desc, seq desc", sight.exercise(),
                        audience).range(0, 0).stream().mapToLong(entry -> entry.seq).findFirst().orElse(0))
                .max().orElse(0);
    }

    private static long newest(UUID exercise) {
        return Exercise.getEntityManager().createQuery("select e.seq from Exercise e where e.id = ?1", Long.class)
                .setParameter(1, exercise).getSingleResult();
    }
}

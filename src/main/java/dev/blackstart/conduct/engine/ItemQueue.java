package dev.blackstart.conduct.engine;

import java.util.List;
import java.util.UUID;

import dev.blackstart.conduct.TimelineItem;

/** Which items the engine has to look at. */
public final class ItemQueue {

    private ItemQueue() {
    }

    public static List<TimelineItem> withKeys(UUID exerciseId, List<String> keys) {
        return TimelineItem.list("exerciseId = ?1 and key in ?2", exerciseId, keys);
    }

    /** Items whose condition names another; few of many, so the database looks for them. */
    static List<TimelineItem> waitingFor(UUID exerciseId, String key) {
        return TimelineItem.list("exerciseId = ?1 and after is not null and locate(?2, after) > 0 and state in (PENDING, HELD)"
                + " order by position", exerciseId, '"' + key + '"');
    }

    /** The first thing to do at or before a position of the clock; null when there is nothing. */
    static TimelineItem nextDue(UUID exerciseId, long position) {
        return TimelineItem.<TimelineItem> find("exerciseId = ?1 and nextClock <= ?2 order by nextClock, position, key",
                exerciseId, position).firstResult();
    }

    static Long nextClock(UUID exerciseId) {
        return TimelineItem.getEntityManager()
                .createQuery("select min(i.nextClock) from TimelineItem i where i.exerciseId = ?1", Long.class)
                .setParameter(1, exerciseId).getSingleResult();
    }

    /** Whether an exercise that runs or is paused has an item that failed and was neither retried nor skipped. */
    static boolean anyFailed() {
        return !TimelineItem.getEntityManager().createQuery("""
                select i.id from TimelineItem i, Exercise e where e.id = i.exerciseId and i.failed.step is not null
                    and e.state in (RUNNING, PAUSED)""", UUID.class).setMaxResults(1).getResultList().isEmpty();
    }
}

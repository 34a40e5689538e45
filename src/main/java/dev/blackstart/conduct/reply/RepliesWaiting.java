package dev.blackstart.conduct.reply;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.conduct.ReplySent;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.access.Controlled;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.people.ReadMark;
import dev.blackstart.web.Waiting;
import io.quarkus.hibernate.orm.panache.Panache;

/** Replies to messages of running exercises, for those who conduct them, until they open the control room. */
@ApplicationScoped
public class RepliesWaiting implements Waiting.Source {

    private static final int LONGEST = 160;

    @Override
    public List<Waiting> waitingFor(String person) {
        return unread("", person).distinct().map(RepliesWaiting::of).toList();
    }

    private static Waiting of(JournalEntry entry) {
        String text = entry.as(ReplySent.class).text();
        return new Waiting("Read replies", entry.actor + ": " + (text.length() <= LONGEST ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.min(LONGEST, text.codePointCount(0, text.length()))))
                        + "…"),
                "/exercises/" + entry.exerciseId + "/control-room");
    }

    /** Oldest first: only what was journaled since they read last is looked through. */
    private static Stream<JournalEntry> unread(String more, String person, Object... values) {
        var query = Panache.getEntityManager().createQuery("select j from JournalEntry j, Exercise e, RosterEntry r where "
                + Controlled.CONDUCTED + more + """
                        and j.exerciseId = e.id and j.type = :type and j.actor <> :person and j.seq > coalesce(
                            (select m.seq from ReadMark m where m.person = :person and m.subject = e.id), 0)
                        order by j.at, j.seq""", JournalEntry.class).setParameter("person", person)
                .setParameter("type", ReplySent.TYPE);
        for (Object value : values) {
            query.setParameter("exercise", value);
        }
        return query.setMaxResults(Waiting.MOST).getResultList().stream();
    }

    /** Everything that was replied so far is read. */
    public static void read(Exercise exercise, String person, Instant at) {
        if (exercise.state.isLive() && unread("and e.id = :exercise ", person, exercise.id).findFirst().isPresent()) {
            ReadMark.set(person, exercise.id, at, exercise.seq);
        }
    }
}

package dev.blackstart.preparation;

import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.access.Controlled;
import dev.blackstart.people.ReadMark;
import dev.blackstart.preparation.checklist.PreparationItem;
import dev.blackstart.web.Waiting;
import io.quarkus.hibernate.orm.panache.Panache;

/** Items that somebody verifies or helps with as a lead or as control staff, and comments on theirs that they have not read. */
@ApplicationScoped
public class PreparationWaiting implements Waiting.Source {

    private static final String UNREAD = """
            exists (select 1 from Comment c where c.itemId = i.id and c.author <> :person and c.createdAt > coalesce(
                (select m.at from ReadMark m where m.person = :person and m.subject = i.id), :never))""";

    private static final String FOUND = "select i, case when " + UNREAD + " then 1 else 0 end from PreparationItem i, ";
    private static final String CURRENT = """
            e.mode = LIVE and e.state in (SCHEDULED, RUNNING, PAUSED, ENDED) and i.exerciseId = e.id and i.dropped = false
            """;
    private static final String TO_DO = " and (i.state = BLOCKED or i.state = DONE and (i.doneBy is null "
            + "or i.doneBy <> :person) or " + UNREAD + ") order by i.teamDueAt, i.id";

    private static final String AS_CONTROL = FOUND + "Exercise e, RosterEntry r where " + Controlled.OPEN
            + " and i.exerciseId = e.id and i.dropped = false" + TO_DO;
    private static final String AS_LEAD = FOUND + "Exercise e, Team t where t.lead = :person and i.team = t.key and " + CURRENT
            + TO_DO;
    private static final String AS_OWNER = FOUND + "Exercise e where i.owner = :person and " + CURRENT + " and " + UNREAD
            + " order by i.teamDueAt, i.id";

    /** @param control the person sees its exercise as control staff do @param answers they verify it and help with it */
    private record Found(PreparationItem item, boolean unread, boolean control, boolean answers) {

        /** Nobody verifies what they did themselves. */
        Stream<Waiting> waitingFor(String person) {
            String title = control ? item.title : item.teamTitle();
            String href = "/preparation/" + item.id;
            Stream<Waiting> state = !answers ? Stream.empty() : switch (item.state) {
                case DONE -> person.equals(item.doneBy) ? Stream.empty()
                        : Stream.of(new Waiting("Verify preparation", title, href));
                case BLOCKED -> Stream.of(new Waiting("Help with blocked preparation", title, href));
                default -> Stream.empty();
            };
            return unread ? Stream.concat(state, Stream.of(new Waiting("Read comments", title, href))) : state;
        }
    }

    @Override
    public List<Waiting> waitingFor(String person) {
        Map<UUID, Found> items = new LinkedHashMap<>();
        find(AS_CONTROL, person, true, true).forEach(found -> items.putIfAbsent(found.item().id, found));
        find(AS_LEAD, person, false, true).forEach(found -> items.putIfAbsent(found.item().id, found));
        find(AS_OWNER, person, false, false).forEach(found -> items.putIfAbsent(found.item().id, found));
        Map<String, Integer> counted = new HashMap<>();
        return items.values().stream().flatMap(found -> found.waitingFor(person))
                .filter(one -> counted.merge(one.kind(), 1, Integer::sum) <= Waiting.MOST).toList();
    }

    private static Stream<Found> find(String query, String person, boolean control, boolean answers) {
        return Panache.getEntityManager().createQuery(query, Object[].class).setParameter("person", person)
                .setParameter("never", Instant.EPOCH).setMaxResults(Waiting.MOST).getResultList().stream()
                .map(row -> new Found((PreparationItem) row[0], ((Number) row[1]).intValue() == 1, control, answers));
    }

    /** Everything said about an item so far is read. */
    static void read(PreparationItem item, List<PreparationViews.Said> comments, String person, Instant at) {
        if (!comments.isEmpty()) {
            ReadMark mark = ReadMark.find("person = ?1 and subject = ?2", person, item.id).firstResult();
            Instant newest = comments.get(comments.size() - 1).at();
            if (mark == null || mark.at.isBefore(newest)) {
                ReadMark.set(person, item.id, at.isBefore(newest) ? newest : at, 0);
            }
        }
    }
}

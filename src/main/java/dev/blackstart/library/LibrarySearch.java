package dev.blackstart.library;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.problem.Problem;
import io.quarkus.hibernate.orm.panache.Panache;

/** Finds documents in the database, each only for whom may read what it was made of: that is part of the query. */
@ApplicationScoped
class LibrarySearch {

    /** So many different words are looked for; more find nothing else. */
    private static final int MOST_WORDS = 12;

    /** What a text is compared by: its rarest words, of which a similar one has one in so many, and two at least. */
    private static final int COMPARED = 10;
    private static final int SHARED = 3;

    /** Exercises {@code e}, in the words of {@link Visibility}. */
    private static final String CONTROLLED = "select e.id from Exercise e where e.mode = LIVE and " + Visibility.CONTROL;

    private static final String TAKEN_PART_IN = """
            select e.id from Exercise e, RosterEntry r where e.mode = LIVE and e.state in (RUNNING, PAUSED, ENDED, CLOSED)
                and r.exerciseId = e.id and r.person = :viewer""";

    private static final String STORIES = "select s.id from Story s where s.state = PUBLISHED";

    private static final String OVER = "select e.id from Exercise e where e.mode = LIVE and e.state in (ENDED, CLOSED)";

    private static final String PLANS = "select p.key from Plan p where "
            + Plan.VISIBLE.replace("?1", ":master").replace("?2", ":viewer");

    /** A document {@code d} that somebody may read. Parameters {@code viewer} and {@code master}. */
    private static final String VISIBLE = """
            (d.kind = STORY and d.subjectId in (%s)
             or d.kind <> PLAN and d.exerciseId in (%s)
             or (d.kind = FINDING and d.forRoster = true
                    or d.kind = REPORT and not exists (select 1 from PublishedReport later
                        where later.exerciseId = d.exerciseId and later.createdAt > d.at))
                and (d.kind = REPORT and d.forRoster = false or d.exerciseId in (%s))
             or d.kind = ACTION and d.exerciseId in (%s) and (d.owner = :viewer
                or exists (select 1 from Team t join t.members m where t.lead = :viewer and m = d.owner))
             or d.kind = PLAN and d.planKey in (%s))""".formatted(STORIES, CONTROLLED, TAKEN_PART_IN, OVER, PLANS);

    /**
     * @param words empty for all documents
     * @param kind null for all
     * @param system key; null for all
     * @param from null for any time
     */
    record Wanted(Set<String> words, DocumentKind kind, String system, Instant from) {
    }

    /** @param score the higher the more it is about the words; 0 where none were given */
    record Hit(LibraryDocument document, long score) {
    }

    /**
     * Documents that have all the words: those that are most about them first, then the newest.
     *
     * @param after the last one of the page before, or null
     * @throws Problem 422 where {@code after} is none
     */
    List<Hit> find(Wanted wanted, String viewer, boolean master, UUID after, int most) {
        if (wanted.words().size() > MOST_WORDS) {
            throw Problem.invalid("q", "Search for at most " + MOST_WORDS + " different words.");
        }
        Map<String, Object> values = new HashMap<>(Map.of("viewer", viewer, "master", master));
        String where = narrowed(wanted, values);
        Hit last = after == null ? null : hit(where, wanted, values, after);
        return wanted.words().isEmpty() ? newest(where, values, last, most) : best(where, wanted, values, last, most);
    }

    private static String narrowed(Wanted wanted, Map<String, Object> values) {
        StringBuilder where = new StringBuilder(VISIBLE);
        if (wanted.kind() != null) {
            where.append(" and d.kind = :kind");
            values.put("kind", wanted.kind());
        }
        if (wanted.system() != null) {
            where.append(" and :system member of d.systems");
            values.put("system", wanted.system());
        }
        if (wanted.from() != null) {
            where.append(" and d.at >= :from");
            values.put("from", wanted.from());
        }
        return where.toString();
    }

    private static Hit hit(String where, Wanted wanted, Map<String, Object> values, UUID id) {
        Map<String, Object> one = new HashMap<>(values);
        one.put("one", id);
        String narrowed = where + " and d.id = :one";
        List<Hit> found = wanted.words().isEmpty() ? newest(narrowed, one, null, 1) : best(narrowed, wanted, one, null, 1);
        if (found.isEmpty()) {
            throw Problem.invalid("after", "after is the next of the page before.");
        }
        return found.get(0);
    }

    private static List<Hit> newest(String where, Map<String, Object> values, Hit last, int most) {
        Map<String, Object> all = new HashMap<>(values);
        String rest = "";
        if (last != null) {
            rest = " and (d.at < :lastAt or d.at = :lastAt and d.id > :last)";
            all.put("lastAt", last.document().at);
            all.put("last", last.document().id);
        }
        return query("from LibraryDocument d where " + where + rest + " order by d.at desc, d.id", LibraryDocument.class, all)
                .setMaxResults(most).getResultStream().map(document -> new Hit(document, 0)).toList();
    }

    private static List<Hit> best(String where, Wanted wanted, Map<String, Object> values, Hit last, int most) {
        Map<String, Object> all = new HashMap<>(values);
        all.put("words", wanted.words());
        all.put("count", (long) wanted.words().size());
        String rest = "";
        if (last != null) {
            rest = " and (sum(value(t)) < :lastScore or sum(value(t)) = :lastScore"
                    + " and (d.at < :lastAt or d.at = :lastAt and d.id > :last))";
            all.put("lastScore", last.score());
            all.put("lastAt", last.document().at);
            all.put("last", last.document().id);
        }
        return ranked("select d.id, sum(value(t)) from LibraryDocument d join d.terms t where key(t) in (:words) and " + where
                + " group by d.id, d.at having count(*) = :count" + rest + " order by sum(value(t)) desc, d.at desc, d.id", all,
                most);
    }

    private static List<Hit> ranked(String query, Map<String, Object> values, int most) {
        List<Object[]> rows = query(query, Object[].class, values).setMaxResults(most).getResultList();
        Map<UUID, LibraryDocument> documents = new HashMap<>();
        if (!rows.isEmpty()) {
            LibraryDocument.<LibraryDocument> list("id in ?1", rows.stream().map(row -> row[0]).toList())
                    .forEach(document -> documents.put(document.id, document));
        }
        return rows.stream().map(row -> new Hit(documents.get((UUID) row[0]), ((Number) row[1]).longValue())).toList();
    }

    /** Documents that share several of the rarest of these words, the most similar first. */
    List<Hit> similar(Set<String> words, String viewer, boolean master, int most) {
        if (words.isEmpty()) {
            return List.of();
        }
        List<Object[]> counted = query("select key(t), count(*) from LibraryDocument d join d.terms t where key(t) in (:words)"
                + " and " + VISIBLE + " group by key(t) order by count(*), key(t)", Object[].class,
                Map.of("viewer", viewer, "master", master, "words", words)).setMaxResults(COMPARED).getResultList();
        List<String> rarest = new ArrayList<>();
        counted.forEach(row -> rarest.add((String) row[0]));
        if (rarest.isEmpty()) {
            return List.of();
        }
        Map<String, Object> values = Map.of("viewer", viewer, "master", master, "words", rarest, "least",
                (long) Math.max(Math.min(words.size(), 2), (rarest.size() + SHARED - 1) / SHARED));
        return ranked("select d.id, sum(value(t)) from LibraryDocument d join d.terms t where key(t) in (:words) and " + VISIBLE
                + " group by d.id, d.at having count(*) >= :least"
                + " order by count(*) desc, sum(value(t)) desc, d.at desc, d.id", values, most);
    }

    private static <T> TypedQuery<T> query(String text, Class<T> type, Map<String, Object> values) {
        TypedQuery<T> query = Panache.getEntityManager().createQuery(text, type);
        values.forEach(query::setParameter);
        return query;
    }
}

package dev.blackstart.review.comment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.persistence.TypedQuery;

import dev.blackstart.problem.Problem;
import io.quarkus.hibernate.orm.panache.Panache;

/** Reads comments, each only for its readers: that is part of the query. */
final class CommentList {

    private CommentList() {
    }

    /**
     * Anonymous ones first, by their random id; then the named ones in the order in which they came.
     *
     * @param section key; null for all
     * @param state null for all
     * @param after the last one of the page before; null for the first page
     * @throws Problem 422 where {@code after} is none
     */
    static List<CommentView> of(CommentReader reader, String section, CommentState state, UUID after, int most) {
        StringBuilder where = new StringBuilder(reader.visible());
        Map<String, Object> values = new HashMap<>(Map.of("exercise", reader.exercise()));
        if (section != null) {
            where.append(" and c.section = :section");
            values.put("section", section);
        }
        if (state != null) {
            where.append(" and c.state = :state");
            values.put("state", state);
        }
        if (after != null) {
            ReportComment last = query(reader.visible() + " and c.id = :id",
                    Map.of("exercise", reader.exercise(), "id", after)).getResultStream().findFirst()
                    .orElseThrow(() -> Problem.invalid("after", "after is the next of the page before."));
            where.append(" and (c.createdAt > :lastAt or c.createdAt = :lastAt and c.id > :last)");
            values.put("lastAt", last.createdAt);
            values.put("last", last.id);
        }
        return query(where.toString(), values).setMaxResults(most).getResultStream()
                .map(comment -> CommentView.of(comment, reader.viewer())).toList();
    }

    /** How many this reader sees, by section. */
    static Map<String, Long> counts(CommentReader reader) {
        Map<String, Long> counts = new HashMap<>();
        Panache.getEntityManager()
                .createQuery("select c.section, count(*) from ReportComment c where " + reader.visible()
                        + " group by c.section", Object[].class)
                .setParameter("exercise", reader.exercise()).getResultList()
                .forEach(row -> counts.put((String) row[0], (Long) row[1]));
        return counts;
    }

    /** @throws Problem 404 for one that this reader does not see */
    static ReportComment one(CommentReader reader, UUID id) {
        return query(reader.visible() + " and c.id = :id", Map.of("exercise", reader.exercise(), "id", id)).getResultStream()
                .findFirst().orElseThrow(Problem::notFound);
    }

    private static TypedQuery<ReportComment> query(String where, Map<String, Object> values) {
        TypedQuery<ReportComment> query = Panache.getEntityManager()
                .createQuery("from ReportComment c where " + where + " order by c.createdAt, c.id", ReportComment.class);
        values.forEach(query::setParameter);
        return query;
    }
}

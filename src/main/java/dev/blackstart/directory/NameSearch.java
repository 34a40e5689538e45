package dev.blackstart.directory;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.persistence.TypedQuery;

import dev.blackstart.database.Folded;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.web.Texts;
import io.quarkus.hibernate.orm.panache.Panache;

/**
 * Which teams or systems are listed, by key.
 *
 * @param words in key or name; null for any
 */
record NameSearch(String words) {

    static final NameSearch EVERYTHING = new NameSearch(null);

    private static final int SHOWN = 100;

    static NameSearch of(String words) {
        return new NameSearch(words == null || words.isBlank() ? null
                : TextLimits.atMost(TextLimits.LINE, "q", words.replace("\0", "").strip()));
    }

    /**
     * A page of what was found.
     *
     * @param count on all pages
     * @param later the address of the following page, or null
     */
    record Found<E>(List<E> entries, long count, String later) {
    }

    /** @param list its address @param after the key of the last one already seen, or null */
    <E> Found<E> page(Class<E> entity, Function<E, String> key, String list, String after) {
        List<E> found = find(entity, after, SHOWN + 1);
        return new Found<>(found.stream().limit(SHOWN).toList(), count(entity),
                found.size() > SHOWN ? later(list, key.apply(found.get(SHOWN - 1))) : null);
    }

    /** @param after the key of the last one already seen, or null */
    <E> List<E> find(Class<E> entity, String after, int limit) {
        Map<String, Object> values = new HashMap<>(values());
        values.put("after", after == null ? "" : TextLimits.atMost(TextLimits.LINE, "after", after));
        return query("from %s one where one.key > :after and %s order by one.key", entity, entity, values)
                .setMaxResults(limit).getResultList();
    }

    private long count(Class<?> entity) {
        return query("select count(one) from %s one where %s", entity, Long.class, values()).getSingleResult();
    }

    private <R> TypedQuery<R> query(String query, Class<?> entity, Class<R> result, Map<String, Object> values) {
        TypedQuery<R> typed = Panache.getEntityManager()
                .createQuery(query.formatted(entity.getSimpleName(), condition()), result);
        values.forEach(typed::setParameter);
        return typed;
    }

    private String condition() {
        return words == null ? "1 = 1" : "one.folded like :words escape '!'";
    }

    private Map<String, Object> values() {
        return words == null ? Map.of() : Map.of("words", Folded.containing(words));
    }

    private String later(String list, String last) {
        return list + "?after=" + Texts.path(last) + (words == null ? "" : "&q=" + Texts.path(words));
    }
}

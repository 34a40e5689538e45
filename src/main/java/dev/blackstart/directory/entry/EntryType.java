package dev.blackstart.directory.entry;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.blackstart.people.DirectoryChange;
import dev.blackstart.people.FieldErrors;

/**
 * A kind of entry that has a key and that files hold.
 *
 * @param <F> an entry's facts, by value: equal facts change nothing
 */
public interface EntryType<F extends EntryFacts> {

    /** As addresses and files call it: people, teams, systems. */
    String name();

    /** As the record calls it. */
    DirectoryChange.Kind recorded();

    /** Of a file, in order; the first is the key. */
    List<String> columns();

    /** Null where there is none. */
    F one(String key);

    /** Those of these keys, by key. */
    Map<String, F> these(Collection<String> keys);

    /** Facts of rows by their key, in the order of the rows. */
    static <E, F extends EntryFacts> Map<String, F> byKey(List<E> rows, Function<E, F> facts) {
        return rows.stream().map(facts)
                .collect(Collectors.toMap(EntryFacts::key, Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /** Everything there is, by key and in its order. */
    Map<String, F> all();

    /** What it will be. @param before null for a new one */
    F merge(String key, F before, Fields fields, DirectorySnapshot world, FieldErrors flaws);

    /** Makes or changes it. */
    void save(F before, F after, Instant at);

    /** For the record: without secrets. */
    default Map<String, Object> shown(F facts) {
        Map<String, Object> shown = cells(facts, false);
        shown.remove("key");
        return shown;
    }

    /** For files; lists as lists. @param secrets whether the reader may see them */
    Map<String, Object> cells(F facts, boolean secrets);
}

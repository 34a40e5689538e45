package dev.blackstart.journal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which record holds the data of which type of entry. The records stand in packages above this one, so a resource lists them:
 * each line names a record, or a class that holds records.
 */
final class EventTypes {

    private static final String LIST = "META-INF/journal-events";

    private static final Map<String, Class<? extends JournalEvent>> RECORDS = records();

    private EventTypes() {
    }

    static Set<Class<? extends JournalEvent>> all() {
        return Set.copyOf(RECORDS.values());
    }

    /** Null for a type that this version does not know. */
    static Class<? extends JournalEvent> record(String type) {
        return RECORDS.get(type);
    }

    static String of(Class<? extends JournalEvent> event) {
        try {
            return (String) event.getField("TYPE").get(null);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(event + " names no type", impossible);
        }
    }

    static Set<String> of(Class<?>... kinds) {
        return RECORDS.entrySet().stream()
                .filter(known -> Stream.of(kinds).anyMatch(kind -> kind.isAssignableFrom(known.getValue())))
                .map(Map.Entry::getKey).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Class<? extends JournalEvent>> records() {
        Map<String, Class<? extends JournalEvent>> records = new TreeMap<>();
        ClassLoader loader = EventTypes.class.getClassLoader();
        try (var in = loader.getResourceAsStream(LIST);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String name : lines.lines().filter(line -> !line.isBlank()).toList()) {
                Class<?> listed = Class.forName(name.strip(), false, loader);
                Stream.concat(Stream.of(listed), Stream.of(listed.getDeclaredClasses()))
                        .filter(one -> one.isRecord() && JournalEvent.class.isAssignableFrom(one))
                        .map(one -> one.<JournalEvent> asSubclass(JournalEvent.class))
                        .forEach(one -> records.put(of(one), one));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (ClassNotFoundException unknown) {
            throw new IllegalStateException(LIST + " names a class that is not there", unknown);
        }
        return Map.copyOf(records);
    }
}

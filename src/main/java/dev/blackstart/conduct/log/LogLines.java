package dev.blackstart.conduct.log;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.conduct.engine.ItemQueue;
import dev.blackstart.conduct.item.Withdrawals;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.people.Directory;

/** Turns journal entries into lines of the control room's log: people by name, items by title, things as links. */
@ApplicationScoped
public class LogLines {

    /** Fields of entries that hold keys of people. */
    private static final List<String> PEOPLE = List.of("person", "caller", "people", "name");

    private static final int SHORT = 80;

    private final Directory directory;

    LogLines(Directory directory) {
        this.directory = directory;
    }

    /** In the order of the entries; those that need no line are left out. */
    public List<LogLine> of(Exercise exercise, List<JournalEntry> entries) {
        List<JournalEntry> told = entries.stream().filter(LogLine::isTold).toList();
        Set<String> withdrawn = entries.stream().filter(entry -> entry.type.equals("note-withdrawn"))
                .map(entry -> entry.data().path("note").asText()).collect(Collectors.toSet());
        return lines(exercise, told, withdrawn);
    }

    /** The line that an entry adds or changes; null for none. A withdrawal changes the line of the note. */
    public LogLine of(Exercise exercise, JournalEntry entry) {
        if (entry.type.equals("note-withdrawn")) {
            String note = entry.data().path("note").asText();
            List<JournalEntry> notes = Withdrawals.entries(exercise.id, "note", UUID.fromString(note));
            return lines(exercise, notes, Set.of(note)).stream().findFirst().orElse(null);
        }
        return LogLine.isTold(entry) ? lines(exercise, List.of(entry), Set.of()).get(0) : null;
    }

    private List<LogLine> lines(Exercise exercise, List<JournalEntry> entries, Set<String> withdrawn) {
        Map<String, String> names = directory.names(people(entries));
        LogText text = new LogText(exercise.id, names, titles(exercise, entries));
        return entries.stream().map(entry -> LogLine.of(entry, text.of(entry), actor(entry, names),
                entry.type.equals("note") && withdrawn.contains(entry.data().path("note").asText()))).toList();
    }

    private static String actor(JournalEntry entry, Map<String, String> names) {
        return entry.actor.equals(Journal.PLATFORM) ? "Blackstart" : names.getOrDefault(entry.actor, entry.actor);
    }

    private static Set<String> people(List<JournalEntry> entries) {
        Set<String> people = new TreeSet<>();
        for (JournalEntry entry : entries) {
            people.add(entry.actor);
            JsonNode data = entry.data();
            for (String field : PEOPLE) {
                JsonNode found = data.path(field);
                (found.isArray() ? found : List.of(found)).forEach(node -> people.add(node.asText()));
            }
        }
        return people;
    }

    /** Titles of items by their key and by their id, for entries of the roster name them by id. */
    private static Map<String, LogLine.Link> titles(Exercise exercise, List<JournalEntry> entries) {
        Set<String> keys = new HashSet<>();
        List<UUID> ids = new ArrayList<>();
        for (JournalEntry entry : entries) {
            JsonNode data = entry.data();
            for (String named : List.of(data.path("item").asText(), data.path("message").asText())) {
                if (isId(named)) {
                    ids.add(UUID.fromString(named));
                } else if (!named.isEmpty()) {
                    keys.add(named);
                }
            }
        }
        Map<String, LogLine.Link> titles = new HashMap<>();
        if (!keys.isEmpty()) {
            ItemQueue.withKeys(exercise.id, List.copyOf(keys)).forEach(item -> titles.put(item.key, link(exercise, item)));
        }
        if (!ids.isEmpty()) {
            TimelineItem.<TimelineItem> list("exerciseId = ?1 and id in ?2", exercise.id, ids)
                    .forEach(item -> titles.put(item.id.toString(), link(exercise, item)));
        }
        return titles;
    }

    private static boolean isId(String text) {
        return text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    }

    private static LogLine.Link link(Exercise exercise, TimelineItem item) {
        String title = item.body().inWords(exercise.plan());
        return new LogLine.Link(title.length() <= SHORT ? title : title.substring(0, SHORT - 1) + "…",
                "/exercises/" + exercise.id + "/timeline/" + item.key);
    }
}

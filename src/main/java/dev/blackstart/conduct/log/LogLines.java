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

import dev.blackstart.conduct.NoteEvent.NoteWithdrawn;
import dev.blackstart.conduct.NoteEvent.NoteWritten;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.conduct.engine.ItemQueue;
import dev.blackstart.conduct.item.Withdrawals;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.Journal;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.LogContext;
import dev.blackstart.journal.LogSentence.Link;
import dev.blackstart.people.Directory;

/** Turns journal entries into lines of the control room's log: people by name, items by title, things as links. */
@ApplicationScoped
public class LogLines {

    private static final int SHORT = 80;

    private final Directory directory;

    LogLines(Directory directory) {
        this.directory = directory;
    }

    /** In the order of the entries; those that need no line are left out. */
    public List<LogLine> of(Exercise exercise, List<JournalEntry> entries) {
        List<JournalEntry> told = entries.stream().filter(entry -> entry.event().inLog()).toList();
        Set<String> withdrawn = entries.stream().filter(entry -> entry.is(NoteWithdrawn.class))
                .map(entry -> entry.as(NoteWithdrawn.class).note()).collect(Collectors.toSet());
        return lines(exercise, told, withdrawn);
    }

    /** The line that an entry adds or changes; null for none. A withdrawal changes the line of the note. */
    public LogLine of(Exercise exercise, JournalEntry entry) {
        if (entry.event() instanceof NoteWithdrawn withdrawn) {
            List<JournalEntry> notes = Withdrawals.entries(exercise.id, NoteWritten.class, UUID.fromString(withdrawn.note()));
            return lines(exercise, notes, Set.of(withdrawn.note())).stream().findFirst().orElse(null);
        }
        return entry.event().inLog() ? lines(exercise, List.of(entry), Set.of()).get(0) : null;
    }

    private List<LogLine> lines(Exercise exercise, List<JournalEntry> entries, Set<String> withdrawn) {
        LogContext context = new LogContext(exercise.id, directory.names(people(entries)), titles(exercise, entries));
        return entries.stream().map(entry -> LogLine.of(entry, context, actor(entry, context.names()),
                entry.event() instanceof NoteWritten note && note.note() != null && withdrawn.contains(note.note()))).toList();
    }

    private static String actor(JournalEntry entry, Map<String, String> names) {
        return entry.actor.equals(Journal.PLATFORM) ? "Blackstart" : names.getOrDefault(entry.actor, entry.actor);
    }

    private static Set<String> people(List<JournalEntry> entries) {
        Set<String> people = new TreeSet<>();
        for (JournalEntry entry : entries) {
            people.add(entry.actor);
            people.addAll(entry.people());
        }
        return people;
    }

    /** Titles of items by their key and by their id, for entries of the roster name them by id. */
    private static Map<String, Link> titles(Exercise exercise, List<JournalEntry> entries) {
        Set<String> keys = new HashSet<>();
        List<UUID> ids = new ArrayList<>();
        for (JournalEntry entry : entries) {
            String named = entry.event().item();
            if (named != null && isId(named)) {
                ids.add(UUID.fromString(named));
            } else if (named != null) {
                keys.add(named);
            }
        }
        Map<String, Link> titles = new HashMap<>();
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

    private static Link link(Exercise exercise, TimelineItem item) {
        String title = item.body().inWords(exercise.plan());
        return new Link(title.length() <= SHORT ? title : title.substring(0, SHORT - 1) + "…",
                "/exercises/" + exercise.id + "/timeline/" + item.key);
    }
}

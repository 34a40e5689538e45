package dev.blackstart.journal;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.blackstart.journal.LogSentence.Link;

/** What events need to describe themselves. @param names by person key @param items their titles, by key and by id */
public record LogContext(UUID exercise, Map<String, String> names, Map<String, Link> items) {

    /** The name of a person; the key where it is not known, nothing where there is none. */
    public String person(String key) {
        return key == null ? "" : names.getOrDefault(key, key);
    }

    public String people(Collection<String> keys) {
        return keys == null ? "" : keys.stream().map(this::person).collect(Collectors.joining(", "));
    }

    /** Null for an item that is not known. */
    public Link item(String named) {
        return named == null ? null : items.get(named);
    }

    /** @param page behind the exercise's own address */
    public String path(String page) {
        return "/exercises/" + exercise + page;
    }

    /** @param item what happened to it; null for none */
    public LogSentence about(String what, String item, String after) {
        Link link = item(item);
        return link == null ? LogSentence.of(what + after) : new LogSentence(what + ": ", link, after);
    }
}

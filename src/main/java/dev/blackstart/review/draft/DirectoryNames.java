package dev.blackstart.review.draft;

import java.util.Collection;
import java.util.Map;

import dev.blackstart.journal.Journal;

/** What people and teams are called; an unknown key stands for itself. */
public record DirectoryNames(Map<String, String> known) {

    public String of(String key) {
        if (key == null) {
            return "";
        }
        return switch (key) {
            case Journal.PLATFORM -> "Blackstart";
            case Journal.ANONYMOUS -> "somebody";
            default -> known.getOrDefault(key, key);
        };
    }

    public String all(Collection<String> keys) {
        return String.join(", ", keys.stream().map(this::of).toList());
    }
}

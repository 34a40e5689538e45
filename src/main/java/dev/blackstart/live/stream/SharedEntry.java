package dev.blackstart.live.stream;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import dev.blackstart.journal.JournalEntry;

/** One entry for many readers: told at most twice in each form, to control staff and to all others. Used by one thread. */
final class SharedEntry {

    final JournalEntry entry;
    private final Map<StreamFormat, Optional<StreamEvent>> forControl = new HashMap<>();
    private final Map<StreamFormat, Optional<StreamEvent>> forOthers = new HashMap<>();

    SharedEntry(JournalEntry entry) {
        this.entry = entry;
    }

    /** Null where it says nothing in this form. */
    StreamEvent as(StreamFormat form, boolean control) {
        return (control ? forControl : forOthers).computeIfAbsent(form,
                one -> Optional.ofNullable(one.signal(entry, control))).orElse(null);
    }
}

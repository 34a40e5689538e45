package dev.blackstart.live.stream;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicInteger;

import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.RosterEvent;
import dev.blackstart.exercise.ScheduleEvent.ExerciseMoved;
import dev.blackstart.exercise.Visibility;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournalEvent;
import dev.blackstart.security.SignInTicket;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** One watched exercise: each new entry is read once and handed to all who watch. */
final class ExerciseStream {

    private static final int PAGE = 200;

    /** After these somebody may see more or less than before. */
    private static final Set<String> CHANGE_ROLES = JournalEvent.types(RosterEvent.class, ExerciseMoved.class);

    private final UUID exercise;
    private final Visibility visibility;
    private final Clock clock;
    private final Executor hands;
    private final Set<Subscriber> watchers = ConcurrentHashMap.newKeySet();
    private final AtomicInteger asked = new AtomicInteger();

    /** Used by whoever reads, one at a time. */
    private final Map<StreamFormat, PageFragments> parts = new HashMap<>();

    ExerciseStream(UUID exercise, Visibility visibility, Clock clock, Executor hands) {
        this.clock = clock;
        this.exercise = exercise;
        this.visibility = visibility;
        this.hands = hands;
    }

    void add(Subscriber watcher) {
        watchers.add(watcher);
    }

    void remove(Subscriber watcher) {
        watchers.remove(watcher);
    }

    boolean isWatched() {
        return !watchers.isEmpty();
    }

    /** Reads on, in another thread; asked while it reads, it reads once more. */
    void wake() {
        if (asked.getAndIncrement() == 0) {
            hands.execute(this::read);
        }
    }

    private void read() {
        int answered;
        do {
            answered = asked.get();
            try {
                while (isWatched() && readOn()) {
                    // a full page: there is more
                }
                showParts();
            } catch (RuntimeException | Error failure) {
                // whatever breaks: the next look goes on from the same place
                Log.errorf(failure, "Could not read the journal of %s for its viewers; trying again in a moment", exercise);
            }
        } while (!asked.compareAndSet(answered, 0));
    }

    /**
     * From where the hindmost is, so that nobody misses what others have already. Whoever joins while it reads is served by the
     * next reading: they may need an entry before those read here.
     */
    private boolean readOn() {
        List<Subscriber> present = new ArrayList<>(watchers);
        long from = present.stream().mapToLong(Subscriber::position).min().orElse(Long.MAX_VALUE);
        List<JournalEntry> entries = QuarkusTransaction.requiringNew().call(() -> JournalEntry.after(exercise, from, PAGE));
        if (entries.stream().anyMatch(entry -> CHANGE_ROLES.contains(entry.type))) {
            lookAgain();
            present.retainAll(watchers);
        }
        parts.forEach((form, known) -> {
            if (entries.stream().anyMatch(form::isChangedBy)) {
                known.outdate();
            }
        });
        for (JournalEntry entry : entries) {
            SharedEntry shared = new SharedEntry(entry);
            List<Subscriber> stuck = present.stream().filter(watcher -> !watcher.reach(shared)).toList();
            stuck.forEach(watchers::remove);
            present.removeAll(stuck);
        }
        return entries.size() == PAGE;
    }

    private void showParts() {
        Map<StreamFormat, List<StreamEvent>> changed = new HashMap<>();
        for (Subscriber watcher : watchers) {
            PageFragments known = parts.computeIfAbsent(watcher.form, form -> new PageFragments(form, exercise));
            List<StreamEvent> news = changed.computeIfAbsent(watcher.form, form -> known.changed());
            if (!watcher.show(known, news)) {
                watchers.remove(watcher);
            }
        }
    }

    /** Closes the streams of those who stand to the exercise otherwise than when they began to watch, or have signed out. */
    void lookAgain() {
        Instant at = clock.instant();
        Map<String, ExerciseAccess> now = new HashMap<>();
        Map<SignInTicket, Boolean> still = new HashMap<>();
        for (Subscriber watcher : watchers) {
            String viewer = watcher.sight.viewer();
            if (!now.containsKey(viewer)) {
                now.put(viewer, QuarkusTransaction.requiringNew().call(() -> visibility.sight(exercise, viewer)));
            }
            if (!Objects.equals(now.get(viewer), watcher.sight)
                    || !still.computeIfAbsent(watcher.signedIn, signedIn -> signedIn.holds(at))) {
                watchers.remove(watcher);
                watcher.close();
            }
        }
    }

    void beat() {
        watchers.removeIf(watcher -> !watcher.send(StreamEvent.HEARTBEAT));
    }
}

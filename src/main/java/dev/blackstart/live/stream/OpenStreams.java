package dev.blackstart.live.stream;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

import dev.blackstart.problem.Problem;

/**
 * How many streams each person has open, and how many there are. A connection that was lost on the way is noticed late, so a
 * person's oldest stream is closed for a new one; only streams that are all young are a flood.
 */
final class OpenStreams {

    private static final int RETRY_SECONDS = 10;

    private final LiveConfig config;
    private final Clock clock;

    /** By person, the oldest first. */
    private final Map<String, Deque<Open>> open = new HashMap<>();
    private int all;

    OpenStreams(LiveConfig config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    private record Open(Instant since, Runnable close) {
    }

    /**
     * @param close ends the connection of this stream
     * @return to be called when it has ended, once or several times
     * @throws Problem 429 or 503 if there are too many
     */
    Runnable add(String person, Runnable close) {
        Open added = new Open(clock.instant(), close);
        Open replaced;
        synchronized (this) {
            replaced = replaced(person, added.since());
            if (all >= config.streams()) {
                throw Problem.busy("Too many pages are open at the moment; yours is tried again by itself.", RETRY_SECONDS);
            }
            open.computeIfAbsent(person, first -> new ArrayDeque<>()).add(added);
            all++;
        }
        if (replaced != null) {
            replaced.close().run();
        }
        return () -> remove(person, added);
    }

    synchronized int count() {
        return all;
    }

    private Open replaced(String person, Instant now) {
        Deque<Open> own = open.get(person);
        if (own == null || own.size() < config.streamsPerPerson()) {
            return null;
        }
        Open oldest = own.element();
        if (oldest.since().plus(config.replaceable()).isAfter(now)) {
            throw Problem.tooMany("You have opened %d pages that are kept up to date; close some of them."
                    .formatted(config.streamsPerPerson()), RETRY_SECONDS);
        }
        remove(person, oldest);
        return oldest;
    }

    private synchronized void remove(String person, Open ended) {
        Deque<Open> own = open.get(person);
        if (own != null && own.removeIf(one -> one == ended)) {
            all--;
            if (own.isEmpty()) {
                open.remove(person);
            }
        }
    }
}

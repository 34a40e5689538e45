package dev.blackstart.live.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** The parts of one page of one exercise, rendered once for all its viewers and told again only where they changed. */
final class PageFragments {

    /** However much happens, they are rendered no oftener than this. */
    private static final long PACE = 150_000_000L;

    private final StreamFormat streamFormat;
    private final UUID exercise;
    private Map<String, StreamEvent> now;
    private Duration again;
    private long renderedAt;
    private boolean outdated;

    PageFragments(StreamFormat streamFormat, UUID exercise) {
        this.streamFormat = streamFormat;
        this.exercise = exercise;
    }

    void outdate() {
        outdated = true;
    }

    /** Everything, for somebody who comes. */
    List<StreamEvent> all() {
        if (now == null) {
            refresh();
        }
        return List.copyOf(now.values());
    }

    /** What is otherwise than it was; nothing before its time has come. */
    List<StreamEvent> changed() {
        if (!isDue()) {
            return List.of();
        }
        Map<String, StreamEvent> before = now == null ? Map.of() : now;
        refresh();
        return now.entrySet().stream().filter(part -> !Objects.equals(before.get(part.getKey()), part.getValue()))
                .map(Map.Entry::getValue).toList();
    }

    private boolean isDue() {
        long age = System.nanoTime() - renderedAt;
        return outdated ? age >= PACE : now != null && again != null && age >= again.toNanos();
    }

    private void refresh() {
        now = streamFormat.parts(exercise);
        again = streamFormat.refreshInterval(exercise);
        outdated = false;
        renderedAt = System.nanoTime();
    }
}

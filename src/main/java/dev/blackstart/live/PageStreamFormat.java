package dev.blackstart.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import dev.blackstart.conduct.banner.Banners;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.access.Permissions;
import dev.blackstart.exercise.page.LivePage;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.live.journal.Cursors;
import dev.blackstart.live.stream.StreamEvent;
import dev.blackstart.live.stream.StreamFormat;
import io.quarkus.logging.Log;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** A page's lines and parts, as HTML, for readers of equal permissions. */
final class PageStreamFormat implements StreamFormat {

    private static final String LINE = "line";

    /** When everybody comes back at the same moment they all miss the same lines. */
    private static final int KEPT = 2_000;

    /** Longer lines are rendered each time rather than kept. */
    private static final int LONG = 8_000;

    private static final int PATIENCE = 5;

    private final LivePage page;
    private final Map<JournalEntry.Key, Integer> failures = new ConcurrentHashMap<>();
    private final Cache<JournalEntry.Key, Optional<String>> lines = Caffeine.newBuilder().maximumSize(KEPT).build();
    private final Permissions may;
    private final Banners banners;
    private final Cursors cursors;
    private final Clock clock;

    PageStreamFormat(LivePage page, Permissions may, Banners banners, Cursors cursors, Clock clock) {
        this.page = page;
        this.may = may;
        this.banners = banners;
        this.cursors = cursors;
        this.clock = clock;
    }

    @Override
    public StreamEvent signal(JournalEntry entry, boolean control) {
        String html = line(entry);
        return html == null ? null
                : new StreamEvent(cursors.shown(entry.exerciseId, entry.seq, control).toString(), LINE, html);
    }

    private String line(JournalEntry entry) {
        Optional<String> kept = lines.getIfPresent(entry.key());
        if (kept != null) {
            return kept.orElse(null);
        }
        String html = rendered(entry);
        if (html == null || html.length() <= LONG) {
            lines.put(entry.key(), Optional.ofNullable(html));
        }
        return html;
    }

    /** One that fails again and again is passed over, or it would hold up everybody behind it. */
    private String rendered(JournalEntry entry) {
        try {
            return QuarkusTransaction.joiningExisting()
                    .call(() -> page.line(Exercise.findById(entry.exerciseId), entry));
        } catch (RuntimeException failure) {
            if (failures.merge(entry.key(), 1, Integer::sum) < PATIENCE) {
                throw failure;
            }
            failures.remove(entry.key());
            Log.errorf(failure, "Entry %d of %s cannot be shown on the page %s; it is passed over", entry.seq, entry.exerciseId,
                    page.name());
            return null;
        }
    }

    @Override
    public boolean isChangedBy(JournalEntry entry) {
        return page.isChangedBy(entry);
    }

    @Override
    public Duration refreshInterval(UUID exercise) {
        return QuarkusTransaction.requiringNew().call(() -> page.refreshInterval(Exercise.findById(exercise)));
    }

    @Override
    public Map<String, StreamEvent> parts(UUID exercise) {
        Map<String, StreamEvent> parts = new LinkedHashMap<>();
        QuarkusTransaction.requiringNew().call(() -> render(Exercise.findById(exercise)))
                .forEach((id, html) -> parts.put(id, StreamEvent.part(id, html)));
        return parts;
    }

    private Map<String, String> render(Exercise exercise) {
        Instant now = clock.instant();
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put(Banners.ELEMENT, banners.pushed(exercise, may, page.name(), now));
        parts.putAll(page.parts(exercise, may, now));
        return parts;
    }
}

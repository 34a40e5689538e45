package dev.blackstart.live;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import dev.blackstart.journal.JournalEntry;
import dev.blackstart.planning.Exercise;
import dev.blackstart.planning.LivePage;
import io.quarkus.narayana.jta.QuarkusTransaction;

/** A page's lines and parts, as HTML. */
final class PageForm implements Form {

    private static final String LINE = "line";

    /** Its text is the id of its element, a line break, and the HTML. */
    private static final String PART = "part";

    final LivePage page;
    private final Cursors cursors;
    private final Clock clock;

    PageForm(LivePage page, Cursors cursors, Clock clock) {
        this.page = page;
        this.cursors = cursors;
        this.clock = clock;
    }

    @Override
    public Signal signal(JournalEntry entry, boolean control) {
        String html = QuarkusTransaction.joiningExisting().call(() -> page.line(Exercise.findById(entry.exerciseId), entry));
        return html == null ? null
                : new Signal(cursors.shown(entry.exerciseId, entry.seq, control).toString(), LINE, html);
    }

    @Override
    public Map<String, Signal> parts(UUID exercise) {
        Map<String, Signal> parts = new LinkedHashMap<>();
        QuarkusTransaction.requiringNew().call(() -> page.parts(Exercise.findById(exercise), clock.instant()))
                .forEach((id, html) -> parts.put(id, new Signal(null, PART, id + "\n" + html)));
        return parts;
    }
}

package dev.blackstart.conduct;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.calling.CallLine;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.DrillView;
import dev.blackstart.drills.DrillViews;
import dev.blackstart.drills.SafetyLever;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.planning.Exercise;
import dev.blackstart.planning.RosterEntry;

/** Puts together what the control room shows. */
@ApplicationScoped
class Boards {

    private static final int ENTRIES = 60;
    private static final int NEXT = 8;

    private final DrillViews views;
    private final Clock clock;

    Boards(DrillViews views, Clock clock) {
        this.views = views;
        this.clock = clock;
    }

    Board of(Exercise exercise) {
        Instant now = clock.instant();
        List<TimelineItem> timeline = TimelineItem.of(exercise.id);
        List<Drill> drills = Drill.of(exercise.id);
        List<JournalEntry> sightings = sightings(exercise);
        List<ItemView> views = timeline.stream().map(item -> ItemView.whole(item, exercise)).toList();
        List<ItemLine> items = ItemLine.of(views, exercise);
        List<ItemLine> waiting = items.stream().filter(ItemLine::isWaiting)
                .sorted(Comparator.comparing((ItemLine item) -> item.dueAt() == null)
                        .thenComparing(ItemLine::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        List<DrillView> faults = faults(exercise, drills);
        return new Board(exercise.id, exercise.state.key(), exercise.pauseReason != null && exercise.pauseReason.isOutage(),
                exercise.isRehearsal(), waiting.subList(0, Math.min(NEXT, waiting.size())),
                Math.max(0, waiting.size() - NEXT), items.stream().filter(ItemLine::isOpen).toList(), faults,
                CallLine.running(exercise.id),
                exercise.pausedAt == null ? null : Duration.between(exercise.pausedAt, now),
                numbers(exercise, timeline, faults, sightings), TimeAxis.of(exercise, timeline, drills, sightings, now),
                exercise.zone, SafetyLever.holdsBack(), FailedLine.of(views, items));
    }

    /** Faults that may be broken out there. */
    List<DrillView> faults(Exercise exercise) {
        return faults(exercise, Drill.of(exercise.id));
    }

    private List<DrillView> faults(Exercise exercise, List<Drill> drills) {
        return drills.stream().filter(drill -> drill.state.isActive()).map(drill -> views.whole(drill, exercise)).toList();
    }

    /** The newest entries of the journal, newest first: what a page begins with, before lines arrive one by one. */
    static List<LogLine> log(Exercise exercise) {
        return JournalEntry.<JournalEntry> find("exerciseId = ?1 order by exerciseId desc, seq desc", exercise.id)
                .range(0, ENTRIES - 1).<JournalEntry> list().stream().filter(LogLine::isTold)
                .map(LogLine::of).toList();
    }

    /** Findings as the journal tells them: they are above this package, their record is below it. */
    private static List<JournalEntry> sightings(Exercise exercise) {
        return JournalEntry.list("exerciseId = ?1 and type = 'finding-logged' order by exerciseId, seq", exercise.id);
    }

    private static Board.Numbers numbers(Exercise exercise, List<TimelineItem> timeline, List<DrillView> faults,
            List<JournalEntry> findings) {
        return new Board.Numbers(timeline.stream().filter(item -> item.releasedAt != null).count(), timeline.size(),
                timeline.stream().filter(item -> item.state == ItemState.MISSED).count(), findings.size(),
                findings.stream().filter(entry -> List.of("sev1", "sev2").contains(entry.data().path("severity").asText()))
                        .count(),
                faults.size(),
                RosterEntry.of(exercise.id).stream().map(entry -> entry.person).distinct().count());
    }
}

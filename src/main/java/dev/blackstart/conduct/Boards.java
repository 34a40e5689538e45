package dev.blackstart.conduct;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.drills.DrillView;
import dev.blackstart.drills.DrillViews;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.planning.Exercise;
import dev.blackstart.planning.RosterEntry;
import dev.blackstart.planning.Sight;

/** Puts together what the control room shows. */
@ApplicationScoped
class Boards {

    private static final int ENTRIES = 60;
    private static final int NEXT = 8;

    private final DrillViews drills;
    private final Clock clock;

    Boards(DrillViews drills, Clock clock) {
        this.drills = drills;
        this.clock = clock;
    }

    Board of(Exercise exercise, Sight sight) {
        List<ItemLine> items = ItemLine.of(Timeline.of(exercise, sight), exercise);
        List<ItemLine> waiting = items.stream().filter(ItemLine::isWaiting)
                .sorted(Comparator.comparing((ItemLine item) -> item.dueAt() == null)
                        .thenComparing(ItemLine::dueAt, Comparator.nullsLast(Comparator.naturalOrder())))
                .toList();
        List<DrillView> faults = drills.of(exercise, sight);
        List<LogLine> log = JournalEntry.<JournalEntry> find("exerciseId = ?1 order by exerciseId desc, seq desc", exercise.id)
                .range(0, ENTRIES - 1).<JournalEntry> list().stream().map(LogLine::of).toList();
        long told = RosterEntry.of(exercise.id).stream().map(entry -> entry.person).distinct().count();
        long active = faults.stream().filter(DrillView::isActive).count();
        Instant now = clock.instant();
        return new Board(exercise.id, exercise.state.key(), exercise.pauseReason != null && exercise.pauseReason.isOutage(),
                exercise.isRehearsal(), waiting.subList(0, Math.min(NEXT, waiting.size())),
                Math.max(0, waiting.size() - NEXT), items.stream().filter(ItemLine::isOpen).toList(),
                faults.stream().filter(DrillView::isActive).toList(), log, told, active,
                exercise.pausedAt == null ? null : Duration.between(exercise.pausedAt, now), TimeAxis.of(exercise, now),
                exercise.zone);
    }

}

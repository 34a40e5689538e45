package dev.blackstart.conduct.controlroom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.calling.tree.CallLine;
import dev.blackstart.conduct.ItemLine;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.ItemView;
import dev.blackstart.conduct.Observation;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.conduct.log.LogLine;
import dev.blackstart.conduct.log.LogLines;
import dev.blackstart.drills.Drill;
import dev.blackstart.drills.clock.ClockReading;
import dev.blackstart.drills.clock.DrillClocks;
import dev.blackstart.drills.view.ActiveFault;
import dev.blackstart.drills.view.FaultFacts;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.journal.JournalEvent;

/** Puts together what the control room shows. */
@ApplicationScoped
class ControlRoomAssembler {

    private static final int ENTRIES = 60;
    private static final int NEXT = 8;
    private static final Set<String> WORST = new HashSet<>(List.of("sev1", "sev2"));

    private final FaultFacts facts;
    private final LogLines lines;
    private final ProbeLanes probeLanes;
    private final DrillClocks clocks;
    private final Clock clock;

    ControlRoomAssembler(FaultFacts facts, LogLines lines, ProbeLanes probeLanes, DrillClocks clocks, Clock clock) {
        this.clocks = clocks;
        this.probeLanes = probeLanes;
        this.facts = facts;
        this.lines = lines;
        this.clock = clock;
    }

    ControlRoomView of(Exercise exercise) {
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
        List<ActiveFault> faults = faults(exercise, drills);
        TimeAxis axis = TimeAxis.of(exercise, timeline, drills, clocks(exercise, drills), sightings, now);
        return new ControlRoomView(exercise.id, exercise.state.key(),
                exercise.pauseReason != null && exercise.pauseReason.isOutage(),
                exercise.isRehearsal(), waiting.subList(0, Math.min(NEXT, waiting.size())),
                Math.max(0, waiting.size() - NEXT), items.stream().filter(ItemLine::isOpen).toList(), faults,
                CallLine.running(exercise.id),
                exercise.pausedAt == null ? null : Duration.between(exercise.pausedAt, now),
                numbers(exercise, timeline, faults, sightings), axis, exercise.zone,
                FailedLine.of(views, items), probeLanes.of(exercise, axis.seconds(), now));
    }

    /** Faults that may be broken out there, and those that somebody has to look after because nobody verified the revert. */
    private List<ActiveFault> faults(Exercise exercise, List<Drill> drills) {
        return drills.stream().filter(drill -> drill.state.isActive() || drill.isUnverified())
                .map(drill -> facts.active(exercise, drill)).toList();
    }

    private Map<Drill, List<ClockReading>> clocks(Exercise exercise, List<Drill> drills) {
        Map<Drill, List<ClockReading>> readings = new LinkedHashMap<>();
        drills.stream().filter(drill -> drill.injectedAt != null)
                .forEach(drill -> readings.put(drill, clocks.of(exercise, drill)));
        return readings;
    }

    /** The newest entries of the journal, newest first: what a page begins with, before lines arrive one by one. */
    List<LogLine> log(Exercise exercise) {
        return lines.of(exercise,
                JournalEntry.<JournalEntry> find("exerciseId = ?1 order by exerciseId desc, seq desc", exercise.id)
                        .range(0, ENTRIES - 1).list());
    }

    /** Findings as the journal tells them: they are above this package, their record is below it. */
    private static List<JournalEntry> sightings(Exercise exercise) {
        return JournalEntry.list("exerciseId = ?1 and type in ?2 order by exerciseId, seq", exercise.id,
                JournalEvent.types(Observation.class));
    }

    private static ControlRoomView.Numbers numbers(Exercise exercise, List<TimelineItem> timeline, List<ActiveFault> faults,
            List<JournalEntry> findings) {
        return new ControlRoomView.Numbers(timeline.stream().filter(item -> item.releasedAt != null).count(), timeline.size(),
                timeline.stream().filter(item -> item.state == ItemState.MISSED).count(), findings.size(),
                findings.stream().filter(entry -> WORST.contains(entry.as(Observation.class).severity()))
                        .count(),
                faults.stream().filter(fault -> !fault.isUnverified()).count(),
                RosterEntry.of(exercise.id).stream().map(entry -> entry.person).distinct().count());
    }
}

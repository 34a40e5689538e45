package dev.blackstart.drills;

import java.time.Instant;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.driver.Drivers;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.journal.Audience;
import dev.blackstart.journal.Journal;

/** Writes what becomes of a fault into the journal, and tells whoever waits for it. */
@ApplicationScoped
public class FaultLog {

    private final Journal journal;
    private final Drivers drivers;
    private final Event<FaultChanged> changed;

    FaultLog(Journal journal, Drivers drivers, Event<FaultChanged> changed) {
        this.journal = journal;
        this.drivers = drivers;
        this.changed = changed;
    }

    /** @param settings of the driver whose instruction people need; null where they need none */
    public FaultEvent.Facts facts(Drill drill, JsonNode settings, String why) {
        return new FaultEvent.Facts(drill.key, drill.title, drivers.instruction(settings), why, drill.verified);
    }

    public void record(Exercise exercise, Drill drill, FaultEvent event, String actor, Instant at) {
        journal.append(exercise, at, event, actor, Audience.CONTROL);
        changed.fire(new FaultChanged(exercise, drill, event, actor, at));
    }
}

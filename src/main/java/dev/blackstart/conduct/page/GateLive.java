package dev.blackstart.conduct.page;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.conduct.controlroom.GateBoard;
import dev.blackstart.conduct.page.ExerciseResource.Seat;
import dev.blackstart.conduct.page.ExerciseResource.Templates;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.access.Permissions;
import dev.blackstart.exercise.gate.Gate;
import dev.blackstart.exercise.page.ControlPage;
import dev.blackstart.people.Directory;
import dev.blackstart.preparation.TeamProgress;

/**
 * Keeps an exercise's page up to date before STARTEX: the gate, the roster and how far teams are prepared. What the exercise's
 * journal tells (an approval, preparation, the roster) comes at once; the rest (the lever, the directory, other exercises, a
 * blackout that begins) has no journal in common with it and is looked at every few seconds, once for all who watch.
 */
@ApplicationScoped
class GateLive implements ControlPage {

    private static final Duration REFRESH = Duration.ofSeconds(2);

    private final Gate gate;
    private final Directory directory;

    GateLive(Gate gate, Directory directory) {
        this.gate = gate;
        this.directory = directory;
    }

    @Override
    public String name() {
        return "gate";
    }

    @Override
    public Duration refreshInterval(Exercise exercise) {
        return REFRESH;
    }

    @Override
    public Map<String, String> parts(Exercise exercise, Permissions may, Instant now) {
        Map<String, String> parts = new LinkedHashMap<>();
        GateBoard board = exercise.state.isBeforeStart() ? GateBoard.of(exercise, gate) : null;
        parts.put("gate-now", Templates.gate(board, exercise.id, exercise.state.key()).render());
        if (board != null) {
            parts.put("start-says", Templates.exercise$says(board).render());
        }
        parts.put("preparation-now", Templates.exercise$preparation(TeamProgress.of(exercise, now)).render());
        parts.put("roster-now", Templates.exercise$roster(Seat.of(RosterEntry.of(exercise.id), directory)).render());
        return parts;
    }
}

package dev.blackstart.conduct;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.conduct.ControlRoomResource.Templates;
import dev.blackstart.journal.JournalEntry;
import dev.blackstart.planning.ControlPage;
import dev.blackstart.planning.Exercise;
import dev.blackstart.planning.Ribbon;

/** Keeps control rooms up to date; all control staff of an exercise see the same. */
@ApplicationScoped
class ControlRoomLive implements ControlPage {

    private final Boards boards;

    ControlRoomLive(Boards boards) {
        this.boards = boards;
    }

    @Override
    public String name() {
        return "control-room";
    }

    @Override
    public String line(Exercise exercise, JournalEntry entry) {
        return LogLine.isTold(entry) ? Templates.controlRoom$line(LogLine.of(entry)).render() : null;
    }

    @Override
    public Map<String, String> parts(Exercise exercise, Instant now) {
        Board board = boards.of(exercise);
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("moment",
                Templates.controlRoom$moment(Ribbon.forControl(exercise, Ribbon.minuteOf(now)), board, true).render());
        parts.put("outage", Templates.controlRoom$outage(board, true).render());
        parts.put("failed", Templates.controlRoom$failed(board, true).render());
        parts.put("axis", Templates.controlRoom$axis(board).render());
        parts.put("numbers", Templates.controlRoom$numbers(board).render());
        parts.put("next", Templates.controlRoom$next(board, true).render());
        parts.put("active", Templates.controlRoom$active(board, true).render());
        parts.put("ending", Templates.controlRoom$ending(board, true).render());
        return parts;
    }
}

package dev.blackstart.conduct.controlroom;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.conduct.controlroom.ControlRoomResource.Templates;
import dev.blackstart.conduct.log.LogLine;
import dev.blackstart.conduct.log.LogLines;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.access.Permissions;
import dev.blackstart.exercise.page.ControlPage;
import dev.blackstart.journal.JournalEntry;

/** Keeps control rooms up to date; all control staff of an exercise see the same. */
@ApplicationScoped
public class ControlRoomLive implements ControlPage {

    private static final Duration SAMPLES_EVERY = Duration.ofSeconds(2);

    private final ControlRoomAssembler controlRoomAssembler;
    private final LogLines lines;

    ControlRoomLive(ControlRoomAssembler controlRoomAssembler, LogLines lines) {
        this.controlRoomAssembler = controlRoomAssembler;
        this.lines = lines;
    }

    @Override
    public String name() {
        return "control-room";
    }

    /** Samples of probes come without an entry in the journal. */
    @Override
    public Duration refreshInterval(Exercise exercise) {
        return exercise.plan().probes().isEmpty() ? null : SAMPLES_EVERY;
    }

    @Override
    public String line(Exercise exercise, JournalEntry entry) {
        LogLine line = lines.of(exercise, entry);
        return line == null ? null : Templates.controlRoom$line(line).render();
    }

    @Override
    public Map<String, String> parts(Exercise exercise, Permissions may, Instant now) {
        ControlRoomView board = controlRoomAssembler.of(exercise);
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("outage", Templates.controlRoom$outage(board, may, true).render());
        parts.put("failed", Templates.controlRoom$failed(board, may, true).render());
        parts.put("axis", Templates.controlRoom$axis(board).render());
        parts.put("probes", Templates.controlRoom$probes(board).render());
        parts.put("numbers", Templates.controlRoom$numbers(board).render());
        parts.put("next", Templates.controlRoom$next(board, may, true).render());
        parts.put("active", Templates.controlRoom$active(board, may, true).render());
        return parts;
    }
}

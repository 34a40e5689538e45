package dev.blackstart.insight.assumption;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.figure.FigureTable.Cell;

/**
 * What an exercise showed of an assumption or a failure mode.
 *
 * @param outcome as control staff recorded it
 * @param note what was seen; null without one
 */
record Shown(Exercise exercise, String key, String outcome, String note, Instant at) {

    /** When it was shown: at the end of its exercise. */
    Instant endedAt() {
        return exercise.endedAt;
    }

    Cell name() {
        return FigureTable.cell(exercise.name, "/exercises/" + exercise.id + "/evaluation");
    }

    /** The newest with one of these outcomes; null without one. */
    static Shown last(List<Shown> all, List<String> outcomes) {
        return all.stream().filter(one -> outcomes.contains(one.outcome)).max(Comparator.comparing(Shown::endedAt))
                .orElse(null);
    }

    static Instant day(Shown shown) {
        return shown == null ? null : shown.endedAt();
    }
}

package dev.blackstart.conduct.controlroom;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.ClockHistory;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.probe.page.ProbeView;
import dev.blackstart.probe.page.ProbeViews;
import dev.blackstart.probe.sampling.Probe;
import dev.blackstart.probe.sampling.ProbeSeries;
import dev.blackstart.probe.sampling.ProbeState;

/** The probes of an exercise on the axis of its clock. */
@ApplicationScoped
class ProbeLanes {

    /** As many fit on a screen; those outside tolerance are shown first. */
    private static final int MOST = 12;

    private final ProbeViews views;
    private final ProbeSeries series;

    ProbeLanes(ProbeViews views, ProbeSeries series) {
        this.views = views;
        this.series = series;
    }

    /** @param more how many of them have no chart */
    public record Shown(List<ProbeLane> lanes, int more) {
    }

    Shown of(Exercise exercise, long seconds, Instant now) {
        if (exercise.plan().probes().isEmpty()) {
            return new Shown(List.of(), 0);
        }
        Map<String, Probe> measured = new HashMap<>();
        Probe.of(exercise.id).forEach(probe -> measured.put(probe.key, probe));
        ToLongFunction<Instant> clock = ClockHistory.positions(exercise, now);
        List<ProbeView> all = views.of(exercise);
        List<ProbeLane> lanes = all.stream()
                .sorted(Comparator.comparing(view -> !ProbeState.OUTSIDE.key().equals(view.state())))
                .limit(MOST).map(view -> ProbeLane.of(view,
                        measured.containsKey(view.key()) ? series.of(measured.get(view.key()), view.planned()) : List.of(),
                        clock, seconds))
                .toList();
        return new Shown(lanes, all.size() - lanes.size());
    }
}

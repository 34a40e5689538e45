package dev.blackstart.review;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.review.draft.Measurements.OfDrill;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.review.draft.ReportDraft.Fault;
import dev.blackstart.review.draft.ReportDraft.Line;
import dev.blackstart.review.draft.ReportDraft.Pause;
import dev.blackstart.review.draft.ReportWords;
import dev.blackstart.web.AxisPicture;
import dev.blackstart.web.AxisPicture.Stop;

/** Draws a report's time axis: what the journal's clock showed, so that pauses take nothing away. */
public final class ReportPicture {

    private ReportPicture() {
    }

    public static AxisPicture of(ReportDraft draft) {
        long end = ExerciseClock.micros(draft.exercise().clock());
        Map<String, List<Stop>> stops = new HashMap<>();
        draft.measurements().drills().forEach(drill -> stops.put(drill.drill(), stops(drill)));
        return AxisPicture.of(draft.timeline().stream().map(ReportPicture::item).toList(),
                draft.result().faults().stream()
                        .map(fault -> fault(fault, end, stops.getOrDefault(fault.drill(), List.of()))).toList(),
                draft.findings().stream().map(finding -> ExerciseClock.micros(finding.seen())).toList(),
                draft.pauses().stream().map(ReportPicture::pause).toList(), end, draft.exercise().isOver() ? null : end);
    }

    private static AxisPicture.Item item(Line line) {
        String look = switch (line.state()) {
            case "missed", "skipped", "held" -> line.state();
            default -> "done";
        };
        return new AxisPicture.Item(position(line.planned()), position(line.actual()), look,
                line.key() + ": " + ReportWords.brief(line.text()));
    }

    /** From when it was armed: nobody knows before it is confirmed whether something is broken. */
    private static AxisPicture.Fault fault(Fault fault, long now, List<Stop> stops) {
        Duration until = fault.reverted();
        return new AxisPicture.Fault(ExerciseClock.micros(fault.armed()), until == null ? now : ExerciseClock.micros(until),
                until == null, fault.title(), stops);
    }

    private static List<Stop> stops(OfDrill drill) {
        return drill.clocks().stream().filter(clock -> clock.at() != null)
                .map(clock -> new Stop(ExerciseClock.micros(clock.at()), clock.letter(), clock.clock())).toList();
    }

    private static AxisPicture.Pause pause(Pause pause) {
        long from = ExerciseClock.micros(pause.clock());
        return new AxisPicture.Pause(from, pause.clockAfter() == null ? from : ExerciseClock.micros(pause.clockAfter()),
                "stood " + ReportWords.length(pause.length()) + ", " + ReportWords.cause(pause));
    }

    private static Long position(Duration duration) {
        return duration == null ? null : ExerciseClock.micros(duration);
    }
}

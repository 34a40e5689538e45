package dev.blackstart.review.chapter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.blackstart.review.draft.Measurements.OfDrill;
import dev.blackstart.review.draft.ReportDraft.Expectation;
import dev.blackstart.review.draft.ReportDraft.Fault;
import dev.blackstart.review.draft.ReportResult.Measured;

/** What was measured against a target: how long faults stood, the clocks of drills, how long people took. */
public final class Clocks {

    private Clocks() {
    }

    /**
     * @param speed a rehearsal's time runs with its clock
     * @return what took too long first, then faults before drills' clocks before people, each in its own order.
     */
    public static List<Measured> of(List<Fault> faults, List<OfDrill> drills, List<Expectation> expectations, int speed) {
        List<Measured> all = new ArrayList<>();
        faults.stream().filter(fault -> fault.wasArmed() && fault.stood() != null && fault.maxDuration() != null)
                .forEach(fault -> all
                        .add(new Measured("fault", fault.title(), List.of(), fault.stood().multipliedBy(speed),
                                fault.maxDuration(),
                                fault.overdue())));
        for (OfDrill drill : drills) {
            drill.clocks().stream().filter(clock -> clock.target() != null && (clock.over() || clock.isMet()))
                    .forEach(clock -> all.add(new Measured(clock.clock(), drill.title(), List.of(),
                            clock.at() == null ? null : clock.length(), clock.target(), clock.over())));
        }
        expectations.stream().filter(one -> one.deadline() != null && isJudged(one)).forEach(one -> all.add(new Measured(
                "expectation", one.text(), one.of(), one.took(), one.within(), !one.result().equals("met"))));
        all.sort(Comparator.comparing(Measured::over).reversed());
        return List.copyOf(all);
    }

    private static boolean isJudged(Expectation one) {
        return List.of("met", "late", "missed").contains(one.result());
    }
}

package dev.blackstart.insight.assumption;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.blackstart.catalogue.FailureMode;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;

/** Every failure mode that a plan imagines, designed against observed; what was never observed first. */
final class FailureModeRegister {

    /** Whether the design was seen at work; what did not happen says nothing about it. */
    private static final List<String> SEEN = List.of("as-designed", "otherwise", "prevented");

    private FailureModeRegister() {
    }

    private record Line(PlanDocument plan, FailureMode mode, Shown last) {

        Instant since() {
            return last == null ? Instant.EPOCH : last.endedAt();
        }
    }

    static Figure figure(List<PlanDocument> plans, Map<String, List<Shown>> observed) {
        FigureTable.Builder table = FigureTable.columns("mode=Failure mode", "plan=Plan", "team=Team", "designed=Designed",
                "prevention=Prevention", "detection=Detection", "state=Observed", "last=Last observed", "exercise=By",
                "note=What was observed");
        plans.stream().flatMap(plan -> plan.scenario().failureModes().stream().map(one -> new Line(plan, one, Shown
                .last(observed.getOrDefault(AssumptionTopic.name(plan.key(), one.key()), List.of()), SEEN))))
                .sorted(Comparator.comparing(Line::since).thenComparing(line -> line.plan().key())
                        .thenComparing(line -> line.mode().key()))
                .forEach(line -> row(table, line));
        FigureTable.Builder behind = FigureTable.columns("at=Ended", "exercise=Exercise", "mode=Failure mode",
                "outcome=Outcome", "note=What was observed");
        observed.values().stream().flatMap(List::stream).sorted(Comparator.comparing(Shown::endedAt).reversed())
                .forEach(one -> behind.row(one.endedAt(), one.name(), one.key(), one.outcome().replace('-', ' '), one.note()));
        return new Figure("failure-modes", "Failure modes, designed against observed", new Definition(
                "Every failure mode of the newest revision of each plan that you may read: what was designed, and the last exercise"
                        + " in which it was observed (as designed or otherwise) or prevented. What was never seen comes first.",
                "a failure mode did not happen in an exercise: that says nothing about its design, and it stays never observed."),
                null, table.build(), behind.build(), null);
    }

    private static void row(FigureTable.Builder table, Line line) {
        Shown last = line.last();
        table.row(line.mode().text(), FigureTable.cell(line.plan().name(), "/plans/" + line.plan().key()), line.plan().team(),
                line.mode().designed(), line.mode().prevention(), line.mode().detection(),
                last == null ? "never observed" : last.outcome().replace('-', ' '), Shown.day(last),
                last == null ? null : last.name(), last == null ? null : last.note());
    }
}

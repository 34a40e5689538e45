package dev.blackstart.insight.assumption;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanDocument.Assumption;
import dev.blackstart.evaluation.assumption.AssumptionCheck;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;

/** Every assumption with when it was last shown true or false; what was never tested first. */
final class AssumptionRegister {

    private static final List<String> HELD = List.of(AssumptionCheck.HELD);
    private static final List<String> REFUTED = List.of(AssumptionCheck.DID_NOT_HOLD);
    private static final List<String> TESTED = List.of(AssumptionCheck.HELD, AssumptionCheck.DID_NOT_HOLD);

    private AssumptionRegister() {
    }

    private record Line(PlanDocument plan, Assumption assumption, List<Shown> shown) {

        Shown last() {
            return Shown.last(shown, TESTED);
        }

        /** What was never tested comes first, then what was refuted, then what was tested longest ago. */
        int rank() {
            Shown last = last();
            if (last == null) {
                return 0;
            }
            return HELD.contains(last.outcome()) ? 2 : 1;
        }

        Instant since() {
            return last() == null ? Instant.EPOCH : last().endedAt();
        }
    }

    static Figure figure(List<PlanDocument> plans, Map<String, List<Shown>> checks) {
        FigureTable.Builder table = FigureTable.columns("assumption=Assumption", "plan=Plan", "team=Team", "state=Shown",
                "lastHeld=Last held", "lastDidNotHold=Last did not hold", "exercise=By", "note=What showed it");
        plans.stream().flatMap(plan -> plan.scenario().assumptions().stream().map(one -> new Line(plan, one,
                checks.getOrDefault(AssumptionTopic.name(plan.key(), one.key()), List.of()))))
                .sorted(Comparator.comparingInt(Line::rank).thenComparing(Line::since)
                        .thenComparing(line -> line.plan().key()).thenComparing(line -> line.assumption().key()))
                .forEach(line -> row(table, line));
        FigureTable.Builder behind = FigureTable.columns("at=Ended", "exercise=Exercise", "assumption=Assumption",
                "outcome=Outcome", "note=What showed it");
        checks.values().stream().flatMap(List::stream).sorted(Comparator.comparing(Shown::endedAt).reversed())
                .forEach(one -> behind.row(one.endedAt(), one.name(), one.key(), one.outcome().replace('-', ' '), one.note()));
        return new Figure("assumptions", "Assumptions", new Definition(
                "Every assumption of the newest revision of each plan that you may read, with the last exercise in which control"
                        + " staff recorded that it held or did not hold. What was never tested comes first, then what did not hold.",
                "a plan that reworded an assumption under the same key keeps its history, and one with a new key has none. An"
                        + " assumption that held once may have changed since."),
                null, table.build(), behind.build(), null);
    }

    private static void row(FigureTable.Builder table, Line line) {
        Shown last = line.last();
        table.row(line.assumption().text(), FigureTable.cell(line.plan().name(), "/plans/" + line.plan().key()),
                line.plan().team(), last == null ? "never tested" : last.outcome().replace('-', ' '),
                Shown.day(Shown.last(line.shown(), HELD)), Shown.day(Shown.last(line.shown(), REFUTED)),
                last == null ? null : last.name(), last == null ? null : last.note());
    }
}

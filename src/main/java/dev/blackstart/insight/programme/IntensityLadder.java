package dev.blackstart.insight.programme;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import dev.blackstart.drills.DrillResult;
import dev.blackstart.insight.coverage.SystemCoverage;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.reading.DrillRun;

/** For each team and system the highest intensity that it has proven, and the next step. */
final class IntensityLadder {

    private static final int LOWEST = 1;
    private static final int HIGHEST = 5;

    private IntensityLadder() {
    }

    /** @param runs in the order of their time */
    record Step(Integer proven, DrillRun last, int next, String why) {

        static Step of(List<DrillRun> runs) {
            DrillRun proof = runs.stream().filter(Step::proves).max(Comparator.comparingInt(Step::intensity)
                    .thenComparing(DrillRun::at)).orElse(null);
            DrillRun last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last == null) {
                return new Step(null, null, LOWEST, "never drilled: begin with a talk");
            }
            Integer proven = proof == null ? null : intensity(proof);
            if (last.result() == DrillResult.FAILED) {
                return new Step(proven, last, intensity(last), "the newest one failed: repeat this step");
            }
            if (proven == null) {
                return new Step(null, last, intensity(last), "nothing was passed yet: repeat this step");
            }
            return proven == HIGHEST ? new Step(proven, last, HIGHEST, "the highest step is proven: keep it fresh")
                    : new Step(proven, last, proven + 1, "one step above the highest that was passed");
        }

        /** A talk proves that it was talked through. */
        private static boolean proves(DrillRun run) {
            return run.isTalk() || run.result() == DrillResult.PASSED;
        }

        private static int intensity(DrillRun run) {
            return run.plan().intensity();
        }
    }

    /** @param systems keys of the directory @param teams names by key */
    static Figure figure(List<DrillRun> ever, List<String> systems, Map<String, String> teams) {
        FigureTable.Builder table = FigureTable.columns("what=Of", "name=Name", "proven#=Proven", "last=Newest drill",
                "result=Result", "next#=Next step", "why=Why");
        Map<String, List<DrillRun>> byTeam = new TreeMap<>(ever.stream().collect(Collectors.groupingBy(
                run -> run.plan().team())));
        teams.keySet().forEach(team -> byTeam.putIfAbsent(team, List.of()));
        byTeam.forEach((team, runs) -> row(table, "team", teams.getOrDefault(team, team), Step.of(runs)));
        SystemCoverage.bySystem(ever, systems).forEach((system, runs) -> row(table, "system", system, Step.of(runs)));
        return new Figure("ladder", "Next step of intensity", new Definition(
                "The highest intensity (1, a talk, to 5, a region for real) that a team or system has passed, and the next step: one"
                        + " above it, the same again after a failure, a talk where there was none.",
                "intensity is what each plan says of itself. Safety and approvals decide whether a step is taken."),
                null, table.build(), FigureTable.NONE, null);
    }

    private static void row(FigureTable.Builder table, String what, String name, Step step) {
        table.row(what, name, step.proven(), step.last() == null ? null : step.last().at(), step.last() == null ? null
                : FigureTable.cell(SystemCoverage.result(step.last()), step.last().href()), step.next(), step.why());
    }
}

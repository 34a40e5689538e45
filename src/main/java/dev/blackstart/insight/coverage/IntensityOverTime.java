package dev.blackstart.insight.coverage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.blackstart.drills.DrillResult;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.DotPlot;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.reading.DrillRun;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.Quarter;
import dev.blackstart.problem.Choice;
import dev.blackstart.web.Texts;

/** Whether exercises grow in intensity, from a talk (1) to a region for real (5). */
final class IntensityOverTime {

    private static final int HIGHEST = 5;

    private IntensityOverTime() {
    }

    static Figure figure(List<DrillRun> inTime, InsightFilter filter) {
        FigureTable.Builder table = FigureTable.columns("quarter=Quarter", "n#=Drills", "median#=Median", "one#=1", "two#=2",
                "three#=3", "four#=4", "five#=5", "passedAt#=Highest passed");
        Map<String, Double> medians = new HashMap<>();
        for (Quarter quarter : filter.quarters()) {
            List<DrillRun> here = inTime.stream().filter(run -> Quarter.of(run.at()).equals(quarter)).toList();
            if (here.isEmpty()) {
                continue;
            }
            List<Integer> sorted = here.stream().map(run -> run.plan().intensity()).sorted().toList();
            double median = (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2.0;
            medians.put(quarter + "/0", median);
            List<Object> cells = new ArrayList<>(List.of(quarter.toString(), here.size(), median));
            for (int intensity = 1; intensity <= HIGHEST; intensity++) {
                int wanted = intensity;
                cells.add(sorted.stream().filter(one -> one == wanted).count());
            }
            cells.add(here.stream().filter(run -> run.result() == DrillResult.PASSED).map(run -> run.plan().intensity())
                    .max(Integer::compare).orElse(null));
            table.row(cells.toArray());
        }
        List<DotPlot.Level> levels = new ArrayList<>();
        for (int intensity = 1; intensity <= HIGHEST; intensity++) {
            levels.add(new DotPlot.Level(intensity, String.valueOf(intensity)));
        }
        List<DotPlot.Dot> dots = inTime.stream().map(run -> new DotPlot.Dot(Quarter.of(run.at()).toString(), 0,
                run.plan().intensity(), false, run.name() + ": intensity " + run.plan().intensity())).toList();
        FigureTable.Builder behind = FigureTable.columns("at=When", "drill=Drill", "intensity#=Intensity",
                "environment=Environment", "result=Result");
        inTime.stream().sorted(Comparator.comparing(DrillRun::at).reversed())
                .forEach(run -> behind.row(run.at(), FigureTable.cell(run.name(), run.href()), run.plan().intensity(),
                        Choice.key(run.environment()), SystemCoverage.result(run)));
        return new Figure("intensity", "Intensity over time", new Definition(
                "Each drill by the intensity of its plan, from 1 (a talk) to 5 (a region, for real). The line is the median.",
                "intensity is what the plan says of itself. A higher one is no aim in itself: a drill that is passed again and again"
                        + " is ready for the next step, one that fails is not."),
                dots.isEmpty() ? null
                        : DotPlot.of("Intensity of %s by quarter. The table below says the same.".formatted(
                                Texts.count(dots.size(), "drill")),
                                filter.quarters().stream().map(Quarter::toString).toList(), dots,
                                new DotPlot.Axis(levels, value -> (value - 1) / (HIGHEST - 1), medians), List.of("drills")),
                table.build(), behind.build(), null);
    }
}

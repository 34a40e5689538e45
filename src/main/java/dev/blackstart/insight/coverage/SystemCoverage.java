package dev.blackstart.insight.coverage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.blackstart.drills.DrillResult;
import dev.blackstart.followup.defect.Defect.Principle;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.figure.FigureTable.Cell;
import dev.blackstart.insight.figure.Plot;
import dev.blackstart.insight.figure.Shape.Mark;
import dev.blackstart.insight.figure.TimeRows;
import dev.blackstart.insight.reading.DrillRun;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.problem.Choice;

/** Systems, kinds of disaster and the four principles: what was drilled when, with which result, and what never. */
public final class SystemCoverage {

    private static final int MOST_DRAWN = 40;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

    private static final String MISLEADS = "a drill in development counts like one in production: see the recovery evidence. A system"
            + " that is in no plan and not in the directory is missing here. “Never” means: in no exercise that you may read.";

    private SystemCoverage() {
    }

    /** By system, in the order of the alphabet; those of the directory that were never drilled have no runs. */
    public static Map<String, List<DrillRun>> bySystem(List<DrillRun> runs, List<String> directory) {
        Map<String, List<DrillRun>> systems = new TreeMap<>();
        directory.forEach(system -> systems.put(system, new ArrayList<>()));
        runs.forEach(run -> run.targets()
                .forEach(system -> systems.computeIfAbsent(system, key -> new ArrayList<>()).add(run)));
        return systems;
    }

    static Figure overTime(Map<String, List<DrillRun>> systems, InsightFilter filter) {
        FigureTable.Builder table = FigureTable.columns("system=System", "kind=Kind of disaster", "drills#=Drills in the time",
                "last=Last drilled", "result=Result", "notBroken=Not broken", "known=Not without knowing",
                "notLong=Not for long",
                "notTwice=Not twice");
        List<TimeRows.Row> rows = new ArrayList<>();
        systems.forEach((system, runs) -> {
            if (runs.isEmpty()) {
                table.row(system, "any", 0, FigureTable.cell("never", null, null), null, null, null, null, null);
            }
            new TreeMap<>(runs.stream().collect(Collectors.groupingBy(DrillRun::kind))).forEach((kind, of) -> {
                DrillRun last = of.get(of.size() - 1);
                table.row(system, kind, of.stream().filter(run -> filter.holds(run.at())).count(), last.at(),
                        FigureTable.cell(result(last), last.href()), shown(of, Principle.NOT_BROKEN),
                        shown(of, Principle.KNOWN), shown(of, Principle.NOT_LONG), shown(of, Principle.NOT_TWICE));
            });
            rows.add(new TimeRows.Row(system, remark(runs), runs.stream().map(SystemCoverage::event).toList()));
        });
        FigureTable built = table.build();
        return new Figure("systems", "What was drilled when", new Definition(
                "Each system of the directory and of past plans. A mark is a drill. The table has the newest result for each kind of"
                        + " disaster, and the newest drill that says something about each principle: the hypothesis held (not broken),"
                        + " detected in time (not without knowing), recovered in time (not for long), a retest passed (not twice).",
                MISLEADS),
                built.isEmpty() ? null
                        : TimeRows.of("Drills by system on a time axis. The table below says the same.", filter.since(),
                                filter.until(), rows.subList(0, Math.min(rows.size(), MOST_DRAWN)),
                                List.of(Plot.Key.mark(Mark.DOT, "series-1", "passed"),
                                        Plot.Key.mark(Mark.CROSS, "ink", "failed"),
                                        Plot.Key.mark(Mark.RING, "ink", "inconclusive, or not judged"),
                                        Plot.Key.mark(Mark.DIAMOND, "series-2", "talked through"))),
                built, behind(systems, filter), null);
    }

    static Figure matrix(Map<String, List<DrillRun>> systems) {
        TreeSet<String> kinds = systems.values().stream().flatMap(List::stream).map(DrillRun::kind)
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> columns = new ArrayList<>(List.of("system=System"));
        kinds.forEach(kind -> columns.add(kind + "=" + kind));
        FigureTable.Builder table = FigureTable.columns(columns.toArray(String[]::new));
        systems.forEach((system, runs) -> {
            List<Object> cells = new ArrayList<>(List.of(system));
            for (String kind : kinds) {
                DrillRun last = runs.stream().filter(run -> run.kind().equals(kind)).reduce((older, newer) -> newer)
                        .orElse(null);
                cells.add(last == null ? FigureTable.cell("never", null, null)
                        : FigureTable.cell(result(last) + ", " + day(last.at()), last.href()));
            }
            table.row(cells.toArray());
        });
        return new Figure("kinds", "Systems and kinds of disaster", new Definition(
                "The newest result of each system for each kind of disaster that was drilled anywhere. “Never” is a gap.",
                "every gap looks like a task: not every kind of disaster can happen to every system."),
                null, kinds.isEmpty() ? FigureTable.NONE : table.build(), FigureTable.NONE, null);
    }

    private static TimeRows.Event event(DrillRun run) {
        Mark mark = run.isTalk() ? Mark.DIAMOND
                : run.result() == DrillResult.PASSED ? Mark.DOT : run.result() == DrillResult.FAILED ? Mark.CROSS : Mark.RING;
        return new TimeRows.Event(run.at(), mark, mark == Mark.DOT ? "series-1" : mark == Mark.DIAMOND ? "series-2" : "ink",
                run.name() + ": " + result(run) + ", " + day(run.at()));
    }

    private static String remark(List<DrillRun> runs) {
        if (runs.isEmpty()) {
            return "never drilled";
        }
        DrillRun last = runs.get(runs.size() - 1);
        return result(last) + ", " + day(last.at());
    }

    public static String result(DrillRun run) {
        if (run.isTalk()) {
            return "talked through";
        }
        return run.result() == null ? "not judged" : Choice.key(run.result());
    }

    private static Cell shown(List<DrillRun> runs, Principle principle) {
        for (int i = runs.size() - 1; i >= 0; i--) {
            PrincipleShown shown = PrincipleShown.of(runs.get(i), principle);
            if (shown != null) {
                return FigureTable.cell(shown.word() + ", " + day(runs.get(i).at()), shown.word(), runs.get(i).href());
            }
        }
        return FigureTable.cell("never", null, null);
    }

    private static String day(Instant at) {
        return DAY.format(at.atZone(ZoneOffset.UTC));
    }

    private static FigureTable behind(Map<String, List<DrillRun>> systems, InsightFilter filter) {
        FigureTable.Builder behind = FigureTable.columns("at=When", "drill=Drill", "system=System", "kind=Kind of disaster",
                "environment=Environment", "intensity#=Intensity", "result=Result");
        systems.forEach((system, runs) -> runs.stream().filter(run -> filter.holds(run.at()))
                .forEach(run -> behind.row(run.at(), FigureTable.cell(run.name(), run.href()), system, run.kind(),
                        Choice.key(run.environment()), run.plan().intensity(), result(run))));
        return behind.build();
    }
}

package dev.blackstart.insight.programme;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import dev.blackstart.insight.coverage.SystemCoverage;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.figure.FigureTable.Cell;
import dev.blackstart.insight.programme.ComingExercises.Coming;
import dev.blackstart.insight.reading.DrillRun;
import dev.blackstart.insight.reading.Quarter;

/** The coverage plan of a year: by system and kind of disaster what was drilled, what is scheduled and what is missing. */
final class YearCoverage {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
    private static final int QUARTERS = 4;
    private static final String NO_KIND = "any";

    private YearCoverage() {
    }

    /** What happens to a system by one kind of disaster. */
    private record Line(String system, String kind, List<DrillRun> drilled, List<Coming> coming) {

        String state() {
            if (!drilled.isEmpty()) {
                return "drilled";
            }
            return coming.isEmpty() ? "missing" : "scheduled";
        }

        int rank() {
            return List.of("missing", "scheduled", "drilled").indexOf(state());
        }
    }

    /** @param systems keys of the directory */
    static Figure figure(int year, List<String> systems, List<DrillRun> ever, List<Coming> coming) {
        List<Quarter> quarters = IntStream.rangeClosed(1, QUARTERS).mapToObj(number -> new Quarter(year, number)).toList();
        Map<String, Line> lines = new TreeMap<>();
        ever.forEach(run -> run.targets().forEach(system -> {
            Line line = line(lines, system, run.kind());
            if (run.at().atZone(ZoneOffset.UTC).getYear() == year) {
                line.drilled().add(run);
            }
        }));
        coming.stream().filter(one -> one.at() == null || one.at().atZone(ZoneOffset.UTC).getYear() == year)
                .forEach(one -> one.plan().drills().forEach(drill -> drill.targets().forEach(
                        system -> line(lines, system, drill.kind() == null ? "custom" : drill.kind()).coming().add(one))));
        systems.stream().filter(system -> lines.values().stream().noneMatch(line -> line.system().equals(system)))
                .forEach(system -> line(lines, system, NO_KIND));
        FigureTable.Builder table = FigureTable.columns("system=System", "kind=Kind of disaster", "state=In " + year,
                "q1=Q1", "q2=Q2", "q3=Q3", "q4=Q4", "undated=No date yet");
        lines.values().stream().sorted(Comparator.comparingInt(Line::rank).thenComparing(Line::system)
                .thenComparing(Line::kind)).forEach(line -> row(table, line, quarters));
        return new Figure("year", "Coverage of " + year, new Definition(
                "Systems of the directory, of past exercises and of those that are scheduled, by kind of disaster: what was drilled in"
                        + " each quarter, what is scheduled, and what is missing in the year of the last day above. It counts"
                        + " exercises that you see as control staff do.",
                "every gap looks like a task: not every kind of disaster can happen to every system."),
                null, table.build(), FigureTable.NONE, null);
    }

    private static Line line(Map<String, Line> lines, String system, String kind) {
        return lines.computeIfAbsent(system + " " + kind,
                key -> new Line(system, kind, new ArrayList<>(), new ArrayList<>()));
    }

    private static void row(FigureTable.Builder table, Line line, List<Quarter> quarters) {
        List<Object> cells = new ArrayList<>(List.of(line.system(), line.kind(), line.state()));
        quarters.forEach(quarter -> cells.add(cell(line, quarter)));
        cells.add(line.coming().stream().filter(one -> one.at() == null).findFirst()
                .map(one -> FigureTable.cell(one.exercise().name, one.href())).orElse(FigureTable.cell("–", null, null)));
        table.row(cells.toArray());
    }

    private static Cell cell(Line line, Quarter quarter) {
        DrillRun last = line.drilled().stream().filter(run -> Quarter.of(run.at()).equals(quarter))
                .reduce((older, newer) -> newer).orElse(null);
        if (last != null) {
            return worded(SystemCoverage.result(last), last.at(), last.href());
        }
        return line.coming().stream().filter(one -> one.at() != null && Quarter.of(one.at()).equals(quarter))
                .min(Comparator.comparing(Coming::at)).map(one -> worded("scheduled", one.at(), one.href()))
                .orElse(FigureTable.cell("–", null, null));
    }

    private static Cell worded(String what, Instant at, String href) {
        String words = what + ", " + DAY.format(at.atZone(ZoneOffset.UTC));
        return FigureTable.cell(words, words, href);
    }
}

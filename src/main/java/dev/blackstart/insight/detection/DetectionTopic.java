package dev.blackstart.insight.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.drills.clock.DrillClock;
import dev.blackstart.insight.figure.BarRows;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.figure.Plot;
import dev.blackstart.insight.figure.Share;
import dev.blackstart.insight.reading.DrillRuns;
import dev.blackstart.insight.reading.Incidents;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.reading.InsightTopic;
import dev.blackstart.insight.reading.Quarter;
import dev.blackstart.problem.Choice;
import dev.blackstart.web.Texts;

/** Who or what noticed it first: monitoring, people, or customers. */
@ApplicationScoped
class DetectionTopic implements InsightTopic {

    private static final String NEVER = "never";
    private static final String UNKNOWN = "not stated";

    private final DrillRuns runs;
    private final Incidents incidents;

    DetectionTopic(DrillRuns runs, Incidents incidents) {
        this.runs = runs;
        this.incidents = incidents;
    }

    /** @param by alert, probe, person, never, … */
    private record Noticed(Instant at, String by, String name, String href) {
    }

    /** @param look of its bar */
    private record Way(String key, String title, String look) {
    }

    @Override
    public String key() {
        return "detection";
    }

    @Override
    public int position() {
        return 6;
    }

    @Override
    public String title() {
        return "Detection";
    }

    @Override
    public String question() {
        return "Does monitoring notice failures before people and customers do?";
    }

    @Override
    public List<Figure> figures(InsightReader reader, InsightFilter filter) {
        List<Noticed> drills = new ArrayList<>();
        runs.of(reader, filter).forEach(run -> run.clock(DrillClock.DETECTED).ifPresent(reading -> drills.add(new Noticed(
                run.at(), reading.isMarked() ? reading.counted().source().key() : NEVER, run.name(), run.href()))));
        List<Noticed> real = incidents.of(filter).stream().map(one -> new Noticed(one.began(),
                one.kindNow().detectedBy() == null ? UNKNOWN : Choice.key(one.kindNow().detectedBy()), one.title,
                Incidents.href(one))).toList();
        return List.of(
                figure("drills", "Faults of drills, by what detected them", "drill", List.of(new Way("alert", "Alert", "solid"),
                        new Way("probe", "Probe", "hatched"), new Way("person", "Person", "dotted"),
                        new Way(NEVER, "Never", "second")),
                        new Definition("Each injected fault by the first mark of its clock “detected”: an alert, a probe, or a"
                                + " person. “Never” was not detected by ENDEX.",
                                "people knew that an exercise was on: they look harder than usual. An alert that comes after"
                                        + " somebody has already marked it counts as a person's."),
                        drills, filter),
                figure("incidents", "Real incidents, by who detected them", "incident",
                        List.of(new Way("alert", "Alert", "solid"), new Way("internal", "Our people", "hatched"),
                                new Way("customer", "Customer", "second"), new Way("third-party", "Third party", "dotted"),
                                new Way(UNKNOWN, "Not stated", "empty")),
                        new Definition("Real incidents by what people stated as their detection.",
                                "it is filled in late or by habit. What customers noticed and nobody declared is not here."),
                        real, filter));
    }

    private static Figure figure(String key, String title, String one, List<Way> ways, Definition definition,
            List<Noticed> noticed, InsightFilter filter) {
        List<String> columns = new ArrayList<>(List.of("quarter=Quarter", "n#=n"));
        ways.forEach(way -> columns.add((way.key().equals(UNKNOWN) ? "notStated" : way.key()) + "#=" + way.title()));
        columns.add("byAlertShare#=Share by alert");
        FigureTable.Builder table = FigureTable.columns(columns.toArray(String[]::new));
        List<BarRows.Row> rows = new ArrayList<>();
        long longest = 1;
        for (Quarter quarter : filter.quarters()) {
            List<Noticed> here = noticed.stream().filter(each -> Quarter.of(each.at()).equals(quarter)).toList();
            if (here.isEmpty()) {
                continue;
            }
            List<Object> cells = new ArrayList<>(List.of(quarter.toString(), here.size()));
            List<BarRows.Part> parts = new ArrayList<>();
            for (Way way : ways) {
                long count = here.stream().filter(each -> each.by().equals(way.key())).count();
                cells.add(count);
                parts.add(new BarRows.Part(count, way.look(), String.valueOf(count), count + " " + way.title()));
            }
            Share share = Share.of(here.stream().filter(each -> each.by().equals("alert")).count(), here.size());
            cells.add(share.cell());
            table.row(cells.toArray());
            longest = Math.max(longest, here.size());
            rows.add(new BarRows.Row(quarter.toString(),
                    Texts.count(here.size(), one) + ", " + share + " by alert", parts, null));
        }
        FigureTable.Builder behind = FigureTable.columns("at=When", "what=What", "by=Detected by");
        noticed.stream().sorted(Comparator.comparing(Noticed::at).reversed())
                .forEach(each -> behind.row(each.at(), FigureTable.cell(each.name(), each.href()), each.by()));
        return new Figure(key, title, definition,
                rows.isEmpty() ? null
                        : BarRows.of(title + ", by quarter. The table below says the same.", rows, longest,
                                ways.stream().map(way -> Plot.Key.bar(way.look(), way.title())).toList()),
                table.build(), behind.build(), null);
    }
}

package dev.blackstart.insight.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.drills.clock.DrillClock;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.DotPlot;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.metrics.Lengths.Length;
import dev.blackstart.insight.reading.DrillRun;
import dev.blackstart.insight.reading.DrillRuns;
import dev.blackstart.insight.reading.Incidents;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.reading.InsightTopic;
import dev.blackstart.insight.reading.Quarter;
import dev.blackstart.people.system.Incident;
import dev.blackstart.web.Texts;

/** The four clocks: dots with n and median, exercises and real incidents beside each other. */
@ApplicationScoped
class MetricsTopic implements InsightTopic {

    private static final List<DrillClock> SHOWN = List.of(DrillClock.DETECTED, DrillClock.ACKNOWLEDGED, DrillClock.MITIGATED,
            DrillClock.RECOVERED);
    private static final List<String> SERIES = List.of("exercises", "real incidents");

    private final DrillRuns runs;
    private final Incidents incidents;

    MetricsTopic(DrillRuns runs, Incidents incidents) {
        this.runs = runs;
        this.incidents = incidents;
    }

    /** One length, measured in an exercise (series 0) or in a real incident (1). @param target null without one */
    private record Observed(Instant at, int series, Duration length, boolean beyond, Duration target, Boolean missed,
            String name,
            String href, String systems) {

        Quarter quarter() {
            return Quarter.of(at);
        }

        String words() {
            return (beyond ? "> " : "") + Texts.brief(length);
        }
    }

    @Override
    public String key() {
        return "metrics";
    }

    @Override
    public int position() {
        return 1;
    }

    @Override
    public String title() {
        return "Times";
    }

    @Override
    public String question() {
        return "How long does it take us to detect, acknowledge, mitigate and recover?";
    }

    @Override
    public List<Figure> figures(InsightReader reader, InsightFilter filter) {
        List<DrillRun> drills = runs.of(reader, filter);
        List<Incident> real = incidents.of(filter);
        return SHOWN.stream().map(clock -> figure(clock, filter, observed(clock, drills, real))).toList();
    }

    private static List<Observed> observed(DrillClock clock, List<DrillRun> drills, List<Incident> real) {
        List<Observed> observed = new ArrayList<>();
        for (DrillRun run : drills) {
            run.clock(clock).ifPresent(reading -> observed.add(new Observed(run.at(), 0, reading.length(),
                    !reading.isMarked(), reading.target(), reading.target() == null ? null : reading.over(), run.name(),
                    run.href(), String.join(", ", run.targets()))));
        }
        for (Incident incident : real) {
            Duration length = Incidents.length(incident, clock);
            if (length != null) {
                observed.add(new Observed(incident.began(), 1, length, false, null, null, incident.title,
                        Incidents.href(incident), incident.about().isEmpty() ? "all" : String.join(", ", incident.about())));
            }
        }
        observed.sort(Comparator.comparing(Observed::at).reversed());
        return observed;
    }

    private static Figure figure(DrillClock clock, InsightFilter filter, List<Observed> observed) {
        Map<String, Double> medians = new HashMap<>();
        FigureTable.Builder table = FigureTable.columns("quarter=Quarter", "of=Of", "n#=n", "median#=Median",
                "longest#=Longest", "never#=Never came", "targetMissed#=Target missed", "withTarget#=With a target");
        for (Quarter quarter : filter.quarters()) {
            for (int series = 0; series < SERIES.size(); series++) {
                int wanted = series;
                List<Observed> here = observed.stream()
                        .filter(one -> one.series() == wanted && one.quarter().equals(quarter)).toList();
                if (here.isEmpty()) {
                    continue;
                }
                Lengths lengths = Lengths.of(here.stream().map(one -> new Length(one.length(), one.beyond())).toList());
                if (lengths.median() != null) {
                    medians.put(quarter + "/" + series, (double) lengths.median().toSeconds());
                }
                table.row(quarter.toString(), SERIES.get(series), lengths.count(),
                        FigureTable.cell(lengths.medianText(), lengths.median(), null),
                        here.stream().map(Observed::length).max(Duration::compareTo).orElse(null), lengths.beyond(),
                        series == 1 ? null : here.stream().filter(one -> Boolean.TRUE.equals(one.missed())).count(),
                        series == 1 ? null : here.stream().filter(one -> one.target() != null).count());
            }
        }
        List<DotPlot.Dot> dots = observed.stream().map(one -> new DotPlot.Dot(one.quarter().toString(), one.series(),
                Math.max(1, one.length().toSeconds()), one.beyond(), one.name() + ": " + one.words())).toList();
        String name = clock.longName() + " (" + clock.shortName() + ")";
        return new Figure(clock.shortName().toLowerCase(), name, definition(clock),
                dots.isEmpty() ? null
                        : DotPlot.of("%s by quarter: %s. The table below says the same.".formatted(name,
                                Texts.count(dots.size(), "measurement")),
                                filter.quarters().stream().map(Quarter::toString).toList(), dots,
                                LengthAxis.of(dots, medians), SERIES),
                table.build(), behind(observed), null);
    }

    private static Definition definition(DrillClock clock) {
        return new Definition(
                "From the injection of the fault, or the start of the incident, until it was %s. One dot is one drill or one"
                        .formatted(clock.key())
                        + " incident. The line is the median; there is no mean. The scale is logarithmic.",
                "quarters hold few dots: a median of three says little. Exercises are chosen and prepared, incidents are not, so"
                        + " the two are never one line. What was not %s by ENDEX is drawn as a triangle at that time: the true"
                                .formatted(clock.key())
                        + " length is longer.");
    }

    private static FigureTable behind(List<Observed> observed) {
        FigureTable.Builder behind = FigureTable.columns("at=When", "what=What", "of=Of", "systems=Systems", "length#=Length",
                "came=Came", "target#=Target");
        observed.forEach(one -> behind.row(one.at(), FigureTable.cell(one.name(), one.href()),
                one.series() == 0 ? "exercise" : "real incident", one.systems(),
                FigureTable.cell(one.words(), one.length(), null), !one.beyond(), one.target()));
        return behind.build();
    }
}

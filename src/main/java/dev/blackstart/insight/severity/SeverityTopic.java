package dev.blackstart.insight.severity;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.findings.Finding;
import dev.blackstart.insight.figure.BarRows;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.figure.Plot;
import dev.blackstart.insight.figure.Share;
import dev.blackstart.insight.reading.DrillRun;
import dev.blackstart.insight.reading.FollowupOf;
import dev.blackstart.insight.reading.FollowupOf.Followed;
import dev.blackstart.insight.reading.Incidents;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.reading.InsightTopic;
import dev.blackstart.insight.reading.Quarter;
import dev.blackstart.people.system.Incident;
import dev.blackstart.problem.Choice;
import dev.blackstart.web.Texts;

/** How severe what was reported is: findings of exercises and real incidents, each by itself. */
@ApplicationScoped
class SeverityTopic implements InsightTopic {

    private static final List<String> SEVERITIES = List.of("sev1", "sev2", "sev3", "sev4");
    private static final List<String> LOOKS = List.of("second", "dotted", "hatched", "solid");
    private static final int LONGEST = 200;

    private final FollowupOf followup;
    private final Incidents incidents;

    SeverityTopic(FollowupOf followup, Incidents incidents) {
        this.followup = followup;
        this.incidents = incidents;
    }

    /** @param severity null where nobody said it */
    private record Reported(Quarter quarter, String severity) {
    }

    @Override
    public String key() {
        return "severity";
    }

    @Override
    public int position() {
        return 5;
    }

    @Override
    public String title() {
        return "Severity";
    }

    @Override
    public String question() {
        return "Does the share of the worst shrink, and are small things reported?";
    }

    @Override
    public List<Figure> figures(InsightReader reader, InsightFilter filter) {
        Followed<Finding> findings = followup.findings(reader, filter);
        List<Incident> real = incidents.of(filter);
        return List.of(
                figure("findings", "Findings by severity", "report", new Definition(
                        "Findings that people logged in exercises, by the quarter in which they were seen and by the severity that"
                                + " triage gave them. The share of sev1 counts those with a severity. More low-severity reports are"
                                + " good news: people look, and dare to say it.",
                        "few exercises were held: the number of reports follows the number of exercises. A finding without a"
                                + " severity is in no share. Severity is a judgement, and judgements drift."),
                        findings.items().stream().map(one -> new Reported(Quarter.of(one.observedAt), one.severityNow()))
                                .toList(),
                        behind(findings), filter),
                figure("incidents", "Real incidents by severity", "incident", new Definition(
                        "Real incidents by the quarter in which they began. The share of sev1 shows whether the blast radius"
                                + " shrinks.",
                        "incidents are declared more readily than before: more of them with a lower share of sev1 is better than"
                                + " fewer and worse. Those without a severity are in no share."),
                        real.stream().map(one -> new Reported(Quarter.of(one.began()), one.kindNow().severity())).toList(),
                        behind(real), filter));
    }

    private static Figure figure(String key, String title, String one, Definition definition, List<Reported> reported,
            FigureTable behind, InsightFilter filter) {
        FigureTable.Builder table = FigureTable.columns("quarter=Quarter", "all#=All", "sev1#=sev1", "sev2#=sev2",
                "sev3#=sev3", "sev4#=sev4", "unknown#=Not stated", "sev1Share#=Share of sev1",
                "lowShare#=Share of sev3 and sev4");
        List<BarRows.Row> rows = new ArrayList<>();
        long longest = 1;
        for (Quarter quarter : filter.quarters()) {
            List<Reported> here = reported.stream().filter(report -> report.quarter().equals(quarter)).toList();
            if (here.isEmpty()) {
                continue;
            }
            List<Long> counts = SEVERITIES.stream()
                    .map(severity -> here.stream().filter(report -> severity.equals(report.severity())).count()).toList();
            long stated = here.stream().map(Reported::severity).filter(Objects::nonNull).count();
            Share worst = Share.of(counts.get(0), stated);
            table.row(quarter.toString(), here.size(), counts.get(0), counts.get(1), counts.get(2), counts.get(3),
                    here.size() - stated, worst.cell(), Share.of(counts.get(2) + counts.get(3), stated).cell());
            longest = Math.max(longest, here.size());
            List<BarRows.Part> parts = new ArrayList<>();
            for (int i = 0; i < SEVERITIES.size(); i++) {
                parts.add(new BarRows.Part(counts.get(i), LOOKS.get(i), String.valueOf(counts.get(i)),
                        counts.get(i) + " " + SEVERITIES.get(i)));
            }
            parts.add(new BarRows.Part(here.size() - stated, "empty", String.valueOf(here.size() - stated), "not stated"));
            rows.add(new BarRows.Row(quarter.toString(),
                    Texts.count(here.size(), one) + (worst.isKnown() ? ", " + worst + " sev1" : ""), parts, null));
        }
        List<Plot.Key> legend = new ArrayList<>();
        for (int i = 0; i < SEVERITIES.size(); i++) {
            legend.add(Plot.Key.bar(LOOKS.get(i), SEVERITIES.get(i)));
        }
        legend.add(Plot.Key.bar("empty", "not stated"));
        return new Figure(key, title, definition,
                rows.isEmpty() ? null
                        : BarRows.of(title + " and quarter. The table below says the same.", rows, longest, legend),
                table.build(), behind, null);
    }

    private static FigureTable behind(Followed<Finding> findings) {
        FigureTable.Builder behind = FigureTable.columns("at=Seen", "finding=Finding", "severity=Severity", "kind=Kind",
                "exercise=Exercise");
        findings.items().forEach(one -> {
            Exercise exercise = findings.exercise(one.exerciseId);
            behind.row(one.observedAt,
                    FigureTable.cell(Texts.cut(one.text, LONGEST), one.text,
                            "/exercises/" + one.exerciseId + "/findings/" + one.id),
                    one.severityNow(), one.kindNow(), FigureTable.cell(exercise.name, DrillRun.href(exercise)));
        });
        return behind.build();
    }

    private static FigureTable behind(List<Incident> real) {
        FigureTable.Builder behind = FigureTable.columns("at=Began", "incident=Incident", "severity=Severity",
                "systems=Systems", "origin=Fault origin");
        real.forEach(one -> behind.row(one.began(), FigureTable.cell(one.title, Incidents.href(one)), one.kindNow().severity(),
                one.about().isEmpty() ? "all" : String.join(", ", one.about()), Choice.key(one.kindNow().faultOrigin())));
        return behind.build();
    }
}

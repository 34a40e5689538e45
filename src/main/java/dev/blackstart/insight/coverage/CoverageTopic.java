package dev.blackstart.insight.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.reading.DrillRun;
import dev.blackstart.insight.reading.DrillRuns;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.reading.InsightTopic;
import dev.blackstart.insight.reading.OwnedSystems;
import dev.blackstart.people.system.SystemEntry;

/** What was drilled, how hard, and what was not. */
@ApplicationScoped
class CoverageTopic implements InsightTopic {

    private final DrillRuns runs;
    private final Suggestions suggestions;
    private final ServiceCoverage services;

    CoverageTopic(DrillRuns runs, Suggestions suggestions, ServiceCoverage services) {
        this.services = services;
        this.runs = runs;
        this.suggestions = suggestions;
    }

    @Override
    public String key() {
        return "coverage";
    }

    @Override
    public int position() {
        return 2;
    }

    @Override
    public String title() {
        return "Coverage";
    }

    @Override
    public String question() {
        return "What did we drill, when and with which result, and what never?";
    }

    @Override
    public List<Figure> figures(InsightReader reader, InsightFilter filter) {
        List<DrillRun> ever = runs.ever(reader, filter).stream().filter(run -> run.wasInjected() || run.isTalk()).toList();
        List<String> directory = OwnedSystems.of(filter.team()).stream().map((SystemEntry system) -> system.key).toList();
        Map<String, List<DrillRun>> systems = SystemCoverage.bySystem(ever, directory);
        List<Figure> figures = new ArrayList<>();
        if (reader.master()) {
            figures.add(suggestions.figure(reader, filter, ever));
        }
        figures.add(SystemCoverage.overTime(systems, filter));
        figures.add(SystemCoverage.matrix(systems));
        figures.add(services.figure(reader, filter, ever));
        figures.add(Combinations.figure(ever));
        figures.add(IntensityOverTime.figure(ever.stream().filter(run -> filter.holds(run.at())).toList(), filter));
        return figures;
    }
}

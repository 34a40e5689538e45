package dev.blackstart.insight.programme;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.insight.coverage.Combinations;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.programme.ComingExercises.Coming;
import dev.blackstart.insight.reading.DrillRun;
import dev.blackstart.insight.reading.DrillRuns;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.reading.InsightTopic;
import dev.blackstart.insight.reading.OwnedSystems;
import dev.blackstart.insight.reading.ReadableExercises;
import dev.blackstart.people.Team;

/** What to plan next. It knows what is scheduled, so it exists for masters and administrators alone. */
@ApplicationScoped
class ProgrammeTopic implements InsightTopic {

    private final DrillRuns runs;
    private final ReadableExercises exercises;
    private final ComingExercises coming;
    private final Clock clock;

    ProgrammeTopic(DrillRuns runs, ReadableExercises exercises, ComingExercises coming, Clock clock) {
        this.runs = runs;
        this.exercises = exercises;
        this.coming = coming;
        this.clock = clock;
    }

    @Override
    public String key() {
        return "programme";
    }

    @Override
    public int position() {
        return 10;
    }

    @Override
    public String title() {
        return "Programme";
    }

    @Override
    public String question() {
        return "What is drilled, scheduled and missing this year, whose turn is it, and what is the next step?";
    }

    @Override
    public boolean isFor(InsightReader reader) {
        return reader.master();
    }

    @Override
    public List<Figure> figures(InsightReader reader, InsightFilter filter) {
        Instant now = clock.instant();
        List<DrillRun> ever = runs.ever(reader, filter).stream().filter(run -> run.wasInjected() || run.isTalk()).toList();
        List<Coming> ahead = coming.of(reader, filter.team());
        List<String> systems = OwnedSystems.of(filter.team()).stream().map(system -> system.key).toList();
        Map<String, String> teams = Team.allByKey().stream()
                .filter(team -> filter.team() == null || filter.team().equals(team.key))
                .collect(Collectors.toMap(team -> team.key, team -> team.name));
        List<Exercise> over = exercises.of(reader, DrillRuns.EVER, filter.until());
        return List.of(YearCoverage.figure(filter.to().getYear(), systems, ever, ahead),
                TeamTurns.figure(over, coming.of(reader, null), now), IntensityLadder.figure(ever, systems, teams),
                Combinations.suggested(ever));
    }
}

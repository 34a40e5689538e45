package dev.blackstart.insight.programme;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.programme.ComingExercises.Coming;
import dev.blackstart.people.Team;
import dev.blackstart.web.Texts;

/** Whose turn it is to plan the next exercise: a rota, from which nothing follows about how good a team is. */
final class TeamTurns {

    private static final Duration YEAR = Duration.ofDays(365);

    private TeamTurns() {
    }

    private record Line(Team team, List<Exercise> owned, List<Coming> coming) {

        Instant last() {
            return owned.stream().map(exercise -> exercise.endedAt).max(Instant::compareTo).orElse(null);
        }

        /** Who has planned none comes first; who has one ahead comes last. */
        Instant since() {
            return last() == null ? Instant.EPOCH : last();
        }

        String why(Instant now) {
            if (!coming.isEmpty()) {
                return coming.size() == 1 ? "has one ahead already" : "has several ahead already";
            }
            return last() == null ? "has not planned one yet"
                    : "planned its last one "
                            + Texts.rough(Duration.between(last(), now)) + " ago, and has none ahead";
        }
    }

    /** @param over exercises that are over @param now what counts as the last year */
    static Figure figure(List<Exercise> over, List<Coming> coming, Instant now) {
        List<Line> lines = new ArrayList<>(Team.allByKey().stream().map(team -> new Line(team,
                over.stream().filter(exercise -> exercise.plan().team().equals(team.key)).toList(),
                coming.stream().filter(one -> one.plan().team().equals(team.key)).toList())).toList());
        lines.sort(Comparator.comparing((Line line) -> !line.coming().isEmpty()).thenComparing(Line::since)
                .thenComparing(line -> line.team().name));
        FigureTable.Builder table = FigureTable.columns("turn#=Turn", "team=Team", "why=Why", "last=Last one",
                "year#=In the last year", "ahead#=Ahead");
        int turn = 1;
        for (Line line : lines) {
            table.row(line.coming().isEmpty() ? turn++ : null, line.team().name, line.why(now), line.last(),
                    line.owned().stream().filter(exercise -> exercise.endedAt.isAfter(now.minus(YEAR))).count(),
                    line.coming().size());
        }
        return new Figure("turns", "Whose turn it is to plan the next exercise", new Definition(
                "Teams take turns: the team whose last exercise is longest ago comes next, a team that has one ahead waits. An exercise"
                        + " belongs to the team of its plan.",
                "a team has no system of its own, or has just been founded. It is a rota and says nothing about how good a team is."),
                null, table.build(), FigureTable.NONE, null);
    }
}

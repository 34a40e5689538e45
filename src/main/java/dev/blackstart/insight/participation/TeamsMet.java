package dev.blackstart.insight.participation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.insight.figure.BarRows;
import dev.blackstart.insight.figure.Definition;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.figure.FigureTable;
import dev.blackstart.insight.figure.Plot;
import dev.blackstart.people.Team;
import dev.blackstart.web.Texts;

/** Which teams took part in the same exercises; of teams, not of people, and in the order of the alphabet. */
final class TeamsMet {

    private static final int MOST_DRAWN = 20;

    private TeamsMet() {
    }

    private record Pair(String one, String other) {
    }

    static Figure figure(List<Exercise> exercises, Map<UUID, List<RosterEntry>> rosters, int group) {
        Map<Pair, List<Instant>> met = new HashMap<>();
        List<Team> teams = Team.allByKey();
        Set<String> people = new HashSet<>();
        Set<String> names = new HashSet<>();
        for (Exercise exercise : exercises) {
            Set<String> here = rosters.getOrDefault(exercise.id, List.of()).stream().map(entry -> entry.person)
                    .collect(Collectors.toSet());
            people.addAll(here);
            List<String> there = teams.stream().filter(team -> team.members.stream().anyMatch(here::contains))
                    .map(team -> team.name).sorted().toList();
            names.addAll(there);
            for (int i = 0; i < there.size(); i++) {
                for (String other : there.subList(i + 1, there.size())) {
                    met.computeIfAbsent(new Pair(there.get(i), other), pair -> new ArrayList<>()).add(exercise.endedAt);
                }
            }
        }
        boolean shown = people.size() >= group;
        FigureTable.Builder table = FigureTable.columns("team=Team", "other=and team", "exercises#=Exercises together",
                "last=Last");
        List<BarRows.Row> rows = new ArrayList<>();
        List<String> sorted = names.stream().sorted().toList();
        for (int i = 0; i < sorted.size() && shown; i++) {
            for (String other : sorted.subList(i + 1, sorted.size())) {
                List<Instant> times = met.getOrDefault(new Pair(sorted.get(i), other), List.of());
                table.row(sorted.get(i), other, times.size(), times.stream().max(Instant::compareTo).orElse(null));
                rows.add(new BarRows.Row(sorted.get(i) + " and " + other,
                        times.isEmpty() ? "never met" : Texts.count(times.size(), "exercise"),
                        List.of(new BarRows.Part(times.size(), "solid", String.valueOf(times.size()), null)), null));
            }
        }
        FigureTable built = table.build();
        return new Figure("met", "Which teams met", new Definition(
                "Pairs of teams, and in how many exercises members of both had a place on the roster. Teams that never took part are"
                        + " not listed. It is shown where at least %d people took part in all.".formatted(group),
                "somebody belongs to both teams, or changed teams since: the members of today are counted. Being in the same"
                        + " exercise is not yet working together."),
                built.isEmpty() ? null
                        : BarRows.of("Exercises in which two teams met. The table below says the same.",
                                rows.subList(0, Math.min(rows.size(), MOST_DRAWN)), Math.max(1, exercises.size()),
                                List.of(Plot.Key.bar("solid", "exercises together, of " + exercises.size()))),
                built, FigureTable.NONE, null);
    }
}

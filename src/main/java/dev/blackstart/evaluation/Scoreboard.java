package dev.blackstart.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.conduct.ItemState;
import dev.blackstart.conduct.TimelineItem;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.people.Addressees;
import dev.blackstart.people.Team;
import dev.blackstart.problem.Problem;

/**
 * What each team has earned: the points of its expectations that were met in time. It counts only what was asked for, so that
 * it
 * tells nothing of what is to come; what is asked of everyone is earned by each team that plays.
 */
public record Scoreboard(List<Score> scores, boolean over) {

    /** @param possible points of what has been asked for so far @param open points nobody has judged yet */
    public record Score(String team, String name, int points, int possible, int open, List<Line> lines) {
    }

    /** @param result met, late, missed, unjudged or open */
    public record Line(String item, String text, String result, int points, int earned) {
    }

    /** A team and those of it who play. */
    record Side(String key, String name, Set<String> players) {
    }

    /** @throws Problem 404 where there is none for this viewer: the roster sees the board of a game, after ENDEX */
    public static Scoreboard shown(Exercise exercise, ExerciseAccess sight) {
        if (!isShown(exercise, sight)) {
            throw Problem.notFound();
        }
        return of(TimelineItem.of(exercise.id), sides(exercise), sight.control(), exercise.state.hasEnded());
    }

    static boolean isShown(Exercise exercise, ExerciseAccess sight) {
        return sight.control()
                || exercise.state.hasEnded() && exercise.plan().type() == PlanDocument.Type.GAME && !sight.outOfPlay();
    }

    private static List<Side> sides(Exercise exercise) {
        Set<String> players = RosterEntry.of(exercise.id).stream().filter(entry -> entry.role == ExerciseRole.PLAYER)
                .map(entry -> entry.person).collect(Collectors.toSet());
        return Team.allByKey().stream().map(team -> new Side(team.key, team.name, team.members.stream()
                .filter(players::contains).collect(Collectors.toSet()))).filter(side -> !side.players().isEmpty()).toList();
    }

    /** @param withKeys items by the plan's keys; otherwise by the ids that players know */
    static Scoreboard of(List<TimelineItem> items, List<Side> sides, boolean withKeys, boolean over) {
        Map<String, List<Line>> earned = new LinkedHashMap<>();
        sides.forEach(side -> earned.put(side.key(), new ArrayList<>()));
        for (TimelineItem item : items) {
            if (item.releasedAt != null && item.body() instanceof Body.Expectation asked && asked.points() > 0) {
                Line line = line(item, asked, withKeys);
                sides.stream().filter(side -> isMeant(side, asked.of())).forEach(side -> earned.get(side.key()).add(line));
            }
        }
        return new Scoreboard(sides.stream().map(side -> score(side, earned.get(side.key())))
                .sorted(Comparator.comparing(Score::points).reversed().thenComparing(Score::name)).toList(), over);
    }

    private static Line line(TimelineItem item, Body.Expectation asked, boolean withKeys) {
        boolean met = item.isMetInTime();
        String result = item.state == ItemState.RELEASED ? "open"
                : met ? "met" : item.state == ItemState.COMPLETED ? "late" : item.state.key();
        return new Line(withKeys ? item.key : item.id.toString(), asked.text(), result, asked.points(),
                met ? asked.points() : 0);
    }

    private static boolean isMeant(Side side, List<String> of) {
        return of.isEmpty() || of.contains(Addressees.EVERYONE) || of.contains(side.key())
                || of.stream().anyMatch(side.players()::contains);
    }

    private static Score score(Side side, List<Line> lines) {
        return new Score(side.key(), side.name(), lines.stream().mapToInt(Line::earned).sum(),
                lines.stream().mapToInt(Line::points).sum(),
                lines.stream().filter(line -> line.result().equals("open")).mapToInt(Line::points).sum(), List.copyOf(lines));
    }

    /** Whether there is anything to earn. */
    public boolean hasPoints() {
        return scores.stream().anyMatch(score -> score.possible() > 0);
    }
}

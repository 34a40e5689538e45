package dev.blackstart.preparation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.preparation.checklist.PreparationItem;

/** How far one team has come with what it prepares for an exercise. */
public record TeamProgress(String team, int items, int done, int verified, int blocked, int overdue) {

    private record Entry(String team, String state, boolean toDo, boolean overdue) {
    }

    /** In the order in which the teams come. */
    public static List<TeamProgress> of(List<PreparationView> items) {
        return grouped(items.stream()
                .map(item -> new Entry(item.team(), item.state(), item.isToDo(), item.overdue())).toList());
    }

    /** For all control staff at once: where some of them do not know the start, what is overdue tells nothing of it. */
    public static List<TeamProgress> of(Exercise exercise, Instant now) {
        boolean dated = exercise.startsAt != null && exercise.plan().schedule().timeKnownTo().isEmpty();
        return grouped(PreparationItem.needed(exercise.id).stream().map(item -> new Entry(item.team, item.state.key(),
                item.state.isToDo(), item.isOverdue(dated ? item.dueAt : item.teamDueAt, now))).toList());
    }

    private static List<TeamProgress> grouped(List<Entry> items) {
        Map<String, List<Entry>> byTeam = items.stream()
                .collect(Collectors.groupingBy(Entry::team, LinkedHashMap::new, Collectors.toList()));
        return byTeam.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
    }

    private static TeamProgress of(String team, List<Entry> items) {
        return new TeamProgress(team, items.size(), (int) items.stream().filter(item -> !item.toDo()).count(),
                count(items, "verified"), count(items, "blocked"), (int) items.stream().filter(Entry::overdue).count());
    }

    private static int count(List<Entry> items, String state) {
        return (int) items.stream().filter(item -> item.state().equals(state)).count();
    }
}

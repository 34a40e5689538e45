package dev.blackstart.preparation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** How far one team has come with what it prepares for an exercise. */
public record TeamProgress(String team, int items, int done, int verified, int blocked, int overdue) {

    /** In the order in which the teams come. */
    public static List<TeamProgress> of(List<PreparationView> items) {
        Map<String, List<PreparationView>> byTeam = items.stream()
                .collect(Collectors.groupingBy(PreparationView::team, LinkedHashMap::new, Collectors.toList()));
        return byTeam.entrySet().stream().map(entry -> of(entry.getKey(), entry.getValue())).toList();
    }

    private static TeamProgress of(String team, List<PreparationView> items) {
        return new TeamProgress(team, items.size(), (int) items.stream().filter(item -> !item.isToDo()).count(),
                count(items, "verified"), count(items, "blocked"),
                (int) items.stream().filter(PreparationView::overdue).count());
    }

    private static int count(List<PreparationView> items, String state) {
        return (int) items.stream().filter(item -> item.state().equals(state)).count();
    }
}

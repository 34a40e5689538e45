package dev.blackstart.catalogue.rule;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Things that wait for each other. */
final class CycleFinder {

    private CycleFinder() {
    }

    /**
     * @param waits what each one waits for
     * @return each circle once, from its first member in the map's order
     */
    static List<List<String>> in(Map<String, Set<String>> waits) {
        Set<String> stuck = stuck(waits);
        Set<String> seen = new LinkedHashSet<>();
        List<List<String>> circles = new ArrayList<>();
        for (String start : stuck) {
            List<String> path = new ArrayList<>();
            String one = start;
            while (seen.add(one)) {
                path.add(one);
                one = waits.get(one).stream().filter(stuck::contains).findFirst().orElseThrow();
            }
            if (path.contains(one)) {
                circles.add(List.copyOf(path.subList(path.indexOf(one), path.size())));
            }
        }
        return circles;
    }

    /** What is left when everything that waits for nothing stuck is taken away, again and again (Kahn). */
    private static Set<String> stuck(Map<String, Set<String>> waits) {
        Map<String, Integer> open = new HashMap<>();
        Map<String, List<String>> waiters = new HashMap<>();
        waits.forEach((one, others) -> {
            open.put(one, (int) others.stream().filter(waits::containsKey).count());
            others.forEach(other -> waiters.computeIfAbsent(other, key -> new ArrayList<>()).add(one));
        });
        Set<String> stuck = new LinkedHashSet<>(waits.keySet());
        Deque<String> free = new ArrayDeque<>(waits.keySet().stream().filter(one -> open.get(one) == 0).toList());
        while (!free.isEmpty()) {
            String done = free.remove();
            stuck.remove(done);
            for (String waiter : waiters.getOrDefault(done, List.of())) {
                if (open.merge(waiter, -1, Integer::sum) == 0) {
                    free.add(waiter);
                }
            }
        }
        return stuck;
    }
}

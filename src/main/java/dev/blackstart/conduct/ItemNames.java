package dev.blackstart.conduct;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.people.Person;
import dev.blackstart.people.Team;
import dev.blackstart.planning.Exercise;

/** What the people, teams and items are called that items name by key; a key that is not known stands for itself. */
final class ItemNames {

    private static final int SHORT = 40;

    private final Map<String, String> people = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();

    private ItemNames() {
    }

    static ItemNames of(Collection<ItemView> items, Exercise exercise) {
        ItemNames names = new ItemNames();
        Set<String> keys = new HashSet<>();
        items.forEach(item -> keys.addAll(Body.stored(item.body()).audience()));
        if (!keys.isEmpty()) {
            Person.<Person> list("key in ?1", keys).forEach(person -> names.people.put(person.key, person.name));
            Team.<Team> list("key in ?1", keys).forEach(team -> names.people.put(team.key, team.name));
        }
        PlanDocument plan = exercise.plan();
        plan.timeline().forEach(entry -> names.titles.put(entry.key(), shortened(entry.body().inWords(plan))));
        items.forEach(item -> names.titles.put(item.key(), shortened(Body.stored(item.body()).inWords(plan))));
        return names;
    }

    String people(List<String> keys) {
        return keys.stream().map(key -> people.getOrDefault(key, key)).collect(Collectors.joining(", "));
    }

    String title(String key) {
        return "“" + titles.getOrDefault(key, key) + "”";
    }

    private static String shortened(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT - 1) + "…";
    }
}

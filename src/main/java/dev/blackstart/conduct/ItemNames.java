package dev.blackstart.conduct;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.Reality;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.people.Person;
import dev.blackstart.people.Team;

/** What the people, teams and items are called that items name by key; a key that is not known stands for itself. */
public final class ItemNames {

    private static final int SHORT = 40;

    private final Map<String, String> people = new HashMap<>();
    private final Map<String, String> titles = new HashMap<>();

    private PlanDocument plan;

    private ItemNames() {
    }

    static ItemNames of(Collection<ItemView> items, Exercise exercise) {
        ItemNames names = new ItemNames();
        Set<String> keys = new HashSet<>();
        items.forEach(item -> keys.addAll(keys(Body.stored(item.body()))));
        names.load(keys);
        PlanDocument plan = exercise.plan();
        names.plan = plan;
        plan.timeline().forEach(entry -> names.titles.put(entry.key(), shortened(entry.body().inWords(plan))));
        items.forEach(item -> names.titles.put(item.key(), shortened(Body.stored(item.body()).inWords(plan))));
        return names;
    }

    private static List<String> keys(Body body) {
        return body instanceof Body.Handover handover ? List.of(handover.from(), handover.to()) : body.audience();
    }

    String handover(Body.Handover handover) {
        return people(List.of(handover.from())) + " hands over to " + people(List.of(handover.to()));
    }

    String people(List<String> keys) {
        return keys.stream().map(key -> people.getOrDefault(key, key)).collect(Collectors.joining(", "));
    }

    /** Teams by name, people by key: it is written into the journal, which holds no names of people. */
    public static String audience(List<String> keys) {
        ItemNames names = new ItemNames();
        Team.<Team> list("key in ?1", Set.copyOf(keys)).forEach(team -> names.people.put(team.key, team.name));
        return names.people(keys);
    }

    private void load(Set<String> keys) {
        if (!keys.isEmpty()) {
            Person.<Person> list("key in ?1", keys).forEach(person -> people.put(person.key, person.name));
            Team.<Team> list("key in ?1", keys).forEach(team -> people.put(team.key, team.name));
        }
    }

    String title(String key) {
        return "“" + titles.getOrDefault(key, key) + "”";
    }

    /** What an item waits for where it follows a drill or a probe. */
    String reality(JsonNode condition) {
        return Reality.of(condition).inWords(plan);
    }

    private static String shortened(String text) {
        return text.length() <= SHORT ? text : text.substring(0, SHORT - 1) + "…";
    }
}

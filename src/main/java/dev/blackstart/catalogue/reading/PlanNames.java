package dev.blackstart.catalogue.reading;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.TimelineEntry;
import dev.blackstart.people.Addressees;
import dev.blackstart.people.Person;
import dev.blackstart.people.Team;
import dev.blackstart.people.system.SystemEntry;

/**
 * What the keys of one plan are called: its people and teams as the directory names them, its systems, drills, call trees and
 * items as the plan does. An unknown key stands for itself.
 */
public final class PlanNames {

    private static final int LONGEST = 80;
    private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final PlanDocument plan;
    private final Map<String, String> people;
    private final Map<String, String> teams;
    private final Map<String, String> systems = new HashMap<>();

    /** As the directory has them now. @param tree of the plan; each of its words may be a key */
    public static PlanNames of(PlanDocument plan, JsonNode tree) {
        Set<String> words = new HashSet<>();
        collect(tree, words);
        Map<String, String> people = new HashMap<>();
        Map<String, String> teams = new HashMap<>();
        Map<String, String> systems = new HashMap<>();
        if (!words.isEmpty()) {
            Person.<Person> list("key in ?1", words).forEach(person -> people.put(person.key, person.name));
            Team.<Team> list("key in ?1", words).forEach(team -> teams.put(team.key, team.name));
            SystemEntry.among(words).forEach(system -> systems.put(system.key, system.name));
        }
        return new PlanNames(plan, people, teams, systems);
    }

    private static void collect(JsonNode node, Set<String> words) {
        if (node.isTextual() && KEY.matcher(node.asText()).matches()) {
            words.add(node.asText());
        }
        node.forEach(child -> collect(child, words));
    }

    /** @param people names by key @param teams names by key @param systems names by key, of the directory */
    public PlanNames(PlanDocument plan, Map<String, String> people, Map<String, String> teams, Map<String, String> systems) {
        this.plan = plan;
        this.people = people;
        this.teams = teams;
        this.systems.putAll(systems);
        plan.systems().forEach(system -> this.systems.put(system.key(), system.name()));
    }

    public PlanDocument plan() {
        return plan;
    }

    public String person(String key) {
        return key == null ? null : people.getOrDefault(key, key);
    }

    public String team(String key) {
        return key == null ? null : teams.getOrDefault(key, key);
    }

    public String system(String key) {
        return systems.getOrDefault(key, key);
    }

    public String systems(Collection<String> keys) {
        return keys.stream().map(this::system).collect(Collectors.joining(", "));
    }

    /** Whom an item addresses: {@code everyone}, {@code team Storage}, {@code Pia}. */
    String addressees(List<String> keys) {
        return keys.stream().map(key -> key.equals(Addressees.EVERYONE) ? Addressees.EVERYONE
                : teams.containsKey(key) ? "team " + teams.get(key) : person(key)).collect(Collectors.joining(", "));
    }

    /** What an item is about, short enough to refer to it. */
    String item(String key) {
        TimelineEntry entry = plan.timeline().stream()
                .filter(one -> key.equals(one.key()) || one.forEach() != null && key.startsWith(one.key() + ".")).findFirst()
                .orElse(null);
        if (entry == null) {
            return key;
        }
        String team = key.equals(entry.key()) ? "" : " (team " + team(key.substring(entry.key().length() + 1)) + ")";
        return shortened(inWords(entry.body())) + team;
    }

    String inWords(Body body) {
        if (body instanceof Body.CallTree call) {
            return "Call tree: " + callTree(call.tree());
        }
        if (body instanceof Body.Handover handover) {
            return person(handover.from()) + " hands over to " + person(handover.to());
        }
        return body.inWords(plan);
    }

    /** Of a person, a team or a system; null for a word that is no known key. */
    String known(String word) {
        return people.containsKey(word) ? people.get(word)
                : teams.containsKey(word) ? teams.get(word) : systems.get(word);
    }

    String callTree(String key) {
        return plan.callTree(key).map(tree -> tree.message().line()).orElse(key);
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST - 1)) + "…";
    }
}

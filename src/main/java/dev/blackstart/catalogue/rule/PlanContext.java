package dev.blackstart.catalogue.rule;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.source.PlanNode;
import dev.blackstart.catalogue.source.Suggestion;
import dev.blackstart.people.Addressees;

/**
 * Who and what there is outside the plan, which it may name.
 *
 * @param people keys
 * @param teams members by team key
 * @param drivers those switched on
 * @param defects whether a latent defect is known to whoever imports, by reference or id
 * @param systems keys of the directory
 * @param probes why a probe cannot be measured here, a sentence each; empty where it can
 * @param alerts whether alerts are received here
 */
public record PlanContext(Set<String> people, Map<String, Set<String>> teams, Set<String> drivers, Predicate<String> defects,
        Set<String> systems, Function<JsonNode, List<String>> probes, boolean alerts) {

    /** Without a system of the directory. */
    public PlanContext(Set<String> people, Map<String, Set<String>> teams, Set<String> drivers, Predicate<String> defects) {
        this(people, teams, drivers, defects, Set.of());
    }

    /** Where everything can be observed. */
    public PlanContext(Set<String> people, Map<String, Set<String>> teams, Set<String> drivers, Predicate<String> defects,
            Set<String> systems) {
        this(people, teams, drivers, defects, systems, probe -> List.of(), true);
    }

    void person(PlanNode spot, Diagnostics remarks) {
        String key = spot.text();
        if (key == null || people.contains(key)) {
            return;
        }
        remarks.error(spot, teams.containsKey(key) ? "'%s' is a team; name a person.".formatted(key)
                : "Nobody has the key '%s'.%s".formatted(key, Suggestion.sentence(key, people)));
    }

    void team(PlanNode spot, Diagnostics remarks) {
        String key = spot.text();
        if (key == null || teams.containsKey(key)) {
            return;
        }
        remarks.error(spot, people.contains(key) ? "'%s' is a person; name a team.".formatted(key)
                : "There is no team '%s'.%s".formatted(key, Suggestion.sentence(key, teams.keySet())));
    }

    /** A person, a team or {@code everyone}; the keys of people and teams share one namespace. */
    void addressee(PlanNode spot, Diagnostics remarks) {
        String key = spot.text();
        if (key == null || key.equals(Addressees.EVERYONE)) {
            return;
        }
        if (people.contains(key) && teams.containsKey(key)) {
            remarks.error(spot, "'%s' is the key of a person and of a team; rename one of them.".formatted(key));
        } else if (!people.contains(key) && !teams.containsKey(key)) {
            Set<String> all = new LinkedHashSet<>(people);
            all.addAll(teams.keySet());
            all.add(Addressees.EVERYONE);
            remarks.error(spot, "Neither a person nor a team has the key '%s'.%s".formatted(key,
                    Suggestion.sentence(key, all)));
        }
    }
}

package dev.blackstart.people;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

/** Who there is: keys of people and teams, as plans and rosters refer to them. Needs a transaction or a request. */
@ApplicationScoped
public class Directory {

    public Set<String> people() {
        return keys(Person.allByKey().stream().map(person -> person.key).toList());
    }

    public Set<String> teams() {
        return keys(Team.allByKey().stream().map(team -> team.key).toList());
    }

    /** Names by person key; unknown keys stand for themselves. */
    public Map<String, String> names(Collection<String> personKeys) {
        Map<String, String> known = Person.<Person> list("key in ?1", Set.copyOf(personKeys)).stream()
                .collect(Collectors.toMap(person -> person.key, person -> person.name));
        return personKeys.stream().distinct()
                .collect(Collectors.toMap(key -> key, key -> known.getOrDefault(key, key)));
    }

    private static Set<String> keys(List<String> keys) {
        return new LinkedHashSet<>(keys);
    }
}

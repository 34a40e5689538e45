package dev.blackstart.people;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import io.quarkus.hibernate.orm.panache.Panache;

/** Who there is: keys of people and teams, as plans and rosters refer to them. Needs a transaction or a request. */
@ApplicationScoped
public class Directory {

    /** Everybody who has not left. */
    public Set<String> people() {
        return keys("select p.key from Person p where p.leftAt is null order by p.key");
    }

    public Set<String> teams() {
        return keys("select t.key from Team t order by t.key");
    }

    public Set<String> systems() {
        return keys("select s.key from SystemEntry s order by s.key");
    }

    /** Names by person key; unknown keys stand for themselves. */
    public Map<String, String> names(Collection<String> personKeys) {
        Map<String, String> known = Person.<Person> list("key in ?1", Set.copyOf(personKeys)).stream()
                .collect(Collectors.toMap(person -> person.key, person -> person.name));
        return personKeys.stream().distinct()
                .collect(Collectors.toMap(key -> key, key -> known.getOrDefault(key, key)));
    }

    /** Names by team key; unknown keys stand for themselves. */
    public Map<String, String> teamNames(Collection<String> teamKeys) {
        Map<String, String> known = Team.<Team> list("key in ?1", Set.copyOf(teamKeys)).stream()
                .collect(Collectors.toMap(team -> team.key, team -> team.name));
        return teamKeys.stream().distinct()
                .collect(Collectors.toMap(key -> key, key -> known.getOrDefault(key, key)));
    }

    private static Set<String> keys(String query) {
        return new LinkedHashSet<>(Panache.getEntityManager().createQuery(query, String.class).getResultList());
    }
}

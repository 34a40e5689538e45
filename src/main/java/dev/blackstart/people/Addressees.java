package dev.blackstart.people;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom the keys of a plan or a message mean: {@code everyone}, people, and teams, which stand for their members. */
public record Addressees(List<String> keys) {

    public static final String EVERYONE = "everyone";

    public boolean includeEveryone() {
        return keys.contains(EVERYONE);
    }

    /** Those of some people who are meant, in the order of these people. @param teams members by key */
    public Set<String> among(Collection<String> people, Map<String, ? extends Collection<String>> teams) {
        Set<String> meant = new LinkedHashSet<>(people);
        if (!includeEveryone()) {
            Set<String> named = new LinkedHashSet<>(keys);
            keys.stream().filter(teams::containsKey).forEach(team -> named.addAll(teams.get(team)));
            meant.retainAll(named);
        }
        return meant;
    }
}

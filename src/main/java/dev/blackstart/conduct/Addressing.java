package dev.blackstart.conduct;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.journal.Audience;
import dev.blackstart.people.Addressees;
import dev.blackstart.people.Team;

/** Who is meant by the keys of an item: {@code everyone}, people and teams, the latter being their members on the roster. */
public final class Addressing {

    private Addressing() {
    }

    /** One audience per key; everyone is the roster. */
    public static List<Audience> audiences(List<String> keys) {
        if (new Addressees(keys).includeEveryone()) {
            return List.of(Audience.ROSTER);
        }
        Set<String> teams = Team.allByKey().stream().map(team -> team.key).collect(Collectors.toSet());
        return keys.stream().distinct().map(key -> teams.contains(key) ? Audience.team(key) : Audience.person(key)).toList();
    }

    /** People on duty whom the keys mean, without those who are out of play. */
    public static Set<String> people(Exercise exercise, List<String> keys, long position) {
        Set<String> away = exercise.plan().outOfPlay().stream().map(one -> one.person()).collect(Collectors.toSet());
        Set<String> onDuty = RosterEntry.of(exercise.id).stream().filter(entry -> entry.isOnDuty(position))
                .map(entry -> entry.person).filter(person -> !away.contains(person))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Addressees(keys).among(onDuty,
                Team.allByKey().stream().collect(Collectors.toMap(team -> team.key, team -> team.members)));
    }
}

package dev.blackstart.insight.reading;

import java.util.List;

import dev.blackstart.people.Team;
import dev.blackstart.people.system.SystemEntry;

/** Systems of the directory that a team answers for: its own, and those of its members. */
public final class OwnedSystems {

    private OwnedSystems() {
    }

    /** By key. @param team null for all */
    public static List<SystemEntry> of(String team) {
        List<SystemEntry> all = SystemEntry.allByKey();
        if (team == null) {
            return all;
        }
        Team asked = Team.byKey(team);
        return all.stream().filter(system -> system.owner != null
                && (system.owner.equals(team) || asked != null && asked.members.contains(system.owner))).toList();
    }
}

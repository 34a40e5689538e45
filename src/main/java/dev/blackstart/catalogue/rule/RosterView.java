package dev.blackstart.catalogue.rule;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.source.PlanNode;
import dev.blackstart.people.Addressees;

/** A plan's roster as its rules need it: roles by person. */
record RosterView(Map<String, Set<String>> roles) {

    static RosterView of(PlanNode plan) {
        Map<String, Set<String>> roles = new LinkedHashMap<>();
        for (PlanNode seat : plan.each("roster")) {
            if (seat.text("person") != null && seat.text("role") != null) {
                roles.computeIfAbsent(seat.text("person"), key -> new LinkedHashSet<>()).add(seat.text("role"));
            }
        }
        return new RosterView(roles);
    }

    boolean has(String person) {
        return roles.containsKey(person);
    }

    boolean isPlayer(String person) {
        return roles.getOrDefault(person, Set.of()).contains("player");
    }

    boolean isTrustedAgent(String person) {
        return roles.getOrDefault(person, Set.of()).contains("trusted-agent");
    }

    boolean isControl(String person) {
        return roles.getOrDefault(person, Set.of()).stream().anyMatch(PlanDocument.CONTROL_STAFF::contains);
    }

    /** Those of the roster whom {@code everyone}, a person or a team means. */
    Set<String> meantBy(String addressee, PlanContext known) {
        return new Addressees(List.of(addressee)).among(roles.keySet(), known.teams());
    }

    /** Teams that play: a repeated item is made for each. */
    List<String> playingTeams(PlanContext known) {
        List<String> teams = new ArrayList<>();
        known.teams().forEach((team, members) -> {
            if (members.stream().anyMatch(this::isPlayer)) {
                teams.add(team);
            }
        });
        return teams;
    }

    /** Whether the shifts of two seats have a moment in common. */
    static boolean overlap(PlanNode one, PlanNode other) {
        return begins(one).compareTo(ends(other)) < 0 && begins(other).compareTo(ends(one)) < 0;
    }

    private static Duration begins(PlanNode seat) {
        Duration from = PlanTimes.of(seat.at("from"));
        return from == null ? Duration.ZERO : from;
    }

    private static Duration ends(PlanNode seat) {
        Duration until = PlanTimes.of(seat.at("until"));
        return until == null ? Duration.ofDays(36_600) : until;
    }
}

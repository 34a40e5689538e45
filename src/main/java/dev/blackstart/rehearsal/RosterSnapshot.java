package dev.blackstart.rehearsal;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import dev.blackstart.people.Addressees;

/**
 * Who plays, and when.
 *
 * @param teams members by key
 * @param away people out of play
 */
record RosterSnapshot(List<Seat> seats, Map<String, Set<String>> teams, Set<String> away) {

    /** @param from position on the clock, null from the beginning @param until exclusive, null for never */
    record Seat(String person, String role, Long from, Long until) {
        boolean isOnDuty(long position) {
            return (from == null || position >= from) && (until == null || position < until);
        }
    }

    /** Everybody on the roster whom keys mean, those out of play among them. */
    Set<String> meant(List<String> keys) {
        return new Addressees(keys).among(seats.stream().map(Seat::person).toList(), teams);
    }

    /** Of some people, those in play. */
    Set<String> inPlay(Set<String> people) {
        return people.stream().filter(person -> !away.contains(person)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    boolean isOnDuty(String person, long position) {
        return seats.stream().anyMatch(seat -> seat.person().equals(person) && seat.isOnDuty(position));
    }
}

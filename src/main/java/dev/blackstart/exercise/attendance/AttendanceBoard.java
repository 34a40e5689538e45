package dev.blackstart.exercise.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnore;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.people.Person;
import io.quarkus.qute.TemplateExtension;

/** Everybody on the roster: whether they are here, and which skills their seat needs that the directory does not know of. */
public record AttendanceBoard(List<Present> people) {

    /** @param at since when; null for somebody who is not here @param missing skills, as the gate names them */
    public record Present(String person, String name, List<String> roles, Instant at, String recordedBy,
            List<String> missing) {

        @JsonIgnore
        public boolean isHere() {
            return at != null;
        }
    }

    /** Those who are not here come first. In a transaction or a request. */
    public static AttendanceBoard of(Exercise exercise) {
        Map<String, List<RosterEntry>> seats = RosterEntry.of(exercise.id).stream()
                .collect(Collectors.groupingBy(entry -> entry.person, TreeMap::new, Collectors.toList()));
        Map<String, CheckIn> here = CheckIn.of(exercise.id).stream()
                .collect(Collectors.toMap(one -> one.person, Function.identity()));
        Map<String, Person> people = Person.<Person> list("key in ?1", seats.keySet()).stream()
                .collect(Collectors.toMap(person -> person.key, Function.identity()));
        PlanDocument plan = exercise.plan();
        return new AttendanceBoard(seats.entrySet().stream()
                .map(seat -> present(seat.getKey(), seat.getValue(), here.get(seat.getKey()), people.get(seat.getKey()), plan))
                .sorted((one, other) -> Boolean.compare(one.isHere(), other.isHere())).toList());
    }

    private static Present present(String key, List<RosterEntry> seats, CheckIn here, Person person, PlanDocument plan) {
        List<String> needed = plan.roster().stream().filter(seat -> key.equals(seat.person()))
                .flatMap(seat -> seat.skills().stream()).distinct().toList();
        return new Present(key, person == null ? key : person.name,
                seats.stream().map(entry -> entry.role.key()).distinct().toList(), here == null ? null : here.createdAt,
                here == null ? null : here.recordedBy,
                needed.stream().filter(skill -> person == null || !person.skills.contains(skill)).toList());
    }

    /** How many are here. */
    @JsonIgnore
    public int here() {
        return (int) people.stream().filter(Present::isHere).count();
    }

    /** Lets pages show it: to control staff the board, to everybody whether they have checked in themselves. */
    @TemplateExtension(namespace = "attendance")
    static final class OfExercise {

        private OfExercise() {
        }

        static AttendanceBoard board(UUID exercise) {
            return of(Exercise.findById(exercise));
        }

        /** Whether a page asks its viewer: they are on the roster of a running exercise, and have not said it. */
        static boolean asks(UUID exercise, String viewer) {
            return Exercise.<Exercise> findById(exercise).state.isLive() && CheckIn.of(exercise, viewer) == null
                    && !RosterEntry.of(exercise, viewer).isEmpty();
        }
    }
}

package dev.blackstart.conduct;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.people.Person;
import dev.blackstart.planning.Exercise;
import dev.blackstart.planning.ExerciseClock;
import dev.blackstart.planning.ExerciseRole;
import dev.blackstart.planning.ExerciseView;
import dev.blackstart.planning.RosterEntry;
import dev.blackstart.planning.Sight;
import dev.blackstart.web.Texts;

/**
 * What control staff carry on paper for when screens are gone: who, when, what, and how each fault is taken back by hand.
 *
 * @param dense so much that it is set smaller
 */
public record Sheet(ExerciseView exercise, List<Seat> roster, List<Line> timeline, List<Revert> reverts, String directors,
        String safety, boolean dense) {

    private static final int FULL = 24;
    private static final int LONGEST = 150;

    /** Somebody's place. @param shift null for the whole exercise */
    public record Seat(String name, String role, String shift, String email) {
    }

    /** @param at when by the wall's clock, as far as that is known */
    public record Line(String clock, Instant at, String what, String sub, String says) {
    }

    /** @param byItself what the platform would have done */
    public record Revert(String title, String targets, String owner, String instruction, String byItself) {
    }

    static Sheet of(Exercise exercise, ExerciseView view, Sight sight) {
        PlanDocument plan = exercise.plan();
        List<RosterEntry> entries = RosterEntry.of(exercise.id).stream()
                .sorted(Comparator.comparing((RosterEntry entry) -> entry.role)).toList();
        Map<String, Person> people = Person.allByKey().stream().collect(Collectors.toMap(one -> one.key, one -> one));
        Map<String, String> names = new LinkedHashMap<>();
        entries.forEach(entry -> names.put(entry.person, name(people, entry.person)));
        Instant start = view.startedAt() == null ? view.startsAt() : view.startedAt();
        List<ItemView> items = Timeline.of(exercise, sight);
        List<Line> lines = items.stream().map(item -> line(item, exercise, start)).toList();
        List<Revert> reverts = plan.drills().stream().map(drill -> revert(drill, people)).toList();
        return new Sheet(view, entries.stream().map(entry -> seat(entry, people)).toList(), lines, reverts,
                inRole(entries, names, ExerciseRole.DIRECTOR), inRole(entries, names, ExerciseRole.SAFETY_OFFICER),
                lines.size() + reverts.size() * 2 > FULL);
    }

    private static Seat seat(RosterEntry entry, Map<String, Person> people) {
        Person person = people.get(entry.person);
        String shift = entry.from == null && entry.until == null ? null : text(entry.from) + " to " + text(entry.until);
        return new Seat(name(people, entry.person), entry.role.key(), shift, person == null ? null : person.email);
    }

    private static String text(Long position) {
        return position == null ? "…" : Texts.clock(ExerciseClock.text(position));
    }

    private static Line line(ItemView item, Exercise exercise, Instant start) {
        ItemLine line = ItemLine.of(item, exercise);
        Instant at = item.dueAt() != null ? item.dueAt()
                : item.due() == null || start == null ? null : start.plus(Duration.parse(item.due()));
        String says = line.says() == null || line.says().equals(line.what()) ? null : shortened(line.says());
        return new Line(line.at(), at, line.what(), line.sub(), says);
    }

    private static Revert revert(PlanDocument.Drill drill, Map<String, Person> people) {
        JsonNode how = drill.revert();
        String byHand = how == null ? null : how.path("instruction").asText(null);
        String otherwise = how == null ? null : how.path("otherwise").path("instruction").asText(null);
        String driver = how == null || byHand != null ? null : how.path("driver").asText(null);
        return new Revert(drill.title(), String.join(", ", drill.targets()),
                drill.owner() == null ? null : name(people, drill.owner()), byHand == null ? otherwise : byHand, driver);
    }

    private static String inRole(List<RosterEntry> entries, Map<String, String> names, ExerciseRole... roles) {
        return entries.stream().filter(entry -> Arrays.asList(roles).contains(entry.role)).map(entry -> names.get(entry.person))
                .distinct().collect(Collectors.joining(", "));
    }

    private static String name(Map<String, Person> people, String key) {
        return people.containsKey(key) ? people.get(key).name : key;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
    }
}

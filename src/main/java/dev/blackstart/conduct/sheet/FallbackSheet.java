package dev.blackstart.conduct.sheet;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.blackstart.catalogue.CallTree;
import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.TimelineEntry;
import dev.blackstart.conduct.ItemLine;
import dev.blackstart.conduct.ItemView;
import dev.blackstart.conduct.Timeline;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.page.ExerciseView;
import dev.blackstart.people.Person;
import dev.blackstart.people.Team;
import dev.blackstart.web.Texts;

/**
 * What control staff carry on paper for when screens are gone: who, when, what, how each fault is taken back by hand, and by
 * which number everybody is reached.
 *
 * @param others who has no place on the roster and may have to be phoned: owners of drills, people of call trees
 * @param setting how small it is set, so that all of it fits the page
 */
public record FallbackSheet(ExerciseView exercise, List<Seat> roster, List<Seat> others, List<Line> timeline,
        List<Revert> reverts,
        String directors,
        String safety, String setting) {

    private static final int MANY = 24;
    private static final int TOO_MANY = 30;

    /** When it begins or began, as far as the reader may know it; otherwise null. */
    public Instant start() {
        return exercise.startedAt() == null ? exercise.startsAt() : exercise.startedAt();
    }

    /** Somebody to reach. @param shift null for the whole exercise @param phone null where the directory has none */
    public record Seat(String name, String role, String shift, String phone, String email) {
    }

    /** @param at when by the wall's clock, as far as that is known */
    public record Line(String clock, Instant at, String what, String sub, String says) {
    }

    /** @param byItself what the platform would have done */
    public record Revert(String title, String targets, String owner, String instruction, String byItself) {
    }

    static FallbackSheet of(Exercise exercise, ExerciseView view, ExerciseAccess sight) {
        PlanDocument plan = exercise.plan();
        List<RosterEntry> entries = RosterEntry.of(exercise.id).stream()
                .sorted(Comparator.comparing((RosterEntry entry) -> entry.role)).toList();
        Map<String, Person> people = Person.allByKey().stream().collect(Collectors.toMap(one -> one.key, one -> one));
        Map<String, String> names = new LinkedHashMap<>();
        entries.forEach(entry -> names.put(entry.person, name(people, entry.person)));
        Instant start = view.startedAt() == null ? view.startsAt() : view.startedAt();
        List<ItemView> items = Timeline.of(exercise, sight);
        Map<String, ItemLine> read = ItemLine.of(items, exercise).stream()
                .collect(Collectors.toMap(ItemLine::key, Function.identity()));
        List<Line> lines = together(items, plan.timeline()).stream()
                .map(same -> line(same, read.get(same.get(0).key()), start)).toList();
        List<Revert> reverts = plan.drills().stream().map(drill -> revert(drill, people)).toList();
        return new FallbackSheet(view, entries.stream().map(entry -> seat(entry, people)).toList(),
                others(plan, names.keySet(), people), lines, reverts,
                inRole(entries, names, ExerciseRole.DIRECTOR), inRole(entries, names, ExerciseRole.SAFETY_OFFICER),
                setting(lines.size() + reverts.size() * 2));
    }

    private static String setting(int lines) {
        return lines <= MANY ? "" : lines <= TOO_MANY ? "dense" : "dense packed";
    }

    private static Seat seat(RosterEntry entry, Map<String, Person> people) {
        String shift = entry.from == null && entry.until == null ? null : text(entry.from) + " to " + text(entry.until);
        return seat(entry.person, entry.role.key(), shift, people);
    }

    private static Seat seat(String key, String role, String shift, Map<String, Person> people) {
        Person person = people.get(key);
        return new Seat(name(people, key), role, shift, person == null ? null : person.phone,
                person == null ? null : person.email);
    }

    /** Each once, with all that they are needed for. */
    private static List<Seat> others(PlanDocument plan, Set<String> onRoster, Map<String, Person> people) {
        Map<String, Set<String>> needed = new LinkedHashMap<>();
        plan.drills().stream().filter(drill -> drill.owner() != null).forEach(
                drill -> needed.computeIfAbsent(drill.owner(), key -> new LinkedHashSet<>()).add("owner of " + drill.title()));
        plan.callTrees().forEach(tree -> called(tree.root())
                .forEach(key -> needed.computeIfAbsent(key, any -> new LinkedHashSet<>()).add("call tree " + tree.key())));
        needed.keySet().removeAll(onRoster);
        return needed.entrySet().stream().map(one -> seat(one.getKey(), String.join(", ", one.getValue()), null, people))
                .toList();
    }

    /** Whom a place of a tree and those below it would call. */
    private static List<String> called(CallTree.Node node) {
        List<String> keys = new ArrayList<>();
        if (node.person() != null) {
            keys.add(node.person());
        } else if (Team.byKey(node.onDuty()) != null) {
            keys.addAll(Team.byKey(node.onDuty()).onDuty());
        }
        keys.addAll(node.alternates());
        node.calls().forEach(below -> keys.addAll(called(below)));
        return keys;
    }

    private static String text(Long position) {
        return position == null ? "…" : Texts.clock(ExerciseClock.text(position));
    }

    /** What is repeated for each team is one line of paper. */
    private static Collection<List<ItemView>> together(List<ItemView> items, List<TimelineEntry> planned) {
        Set<String> repeated = planned.stream().filter(entry -> entry.forEach() != null).map(TimelineEntry::key)
                .collect(Collectors.toSet());
        return items.stream().collect(Collectors.groupingBy(item -> {
            String plain = item.key().substring(0, Math.max(0, item.key().lastIndexOf('.')));
            return repeated.contains(plain) ? plain + item.due() : item.key();
        }, LinkedHashMap::new, Collectors.toList())).values();
    }

    private static Line line(List<ItemView> same, ItemLine line, Instant start) {
        ItemView item = same.get(0);
        Instant at = item.dueAt() != null ? item.dueAt()
                : item.due() == null || start == null ? null : start.plus(Duration.parse(item.due()));
        String says = line.says() == null || line.says().equals(line.what()) ? null : line.says();
        String sub = line.sub() == null || same.size() == 1 ? line.sub()
                : line.sub().replaceFirst("^(to|of) [^·]+?(?= ·|$)", "$1 each of " + same.size() + " teams");
        return new Line(line.at().replaceFirst("^T\\+0?(\\d+:\\d\\d):\\d\\d$", "T+$1"), at, line.what(), sub, says);
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

}

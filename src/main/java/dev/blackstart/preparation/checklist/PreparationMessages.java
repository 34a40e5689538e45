package dev.blackstart.preparation.checklist;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.approval.ApprovalStatus;
import dev.blackstart.notify.OutboundMessage;
import dev.blackstart.notify.Outbox;
import dev.blackstart.people.Person;
import dev.blackstart.people.Team;
import dev.blackstart.web.Address;

/**
 * Tells people of what they prepare, and of nothing else: a letter names no exercise, belongs to none and is not marked as one,
 * and people out of play receive none.
 */
@ApplicationScoped
public class PreparationMessages {

    private static final List<String> CHANNELS = List.of("email", "in-app");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE, d MMM yyyy", Locale.ENGLISH);

    private final Outbox outbox;
    private final Address address;

    PreparationMessages(Outbox outbox, Address address) {
        this.outbox = outbox;
        this.address = address;
    }

    /** Teams, or an item's owner, hear of what is new and of what has another day. */
    public void planned(Exercise exercise, List<PreparationItem> added, List<PreparationItem> moved, Instant at) {
        each(exercise, added, (person, items) -> send(person, "Preparation for you: " + count(items),
                "Your team is asked to prepare:", items, at));
        each(exercise, moved, (person, items) -> send(person, "Preparation: another day for " + count(items),
                "These are due on another day now:", items, at));
    }

    /** Those whose approval a plan waits for; they may read it, so they are told its name. */
    void approval(Exercise exercise, ApprovalStatus status, Instant at) {
        outbox.post(new OutboundMessage(null, null, "For your approval: " + exercise.name,
                "Revision %d of %s waits for your word.\n\nRead it, approve or reject it: %s".formatted(
                        exercise.revision, exercise.name, address.of("/plans/" + exercise.planKey + "/approvals")),
                false), status.waitingFor().stream().filter(person -> !away(exercise).contains(person)).toList(), CHANNELS, at);
    }

    /** Somebody was given an item by somebody else. */
    public void given(Exercise exercise, PreparationItem item, Instant at) {
        if (!away(exercise).contains(item.owner) && Person.present(item.owner) != null) {
            send(item.owner, "Preparation for you: " + item.teamTitle(), "This was given to you:", List.of(item), at);
        }
    }

    /** Once a day, everything of one person that is due soon or overdue. */
    void reminder(String person, List<PreparationItem> items, Instant at) {
        long overdue = items.stream().filter(item -> item.isOverdue(item.teamDueAt, at)).count();
        String lead = overdue == 0 ? "Due soon:" : overdue == items.size() ? "Overdue:" : "Due soon or overdue:";
        send(person, "Preparation: %s due".formatted(count(items)), lead, items, at);
    }

    /** Whom an item concerns: its owner, or without one everybody of its team; nobody who is out of play. */
    static Set<String> people(Exercise exercise, PreparationItem item, Map<String, Team> teams) {
        Set<String> people = new LinkedHashSet<>();
        if (item.owner != null) {
            people.add(item.owner);
        } else if (teams.containsKey(item.team)) {
            people.addAll(teams.get(item.team).members);
        }
        people.removeAll(away(exercise));
        return people;
    }

    static Map<String, Team> teams() {
        return Team.allByKey().stream().collect(Collectors.toMap(team -> team.key, team -> team, (one, same) -> one));
    }

    private static Set<String> away(Exercise exercise) {
        return exercise.plan().outOfPlay().stream().map(one -> one.person()).collect(Collectors.toSet());
    }

    private interface ToPerson {
        void write(String person, List<PreparationItem> items);
    }

    private static void each(Exercise exercise, Collection<PreparationItem> items, ToPerson letter) {
        Map<String, Team> teams = teams();
        Map<String, List<PreparationItem>> byPerson = new LinkedHashMap<>();
        items.forEach(item -> people(exercise, item, teams)
                .forEach(person -> byPerson.computeIfAbsent(person, none -> new ArrayList<>()).add(item)));
        byPerson.forEach((key, own) -> {
            if (Person.present(key) != null) {
                letter.write(key, own);
            }
        });
    }

    /** Days are those of the exercise's zone, as on the page: two people of a team speak of the same one. */
    private void send(String person, String subject, String lead, List<PreparationItem> items, Instant at) {
        StringBuilder text = new StringBuilder(lead).append('\n');
        for (PreparationItem item : items) {
            text.append("- ").append(item.teamTitle()).append(" (").append(item.team).append(", due ")
                    .append(DAY.format(item.teamDueAt.atZone(zoneOf(item)))).append(")\n");
        }
        text.append("\nSee it, start it, say when it is done: ").append(address.of("/preparation"));
        outbox.post(new OutboundMessage(null, items.size() == 1 ? items.get(0).id : null, subject, text.toString(), false),
                List.of(person), CHANNELS, at);
    }

    private static String count(List<PreparationItem> items) {
        return items.size() == 1 ? "one item" : items.size() + " items";
    }

    private static ZoneId zoneOf(PreparationItem item) {
        return Exercise.<Exercise> findById(item.exerciseId).zoneId();
    }
}

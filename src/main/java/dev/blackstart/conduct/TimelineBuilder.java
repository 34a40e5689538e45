package dev.blackstart.conduct;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.Body;
import dev.blackstart.catalogue.PlanDuration;
import dev.blackstart.catalogue.TimelineEntry;
import dev.blackstart.catalogue.TimelineEntry.After;
import dev.blackstart.drills.Faults;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseClock;
import dev.blackstart.exercise.ExerciseRole;
import dev.blackstart.exercise.Roster.RosterChanged;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.Scheduling.PlanAdopted;
import dev.blackstart.people.Addressees;
import dev.blackstart.people.Team;

/** Makes an exercise's timeline from its plan and roster, afresh while it has not begun. */
@ApplicationScoped
class TimelineBuilder {

    private final Faults faults;

    TimelineBuilder(Faults faults) {
        this.faults = faults;
    }

    void planAdopted(@Observes PlanAdopted adopted) {
        faults.prepare(adopted.exercise(), adopted.at());
        build(adopted.exercise(), adopted.at());
    }

    void rosterChanged(@Observes RosterChanged changed) {
        if (changed.exercise().state.isBeforeStart()) {
            build(changed.exercise(), changed.at());
        }
    }

    private void build(Exercise exercise, Instant at) {
        TimelineItem.delete("exerciseId", exercise.id);
        List<TimelineEntry> entries = exercise.plan().timeline();
        Set<String> repeated = entries.stream().filter(entry -> entry.forEach() != null).map(TimelineEntry::key)
                .collect(Collectors.toSet());
        Set<String> teams = playingTeams(exercise);
        int position = 0;
        for (TimelineEntry entry : entries) {
            if (entry.forEach() == null) {
                item(exercise, entry, entry.key(), position++, entry.source(), entry.after(), at).persist();
                continue;
            }
            for (String team : teams) {
                item(exercise, entry, entry.key() + "." + team, position++, narrowed(entry, team),
                        sameTeams(entry.after(), repeated, team), at).persist();
            }
        }
    }

    private static TimelineItem item(Exercise exercise, TimelineEntry entry, String key, int position, ObjectNode body,
            After after, Instant at) {
        PlanDuration due = entry.at() != null ? entry.at() : after == null ? null : after.orAt();
        return new TimelineItem(exercise.id, key, position, body, after, micros(due), micros(entry.reveal()), entry.assume(),
                at);
    }

    /** Teams with at least one player on the roster. */
    private static Set<String> playingTeams(Exercise exercise) {
        Set<String> players = RosterEntry.of(exercise.id).stream().filter(entry -> entry.role == ExerciseRole.PLAYER)
                .map(entry -> entry.person).collect(Collectors.toSet());
        return Team.allByKey().stream().filter(team -> team.members.stream().anyMatch(players::contains))
                .map(team -> team.key).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Repeated per team, "everyone" and nobody named mean that team. */
    private static ObjectNode narrowed(TimelineEntry entry, String team) {
        ObjectNode source = entry.source().deepCopy();
        String field = entry.body() instanceof Body.Message ? "to" : "of";
        boolean addresses = entry.body() instanceof Body.Message || entry.body() instanceof Body.Expectation
                || entry.body() instanceof Body.Task;
        if (addresses && (entry.body().audience().isEmpty() || entry.body().audience().equals(List.of(Addressees.EVERYONE)))) {
            ((ObjectNode) source.get(entry.body().kind())).put(field, team);
        }
        return source;
    }

    private static After sameTeams(After after, Set<String> repeated, String team) {
        if (after == null) {
            return null;
        }
        List<String> items = after.items().stream().map(key -> repeated.contains(key) ? key + "." + team : key).toList();
        return after.on(items);
    }

    private static Long micros(PlanDuration duration) {
        return duration == null ? null : ExerciseClock.micros(duration.onClock());
    }
}

package dev.blackstart.insight.participation;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.insight.culture.GroupConfig;
import dev.blackstart.insight.figure.Figure;
import dev.blackstart.insight.reading.InsightFilter;
import dev.blackstart.insight.reading.InsightReader;
import dev.blackstart.insight.reading.InsightTopic;
import dev.blackstart.insight.reading.ReadableExercises;

/** How regular the programme is, who meets whom in it, and whom its call trees reach. */
@ApplicationScoped
class ParticipationTopic implements InsightTopic {

    private final ReadableExercises readable;
    private final CallReach reach;
    private final GroupConfig groups;

    ParticipationTopic(ReadableExercises readable, CallReach reach, GroupConfig groups) {
        this.readable = readable;
        this.reach = reach;
        this.groups = groups;
    }

    @Override
    public String key() {
        return "participation";
    }

    @Override
    public int position() {
        return 7;
    }

    @Override
    public String title() {
        return "Participation";
    }

    @Override
    public String question() {
        return "How regularly do we exercise, which teams meet, and do call trees reach people?";
    }

    @Override
    public List<Figure> figures(InsightReader reader, InsightFilter filter) {
        List<Exercise> exercises = readable.of(reader, filter.since(), filter.until()).stream()
                .filter(exercise -> filter.team() == null || exercise.plan().team().equals(filter.team())).toList();
        Map<UUID, List<RosterEntry>> rosters = readable
                .belonging(RosterEntry.class, reader, filter.since(), filter.until(), "x.createdAt, x.id").stream()
                .collect(Collectors.groupingBy(entry -> entry.exerciseId));
        return List.of(Regularity.figure(exercises, rosters, filter, groups.peopleGroup()),
                TeamsMet.figure(exercises, rosters, groups.peopleGroup()), reach.figure(exercises, reader, filter));
    }
}

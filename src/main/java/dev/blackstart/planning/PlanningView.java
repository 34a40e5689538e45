package dev.blackstart.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.RosterEntry;
import dev.blackstart.exercise.page.ExerciseView;
import dev.blackstart.problem.Choice;

/**
 * The planning of an exercise as one of its control staff may know it.
 *
 * @param hours of everybody on the team, by key
 */
public record PlanningView(List<Meeting> meetings, List<Hours> hours) {

    /**
     * @param day null while it is not known to this person: no date is set, or the start is kept from them
     * @param chosen whether the team chose the day; otherwise it is counted back from the start
     * @param due whether it is past with tasks left
     */
    public record Meeting(String key, String title, LocalDate day, boolean chosen, boolean due, List<Task> tasks) {
    }

    /** @param by who said that it is done, or null */
    public record Task(String key, String title, String by) {

        @JsonIgnore
        public boolean isDone() {
            return by != null;
        }
    }

    /** In hours. @param person key */
    public record Hours(String person, double planned, double spent) {

        static final int MINUTES = 60;

        static Hours of(String person, PlanningHours hours) {
            return new Hours(person, hours == null ? 0 : hours.plannedMinutes / (double) MINUTES,
                    hours == null ? 0 : hours.spentMinutes / (double) MINUTES);
        }
    }

    @JsonProperty
    public double planned() {
        return hours.stream().mapToDouble(Hours::planned).sum();
    }

    @JsonProperty
    public double spent() {
        return hours.stream().mapToDouble(Hours::spent).sum();
    }

    static PlanningView of(Exercise exercise, ExerciseAccess sight, PlanningConfig config, LocalDate today) {
        Map<PlanningMeeting, LocalDate> chosen = new EnumMap<>(PlanningMeeting.class);
        PlanningDate.of(exercise.id).forEach(one -> chosen.put(one.meeting, one.day));
        Map<PlanningTask, String> done = PlanningDone.of(exercise.id).stream()
                .collect(Collectors.toMap(one -> one.task, one -> one.person));
        LocalDate start = ExerciseView.startsAt(exercise, sight) == null ? null
                : LocalDate.ofInstant(exercise.startsAt, exercise.zoneId());
        Set<PlanningMeeting> held = held(exercise, config, chosen.keySet());
        List<Meeting> meetings = new ArrayList<>();
        for (PlanningMeeting meeting : held) {
            LocalDate day = chosen.getOrDefault(meeting,
                    start == null ? null : start.minusDays(config.daysBefore(meeting, exercise.plan().intensity())));
            List<Task> tasks = Arrays.stream(PlanningTask.values()).filter(task -> at(task, held) == meeting)
                    .map(task -> new Task(Choice.key(task), task.title, done.get(task))).toList();
            meetings.add(new Meeting(Choice.key(meeting), meeting.title, day, chosen.containsKey(meeting),
                    day != null && day.isBefore(today) && !tasks.stream().allMatch(Task::isDone), tasks));
        }
        return new PlanningView(meetings, hours(exercise));
    }

    /** Those that this intensity has, and those a day was chosen for; the last one always. */
    private static Set<PlanningMeeting> held(Exercise exercise, PlanningConfig config, Set<PlanningMeeting> chosen) {
        Set<PlanningMeeting> held = EnumSet.of(PlanningMeeting.FINAL);
        held.addAll(chosen);
        Arrays.stream(PlanningMeeting.values())
                .filter(meeting -> config.daysBefore(meeting, exercise.plan().intensity()) > 0).forEach(held::add);
        return held;
    }

    private static PlanningMeeting at(PlanningTask task, Set<PlanningMeeting> held) {
        return held.stream().filter(meeting -> meeting.compareTo(task.meeting) >= 0).findFirst()
                .orElse(PlanningMeeting.FINAL);
    }

    private static List<Hours> hours(Exercise exercise) {
        Map<String, PlanningHours> recorded = new LinkedHashMap<>();
        team(exercise).forEach(person -> recorded.put(person, null));
        PlanningHours.of(exercise.id).forEach(one -> recorded.put(one.person, one));
        return recorded.entrySet().stream().map(one -> Hours.of(one.getKey(), one.getValue())).toList();
    }

    /** Keys: control staff and the plan's owner. */
    static List<String> team(Exercise exercise) {
        Set<String> team = RosterEntry.of(exercise.id).stream().filter(seat -> seat.role.isControl())
                .map(seat -> seat.person).collect(Collectors.toCollection(TreeSet::new));
        team.add(exercise.plan().owner());
        RosterEntry.of(exercise.id).stream().filter(seat -> !seat.role.isControl() && !seat.role.isReviewer())
                .forEach(seat -> team.remove(seat.person));
        return List.copyOf(team);
    }
}

package dev.blackstart.planning;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import io.quarkus.security.Authenticated;

/** The planning of an exercise, for its control staff. */
@Path("/api/exercises/{id}/planning")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PlanningApi {

    private final Planning planning;
    private final CurrentAccess current;

    PlanningApi(Planning planning, CurrentAccess current) {
        this.planning = planning;
        this.current = current;
    }

    /**
     * What is left out stays as it is.
     *
     * @param days by meeting, as {@code 2027-03-28}; null or empty counts back from the start again
     * @param tasks by task: whether it is done
     */
    public record PlanningChange(Map<String, String> days, Map<String, Boolean> tasks, List<PlanningView.Hours> hours) {
    }

    @GET
    @Transactional
    public PlanningView read(UUID id) {
        return planning.of(id, current.get());
    }

    /** All of it or nothing. */
    @PUT
    @Transactional
    public PlanningView change(UUID id, PlanningChange change) {
        if (change != null && change.days() != null) {
            planning.move(id, days(change.days()), current.get());
        }
        if (change != null && change.tasks() != null) {
            change.tasks().forEach((task, done) -> planning.mark(id, named("tasks", PlanningTask.class, task),
                    Boolean.TRUE.equals(done), current.get()));
        }
        if (change != null && change.hours() != null) {
            change.hours().forEach(one -> planning.hours(id, one.person(), one.planned(), one.spent(), current.get()));
        }
        return planning.of(id, current.get());
    }

    private static Map<PlanningMeeting, LocalDate> days(Map<String, String> typed) {
        Map<PlanningMeeting, LocalDate> days = new EnumMap<>(PlanningMeeting.class);
        typed.forEach((meeting, day) -> days.put(named("days", PlanningMeeting.class, meeting), day(meeting, day)));
        return days;
    }

    /** Null where it is empty. @throws Problem 422 that names the field */
    static LocalDate day(String field, String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid(field, "Write the day as 2027-03-28.");
        }
    }

    private static <E extends Enum<E>> E named(String field, Class<E> type, String word) {
        E found = Choice.of(field, type, word);
        if (found == null) {
            throw Problem.invalid(field, field + " names " + String.join(", ", Choice.keys(type)) + ".");
        }
        return found;
    }
}

package dev.blackstart.planning;

import java.net.URI;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The exercise team's planning: meetings with their days and tasks, and what it costs in hours. */
@Path("/exercises/{id}/planning")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
@Produces(MediaType.TEXT_HTML)
public class PlanningResource {

    private final Planning planning;
    private final Directory directory;
    private final CurrentAccess current;
    private final Viewer viewer;

    PlanningResource(Planning planning, Directory directory, CurrentAccess current, Viewer viewer) {
        this.planning = planning;
        this.directory = directory;
        this.current = current;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "planning")
    static class Templates {
        static native TemplateInstance planning(PageContext page, Exercise exercise, PlanningView shown,
                Map<String, String> names, FormState typed);
    }

    /** The days of a form; an empty one counts back from the start. */
    public static class Days {
        @RestForm
        String concept;
        @RestForm
        String initial;
        @RestForm
        String midterm;
        @RestForm("final")
        String last;

        private String of(PlanningMeeting meeting) {
            return switch (meeting) {
                case CONCEPT -> concept;
                case INITIAL -> initial;
                case MIDTERM -> midterm;
                case FINAL -> last;
            };
        }
    }

    @GET
    @Transactional
    public TemplateInstance show(UUID id) {
        return page(id, FormState.NOTHING);
    }

    @POST
    @Path("days")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields("final")
    public Response move(UUID id, @BeanParam Days typed) {
        FormState state = FormState.in("days", "concept", typed.concept, "initial", typed.initial, "midterm", typed.midterm,
                "final", typed.last);
        return then(id, state, () -> {
            Map<PlanningMeeting, LocalDate> days = new EnumMap<>(PlanningMeeting.class);
            for (PlanningMeeting meeting : PlanningMeeting.values()) {
                if (typed.of(meeting) != null) {
                    days.put(meeting, PlanningApi.day(Choice.key(meeting), typed.of(meeting)));
                }
            }
            planning.move(id, days, current.get());
        });
    }

    @POST
    @Path("tasks/{task}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response mark(UUID id, String task, @RestForm String to) {
        PlanningTask known = Choice.of("task", PlanningTask.class, task);
        if (!"done".equals(to) && !"open".equals(to)) {
            throw Problem.invalid("to", "A task is done or open.");
        }
        planning.mark(id, known, "done".equals(to), current.get());
        return Response.seeOther(URI.create("/exercises/" + id + "/planning")).build();
    }

    @POST
    @Path("hours")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response hours(UUID id, @RestForm String person, @RestForm String planned, @RestForm String spent) {
        return then(id, FormState.in("hours", "person", person, "planned", planned, "spent", spent),
                () -> planning.hours(id, person, number("planned", planned), number("spent", spent), current.get()));
    }

    private static Double number(String field, String typed) {
        try {
            return typed == null || typed.isBlank() ? 0d : Double.valueOf(typed.strip().replace(',', '.'));
        } catch (NumberFormatException unreadable) {
            throw Problem.invalid(field, "Write hours as a number, for example 1.5.");
        }
    }

    private Response then(UUID id, FormState typed, Runnable change) {
        try {
            change.run();
            return Response.seeOther(URI.create("/exercises/" + id + "/planning")).build();
        } catch (Problem problem) {
            return Response.status(problem.status).entity(page(id, typed.refused(problem))).build();
        }
    }

    private TemplateInstance page(UUID id, FormState typed) {
        Exercise exercise = Exercise.findById(id);
        PlanningView shown = planning.of(id, current.get());
        return Templates.planning(viewer.page("Planning · " + exercise.name, "programme"), exercise, shown,
                directory.names(shown.hours().stream().map(PlanningView.Hours::person).collect(Collectors.toSet())), typed);
    }
}

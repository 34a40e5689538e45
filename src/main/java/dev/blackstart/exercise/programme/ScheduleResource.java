package dev.blackstart.exercise.programme;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Mode;
import dev.blackstart.exercise.Scheduling;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.Picking;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The form that makes an exercise of a plan. */
@Path("/")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ScheduleResource {

    private final Scheduling scheduling;
    private final Viewer viewer;

    ScheduleResource(Scheduling scheduling, Viewer viewer) {
        this.scheduling = scheduling;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "exercise")
    static class Templates {
        static native TemplateInstance schedule(PageContext page, Form form);
    }

    /** What was typed, and what is wrong with it. @param action where the form is sent */
    public record Form(String action, String plan, String startsAt, String zone, String mode, Integer speed, String field,
            String problem) {

        public String errorOf(String name) {
            return name.equals(field) ? problem : null;
        }
    }

    @GET
    @Path("schedule")
    public TemplateInstance form(@QueryParam("plan") String planKey, @QueryParam("mode") String mode) {
        viewer.mustBeMaster();
        Plan plan = planKey == null ? null : Plan.visible(planKey, viewer.key(), true);
        String zone = plan == null ? "UTC" : plan.current().document().schedule().zone();
        return page(new Form("/schedule", plan == null ? planKey : Picking.line(plan.name, plan.key), null,
                zone == null ? "UTC" : zone, mode == null ? "live" : mode,
                "rehearsal".equals(mode) ? 60 : 1, null, null));
    }

    @POST
    @Path("schedule")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(@RestForm String plan, @RestForm String startsAt, @RestForm String zone, @RestForm String mode,
            @RestForm Integer speed) {
        viewer.mustBeMaster();
        try {
            Mode wanted = "rehearsal".equals(mode) ? Mode.REHEARSAL : Mode.LIVE;
            Exercise exercise = scheduling.create(Plan.picked("plan", plan, viewer.key(), true), instant(startsAt, zone), zone,
                    wanted, speed == null ? 1 : speed,
                    viewer.key());
            return Response.seeOther(URI.create("/exercises/" + exercise.id)).build();
        } catch (Problem problem) {
            return Response.status(problem.status)
                    .entity(page(
                            new Form("/schedule", plan, startsAt, zone, mode, speed, problem.field(), problem.getMessage())))
                    .build();
        }
    }

    private TemplateInstance page(Form form) {
        return Templates.schedule(viewer.page("Schedule an exercise", "programme"), form);
    }

    /**
     * Local date and time of a zone. In the hour that a clock change skips there is no such instant; in the hour it repeats the
     * earlier one is meant.
     */
    public static Instant instant(String local, String zone) {
        if (local == null || local.isBlank()) {
            return null;
        }
        ZoneId place = ZoneId.of(Scheduling.zone(zone));
        LocalDateTime time;
        try {
            time = LocalDateTime.parse(local);
        } catch (DateTimeParseException unreadable) {
            throw Problem.invalid("startsAt", "Write the date and time as 2027-03-28T10:00.");
        }
        List<ZoneOffset> offsets = place.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            throw Problem.invalid("startsAt", "In " + place + " the clocks skip this time; choose another one.");
        }
        return time.toInstant(offsets.get(0));
    }
}

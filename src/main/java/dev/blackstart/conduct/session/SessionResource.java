package dev.blackstart.conduct.session;

import java.net.URI;
import java.util.List;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.conduct.item.ItemActions;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Arrived;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Leads a facilitator through a workshop, step by step, and takes down what was learned. */
@Path("/exercises/{id}/session")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
@Produces(MediaType.TEXT_HTML)
public class SessionResource {

    private final Learnings learnings;
    private final ItemActions itemActions;
    private final CurrentAccess current;
    private final Viewer viewer;

    SessionResource(Learnings learnings, ItemActions itemActions, CurrentAccess current, Viewer viewer) {
        this.learnings = learnings;
        this.itemActions = itemActions;
        this.current = current;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "session")
    static class Templates {
        static native TemplateInstance session(PageContext page, Exercise exercise, SessionView shown, FormState typed);
    }

    /** @param conducts whether the viewer may confirm steps @param records whether learnings can be recorded now */
    public record SessionView(List<SessionStep> steps, List<String> learnings, boolean conducts, boolean records) {
    }

    @GET
    @Transactional
    public TemplateInstance show(UUID id) {
        return page(id, FormState.NOTHING);
    }

    /** @param option of a decision; a task takes none */
    @POST
    @Path("steps/{key}")
    @RequiresPermission(Permission.CONDUCT)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(UUID id, String key, @RestForm String to, @RestForm String option) {
        if (!"completed".equals(to) && !"chosen".equals(to)) {
            throw Problem.invalid("to", "A step is completed or chosen.");
        }
        itemActions.move(id, key, new ItemActions.Wish(to, null, option, null), current.get());
        return Response.seeOther(URI.create("/exercises/" + id + "/session")).build();
    }

    @POST
    @Path("learnings")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response learn(UUID id, @RestForm String text) {
        try {
            learnings.record(id, text, current.get());
        } catch (Problem problem) {
            FormState typed = FormState.in("learning", "text", text).refused(problem);
            return Response.status(problem.status).entity(page(id, typed)).build();
        }
        return Arrived.LEARNING.at("/exercises/" + id + "/session");
    }

    private TemplateInstance page(UUID id, FormState typed) {
        Exercise exercise = Exercise.findById(id);
        boolean live = exercise.state.isLive();
        return Templates.session(viewer.page("Session · " + exercise.name, "programme"), exercise,
                new SessionView(SessionStep.of(exercise), Learnings.of(id), live && current.get().may(Permission.CONDUCT),
                        exercise.state.takesFindings()),
                typed);
    }
}

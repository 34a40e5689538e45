package dev.blackstart.exercise.concern;

import java.net.URI;
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

import dev.blackstart.catalogue.Plan;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Texts;
import dev.blackstart.web.form.FormState;
import dev.blackstart.web.form.NeedsFields;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The page on which readers of a plan raise concerns, and its approvers answer them. */
@Path("/plans/{key}/concerns")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class PlanConcernResource {

    private final Concerns concerns;
    private final ConcernPage page;
    private final Viewer viewer;

    PlanConcernResource(Concerns concerns, ConcernPage page, Viewer viewer) {
        this.concerns = concerns;
        this.page = page;
        this.viewer = viewer;
    }

    @GET
    @Transactional
    public TemplateInstance show(String key) {
        return page(PlanConcernApi.readable(key, viewer), FormState.NOTHING);
    }

    private TemplateInstance page(Plan plan, FormState typed) {
        return page.of("Concerns · " + plan.name, address(plan.key), ConcernView.of(plan.key, true, viewer.key()),
                plan.current().document().approvers().contains(viewer.key()), typed);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields("text")
    public Response raise(String key, @RestForm String text, @RestForm boolean anonymous) {
        Plan plan = PlanConcernApi.readable(key, viewer);
        try {
            concerns.raise(key, text, anonymous, viewer.key());
        } catch (Problem problem) {
            return Response.status(problem.status).entity(page(plan, FormState.in("concern", "text", text).refused(problem)))
                    .build();
        }
        return Response.seeOther(URI.create(address(key))).build();
    }

    /** Whoever comes back to where an answer was sent, and may read the plan. */
    @GET
    @Path("{concern}/answers")
    @Transactional
    public Response back(String key, UUID concern) {
        PlanConcernApi.readable(key, viewer);
        return Response.seeOther(URI.create(address(key))).build();
    }

    @POST
    @Path("{concern}/answers")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @NeedsFields("answer")
    @Transactional
    public Response answer(String key, UUID concern, @RestForm String answer) {
        PlanConcernApi.readable(key, viewer);
        concerns.answer(concern, key, answer, viewer.key());
        return Response.seeOther(URI.create(address(key))).build();
    }

    private static String address(String key) {
        return "/plans/" + Texts.path(key) + "/concerns";
    }
}

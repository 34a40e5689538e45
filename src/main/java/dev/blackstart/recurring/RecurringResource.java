package dev.blackstart.recurring;

import java.net.URI;
import java.util.List;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The page of recurring exercises: what comes by itself, and its switch. */
@Path("/recurring")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class RecurringResource {

    private final RecurringPlans plans;
    private final Viewer viewer;

    RecurringResource(RecurringPlans plans, Viewer viewer) {
        this.plans = plans;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "recurring")
    static class Templates {
        static native TemplateInstance index(PageContext page, List<RecurringPlans.View> plans);
    }

    @GET
    public TemplateInstance index() {
        return Templates.index(viewer.page("Recurring exercises", "plans"), plans.all());
    }

    @POST
    @Path("{plan}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(String plan, @RestForm String to) {
        plans.move(plan, to);
        return Response.seeOther(URI.create("/recurring")).build();
    }
}

package dev.blackstart.followup.signal;

import java.net.URI;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** What became of a weak signal, for whoever found it. */
@Path("/signals/{id}")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class SignalResource {

    private final Signals signals;
    private final Viewer viewer;

    SignalResource(Signals signals, Viewer viewer) {
        this.signals = signals;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "followup")
    static class Templates {
        static native TemplateInstance signal(PageContext page, SignalView signal, FormState typed);
    }

    @GET
    public TemplateInstance show(UUID id) {
        return page(id, FormState.NOTHING);
    }

    @POST
    @Path("objection")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response object(UUID id, @RestForm String reason) {
        try {
            signals.object(id, reason, viewer.key());
            return Response.seeOther(URI.create("/signals/" + id)).build();
        } catch (Problem problem) {
            if (problem.status == Response.Status.NOT_FOUND.getStatusCode()) {
                throw problem;
            }
            return Response.status(problem.status)
                    .entity(page(id, FormState.in("object", "reason", reason).refused(problem))).build();
        }
    }

    private TemplateInstance page(UUID id, FormState typed) {
        SignalView signal = QuarkusTransaction.requiringNew().call(() -> signals.of(id, viewer.key()));
        return Templates.signal(viewer.page("Your weak signal", null), signal, typed);
    }
}

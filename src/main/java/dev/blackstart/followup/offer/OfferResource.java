package dev.blackstart.followup.offer;

import java.net.URI;
import java.time.Clock;
import java.util.List;
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

/** "Does this apply to you?": defects of similar systems, for whoever owns one. */
@Path("/defect-offers")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class OfferResource {

    private final OfferAccess access;
    private final OfferAnswers answers;
    private final Viewer viewer;
    private final Clock clock;

    OfferResource(OfferAccess access, OfferAnswers answers, Viewer viewer, Clock clock) {
        this.access = access;
        this.answers = answers;
        this.viewer = viewer;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "followup")
    static class Templates {
        static native TemplateInstance offers(PageContext page, List<OfferView> open, List<OfferView> answered,
                FormState typed);
    }

    @GET
    public TemplateInstance list() {
        return page(FormState.NOTHING);
    }

    /** An offer has no page of its own: it is among the others. */
    @GET
    @Path("{id}")
    public Response show(UUID id) {
        return Response.seeOther(URI.create("/defect-offers#offer-" + id)).build();
    }

    @POST
    @Path("{id}/answer")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response answer(UUID id, @RestForm String answer, @RestForm String reason) {
        try {
            answers.answer(id, answer, reason, viewer.key());
            return Response.seeOther(URI.create("/defect-offers#offer-" + id)).build();
        } catch (Problem problem) {
            FormState typed = FormState.in(id.toString(), "answer", answer, "reason", reason);
            return Response.status(problem.status).entity(page(typed.refused(problem))).build();
        }
    }

    private TemplateInstance page(FormState typed) {
        List<OfferView> offers = QuarkusTransaction.requiringNew().call(() -> access.of(viewer.key()).stream()
                .map(offer -> OfferView.of(offer, clock.instant())).toList());
        return Templates.offers(viewer.page("Does this apply to you?", "actions"),
                offers.stream().filter(offer -> offer.answer() == null).toList(),
                offers.stream().filter(offer -> offer.answer() != null).toList(), typed);
    }
}

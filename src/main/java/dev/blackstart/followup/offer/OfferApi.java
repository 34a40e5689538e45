package dev.blackstart.followup.offer;

import java.time.Clock;
import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.security.Authenticated;

/** Defects that are offered to the viewer: list, answer. */
@Path("/api/defect-offers")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class OfferApi {

    private final OfferAccess access;
    private final OfferAnswers answers;
    private final Viewer viewer;
    private final Clock clock;

    OfferApi(OfferAccess access, OfferAnswers answers, Viewer viewer, Clock clock) {
        this.access = access;
        this.answers = answers;
        this.viewer = viewer;
        this.clock = clock;
    }

    /** @param answer yes, no (with a reason) or unknown */
    public record Said(String answer, String reason) {
    }

    /** The open ones by due day, then the answered ones, the newest first; at most 200 of each. */
    @GET
    public PagedList<OfferView> list() {
        List<OfferView> offers = QuarkusTransaction.requiringNew().call(() -> access.of(viewer.key()).stream()
                .map(offer -> OfferView.of(offer, clock.instant())).toList());
        return new PagedList<>(offers, null);
    }

    @GET
    @Path("{id}")
    public OfferView show(UUID id) {
        return QuarkusTransaction.requiringNew()
                .call(() -> OfferView.of(access.visible(id, viewer.key()), clock.instant()));
    }

    @POST
    @Path("{id}/answer")
    public OfferView answer(UUID id, Said said) {
        if (said == null) {
            throw Problem.invalid("answer", "Say whether it applies: yes, no or unknown.");
        }
        answers.answer(id, said.answer(), said.reason(), viewer.key());
        return show(id);
    }
}

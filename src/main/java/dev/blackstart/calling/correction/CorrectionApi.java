package dev.blackstart.calling.correction;

import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import com.fasterxml.jackson.annotation.JsonInclude;

import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Corrections to the directory that wait for the viewer: their own, those of people they lead, an administrator's all. */
@Path("/api/corrections")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CorrectionApi {

    private final Corrections corrections;
    private final Viewer viewer;

    CorrectionApi(Corrections corrections, Viewer viewer) {
        this.corrections = corrections;
        this.viewer = viewer;
    }

    /** @param decision accepted or declined */
    public record Decision(String decision) {
    }

    /** @param value null where only the wrong one is known, which is then taken out */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record CorrectionView(UUID id, String person, String field, String value, String state) {
        static CorrectionView of(Correction one) {
            return new CorrectionView(one.id, one.person, one.field, one.value, one.state.key());
        }
    }

    @GET
    public PagedList<CorrectionView> list() {
        return PagedList.whole(corrections.waitingFor(viewer.key()).stream().map(CorrectionView::of).toList());
    }

    @POST
    @Path("{id}/decisions")
    public CorrectionView decide(UUID id, Decision said) {
        return CorrectionView.of(corrections.decide(id, said == null ? null : said.decision(), viewer.key()));
    }
}

package dev.blackstart.review.signoff;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.review.Reports;
import dev.blackstart.review.document.ReportDocument;
import dev.blackstart.review.document.ReportDocuments;
import dev.blackstart.review.document.ReportState;
import dev.blackstart.review.publication.Publication;
import dev.blackstart.review.signoff.SignOff.Signed;
import io.quarkus.security.Authenticated;

/** Moves a report: into review, signed, published, and back with a reason. */
@Path("/api/exercises/{id}/report/transitions")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReportTransitionApi {

    private final ReportTransitions transitions;
    private final Publication publication;
    private final ReportDocuments documents;
    private final Reports reports;
    private final CurrentAccess current;

    ReportTransitionApi(ReportTransitions transitions, Publication publication, ReportDocuments documents, Reports reports,
            CurrentAccess current) {
        this.publication = publication;
        this.transitions = transitions;
        this.documents = documents;
        this.reports = reports;
        this.current = current;
    }

    public record ReportTransition(String to, String audience, String reason) {
    }

    /** @param signatures of the newest revision @param warnings exercises of the same plan that are still to come */
    public record Moved(@JsonUnwrapped ReportDocument document, List<Signed> signatures, List<String> warnings) {
    }

    @POST
    public Response move(UUID id, ReportTransition transition) {
        if (transition == null || transition.to() == null || transition.to().isBlank()) {
            throw Problem.invalid("to", "Say where to: in-review, signed-off, published or draft.");
        }
        transitions.move(id, Choice.of("to", ReportState.class, transition.to()), transition.audience(), transition.reason(),
                current.get());
        ReportDocument document = documents.of(id, reports.draft(id, current.get()));
        return Response.ok(new Moved(document, SignOff.of(id, document.revision()),
                publication.warnings(Exercise.findById(id), current.get())))
                .header(HttpHeaders.ETAG, document.tag()).build();
    }
}

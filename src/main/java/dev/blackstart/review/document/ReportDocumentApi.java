package dev.blackstart.review.document;

import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import dev.blackstart.review.Reports;
import dev.blackstart.review.document.ReportRevision.Saved;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** The report as people write it: edited with an entity tag, revision by revision. */
@Path("/api/exercises/{id}/report")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReportDocumentApi {

    /** One tag, weak or strong, as {@code ETag} gives it. */
    private static final Pattern TAG = Pattern.compile("\\s*(?:W/)?\"?(\\d{1,9})\"?\\s*");

    private static final String ANY = "*";

    private final ReportDocuments documents;
    private final Reports reports;
    private final CurrentAccess current;

    ReportDocumentApi(ReportDocuments documents, Reports reports, CurrentAccess current) {
        this.documents = documents;
        this.reports = reports;
        this.current = current;
    }

    /** A revision as it was saved. */
    public record Revision(@JsonUnwrapped Saved saved, @JsonUnwrapped ReportContent content) {
    }

    @PUT
    public Response change(UUID id, @HeaderParam(HttpHeaders.IF_MATCH) String match, ReportChange change) {
        documents.change(id, base(match), change, current.get());
        return answer(id);
    }

    private Response answer(UUID id) {
        ReportDocument document = documents.of(id, reports.draft(id, current.get()));
        return Response.ok(document).header(HttpHeaders.ETAG, document.tag()).build();
    }

    /** A tag that is none of ours matches nothing. */
    private static Integer base(String match) {
        if (match == null || match.strip().equals(ANY)) {
            return null;
        }
        Matcher tag = TAG.matcher(match);
        return tag.matches() ? Integer.valueOf(tag.group(1)) : Integer.valueOf(-1);
    }

    /** The newest first. @param after the last number that is known already */
    @GET
    @Path("revisions")
    @Transactional
    public PagedList<Saved> revisions(UUID id, @QueryParam("after") Integer after, @QueryParam("limit") Integer limit) {
        int most = PagedList.limit(limit);
        List<Saved> found = ReportRevision.before(id, after == null ? Integer.MAX_VALUE : after, most);
        return new PagedList<>(found, found.size() == most ? String.valueOf(found.get(most - 1).number()) : null);
    }

    @GET
    @Path("revisions/{number}")
    @Transactional
    public Revision revision(UUID id, int number) {
        ReportRevision found = ReportRevision.of(id, number);
        if (found == null) {
            throw Problem.notFound();
        }
        return new Revision(new Saved(found.number, found.author, found.createdAt), found.content());
    }
}

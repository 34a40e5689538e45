package dev.blackstart.review.comment;

import java.util.List;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.OpenToReaders;
import dev.blackstart.problem.Choice;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Comments on the report of an exercise, for whoever may read it. */
@Path("/api/exercises/{id}/report/comments")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class ReportCommentApi {

    private final ReportComments comments;
    private final CurrentAccess current;
    private final Viewer viewer;

    ReportCommentApi(ReportComments comments, CurrentAccess current, Viewer viewer) {
        this.comments = comments;
        this.current = current;
        this.viewer = viewer;
    }

    /** @param to answered, taken-up or withdrawn @param text why; not for withdrawn */
    public record CommentMove(String to, String text) {
    }

    @GET
    @OpenToReaders
    @Transactional
    public PagedList<CommentView> list(UUID id, @QueryParam("section") String section, @QueryParam("state") String state,
            @QueryParam("after") UUID after, @QueryParam("limit") Integer limit) {
        CommentReader reader = reader(id);
        int most = PagedList.limit(limit);
        List<CommentView> found = CommentList.of(reader, section, Choice.of("state", CommentState.class, state), after, most);
        return new PagedList<>(found, found.size() == most ? found.get(most - 1).id().toString() : null);
    }

    /** The same id again stores nothing more (200). */
    @POST
    @OpenToReaders
    public Response add(UUID id, CommentEntry entry) {
        ReportComments.Taken taken = comments.take(reader(id), entry);
        return Response.status(taken.fresh() ? Response.Status.CREATED : Response.Status.OK).entity(taken.comment()).build();
    }

    @POST
    @OpenToReaders
    @Path("{comment}/transitions")
    public CommentView move(UUID id, UUID comment, CommentMove move) {
        CommentReader reader = reader(id);
        return comments.move(reader, comment, move == null ? null : move.to(), move == null ? null : move.text());
    }

    private CommentReader reader(UUID id) {
        return comments.reader(id, current.find(), viewer.key());
    }
}

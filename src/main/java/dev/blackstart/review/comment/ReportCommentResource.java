package dev.blackstart.review.comment;

import java.net.URI;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
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

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.OpenToReaders;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Arrived;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** All comments on a report, a form for another one, and for control staff the answers. */
@Path("/exercises/{id}/report/comments")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ReportCommentResource {

    private static final int SHOWN = 50;

    private final ReportComments comments;
    private final Directory directory;
    private final CurrentAccess current;
    private final Viewer viewer;

    ReportCommentResource(ReportComments comments, Directory directory, CurrentAccess current, Viewer viewer) {
        this.comments = comments;
        this.directory = directory;
        this.current = current;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance comments(PageContext page, Shown shown, FormState typed);
    }

    /**
     * @param section the filter and what the form begins with; null for none
     * @param state the filter; null for none
     * @param next for the following page; null at the end
     * @param once made with the form, so that sending it twice stores it once
     */
    public record Shown(UUID exercise, String title, boolean control, boolean open, List<CommentedSection> sections,
            List<String> states, String section, String state, List<CommentView> items, String next,
            Map<String, String> names, ZoneId zone, UUID once) {

        public String address() {
            return "/exercises/" + exercise + "/report/comments";
        }
    }

    @GET
    @OpenToReaders
    @Transactional
    public TemplateInstance show(UUID id, @QueryParam("section") String section, @QueryParam("state") String state,
            @QueryParam("after") UUID after) {
        return page(reader(id), blank(section), blank(state), after, FormState.NOTHING);
    }

    private static String blank(String text) {
        return text == null || text.isBlank() ? null : text;
    }

    @POST
    @OpenToReaders
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response add(UUID id, @RestForm UUID once, @RestForm String section, @RestForm String text,
            @RestForm boolean anonymous, @RestForm String readers) {
        CommentReader reader = reader(id);
        try {
            comments.take(reader, new CommentEntry(once, section, text, anonymous, blank(readers)));
        } catch (Problem problem) {
            return refused(reader, problem, FormState.in("comment", "section", section, "text", text, "anonymous", anonymous,
                    "readers", readers));
        }
        return Arrived.COMMENT.at("/exercises/" + id + "/report/comments");
    }

    @POST
    @OpenToReaders
    @Path("{comment}/transitions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(UUID id, UUID comment, @RestForm String to, @RestForm String text) {
        CommentReader reader = reader(id);
        try {
            comments.move(reader, comment, to, text);
        } catch (Problem problem) {
            if (problem.status == Response.Status.NOT_FOUND.getStatusCode()) {
                throw problem;
            }
            return refused(reader, problem, FormState.in("answer-" + comment, "text", text));
        }
        return Response.seeOther(URI.create("/exercises/" + id + "/report/comments#c-" + comment)).build();
    }

    private CommentReader reader(UUID id) {
        return comments.reader(id, current.find(), viewer.key());
    }

    private Response refused(CommentReader reader, Problem problem, FormState typed) {
        return Response.status(problem.status).entity(page(reader, null, null, null, typed.refused(problem))).build();
    }

    private TemplateInstance page(CommentReader reader, String section, String state, UUID after, FormState typed) {
        Exercise exercise = Exercise.findById(reader.exercise());
        List<CommentView> items = CommentList.of(reader, section, Choice.of("state", CommentState.class, state), after, SHOWN);
        return Templates.comments(viewer.page("Comments on the report", "programme"), new Shown(exercise.id, reader.title(),
                reader.control(), exercise.state.hasEnded() && !exercise.isRehearsal(), reader.sections(),
                Choice.keys(CommentState.class), section, state, items,
                items.size() == SHOWN ? items.get(SHOWN - 1).id().toString() : null, CommentNames.of(items, directory),
                exercise.zoneId(), UUID.randomUUID()), typed);
    }
}

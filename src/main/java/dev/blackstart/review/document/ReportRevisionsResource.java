package dev.blackstart.review.document;

import java.util.List;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.people.Directory;
import dev.blackstart.problem.Problem;
import dev.blackstart.review.document.ReportRevision.Saved;
import dev.blackstart.review.draft.DirectoryNames;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The history of a report: who saved what and when, each with what it changed. */
@Path("/exercises/{id}/report/revisions")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
@Produces(MediaType.TEXT_HTML)
public class ReportRevisionsResource {

    private static final int SHOWN = 50;

    private final Directory directory;
    private final CurrentAccess current;
    private final Viewer viewer;

    ReportRevisionsResource(Directory directory, CurrentAccess current, Viewer viewer) {
        this.directory = directory;
        this.current = current;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance revisions(PageContext page, Exercise exercise, List<Saved> found, boolean more,
                DirectoryNames names);

        static native TemplateInstance revision(PageContext page, Exercise exercise, ReportRevision revision,
                List<TextDifference> changes, ReportContent content, boolean newest, DirectoryNames names);
    }

    @GET
    @Transactional
    public TemplateInstance list(UUID id, @QueryParam("before") Integer before) {
        List<Saved> found = ReportRevision.before(id, before == null ? Integer.MAX_VALUE : before, SHOWN + 1);
        List<Saved> shown = found.subList(0, Math.min(SHOWN, found.size()));
        return Templates.revisions(viewer.page("History of the report", "programme"), Exercise.findById(id), shown,
                found.size() > SHOWN, names(shown.stream().map(Saved::author).distinct().toList()));
    }

    @GET
    @Path("{number}")
    @Transactional
    public TemplateInstance show(UUID id, int number) {
        ReportRevision found = ReportRevision.of(current.get().exercise(), number);
        if (found == null) {
            throw Problem.notFound();
        }
        ReportContent content = found.content();
        return Templates.revision(viewer.page("Revision " + number, "programme"), Exercise.findById(id), found,
                TextDifference.between(ReportEditing.content(id, number - 1), content), content,
                StoredReport.of(id).revision == number, names(List.of(found.author)));
    }

    private DirectoryNames names(List<String> people) {
        return new DirectoryNames(directory.names(people));
    }
}

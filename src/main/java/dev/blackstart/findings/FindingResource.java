package dev.blackstart.findings;

import java.util.List;
import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** One finding in full, for those who may read it: lists show its beginning. */
@Path("/exercises/{id}/findings/{finding}")
@Authenticated
public class FindingResource {

    private final Attachments attachments;
    private final CurrentAccess current;
    private final Viewer viewer;

    FindingResource(Attachments attachments, CurrentAccess current, Viewer viewer) {
        this.attachments = attachments;
        this.current = current;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "findings")
    static class Templates {
        static native TemplateInstance finding(PageContext page, UUID id, String zone, FindingView finding,
                boolean participant);
    }

    /** Unknown and hidden answer alike: 404. */
    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(UUID id, UUID finding) {
        ExerciseAccess sight = current.get();
        Finding known = attachments.visible(id, finding, sight);
        Exercise exercise = Exercise.findById(id);
        FindingView view = Findings.withAttachments(List.of(FindingView.of(known, exercise, sight))).get(0);
        return Templates.finding(viewer.page("Finding", "programme"), id,
                exercise.zone, view, !sight.control());
    }
}

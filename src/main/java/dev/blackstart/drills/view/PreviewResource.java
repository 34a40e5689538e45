package dev.blackstart.drills.view;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.drills.view.DrillPreview.Previewed;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Shows what a drill would do now, without touching anything; for control staff. */
@Path("/exercises/{id}/drills/{key}/preview")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class PreviewResource {

    private final DrillPreview preview;
    private final Viewer viewer;

    PreviewResource(DrillPreview preview, Viewer viewer) {
        this.preview = preview;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "drills")
    static class Templates {
        static native TemplateInstance preview(PageContext page, Exercise exercise, PlanDocument.Drill drill,
                Previewed preview);
    }

    @GET
    @RequiresPermission(Permission.SEE_CONTROL)
    public TemplateInstance show(UUID id, String key) {
        Exercise exercise = Exercise.findById(id);
        PlanDocument.Drill drill = exercise.plan().drill(key).orElseThrow(Problem::notFound);
        return Templates.preview(viewer.page("Preview · " + drill.title(), "programme"), exercise, drill,
                preview.of(exercise, drill));
    }
}

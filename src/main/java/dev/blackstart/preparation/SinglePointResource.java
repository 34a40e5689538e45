package dev.blackstart.preparation;

import java.net.URI;
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

import dev.blackstart.exercise.Exercise;
import dev.blackstart.preparation.checklist.PreparationItem;
import dev.blackstart.preparation.singlepoint.PointMentions;
import dev.blackstart.preparation.singlepoint.References;
import dev.blackstart.preparation.singlepoint.SinglePoint;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The register of single points of failure: what was found while preparing, and what became of it. */
@Path("/single-points")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class SinglePointResource {

    private final PreparationAccess preparationAccess;
    private final PreparationActions preparationActions;
    private final PreparationViews preparationViews;
    private final References references;
    private final Viewer viewer;

    SinglePointResource(PreparationAccess preparationAccess, PreparationActions preparationActions,
            PreparationViews preparationViews, References references,
            Viewer viewer) {
        this.preparationAccess = preparationAccess;
        this.preparationActions = preparationActions;
        this.preparationViews = preparationViews;
        this.references = references;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "preparation")
    static class Templates {
        static native TemplateInstance points(PageContext page, List<PreparationViews.Point> open,
                List<PreparationViews.Point> settled);

        static native TemplateInstance point(PageContext page, PreparationViews.Point point, String title, boolean accept,
                String zone,
                List<PointMentions.Step> next, FormState typed);
    }

    @GET
    public TemplateInstance list() {
        List<PreparationViews.Point> points = preparationViews.points(preparationAccess.points());
        return Templates.points(viewer.page("Single points of failure", "preparation"),
                points.stream().filter(point -> point.isOpen()).toList(),
                points.stream().filter(point -> !point.isOpen()).toList());
    }

    @GET
    @Path("{point}")
    public TemplateInstance show(UUID point) {
        return page(preparationAccess.point(point), FormState.NOTHING);
    }

    @POST
    @Path("{point}/transitions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(UUID point, @RestForm String to, @RestForm String reason) {
        SinglePoint known = preparationAccess.point(point);
        try {
            preparationActions.settle(known, to, reason, preparationAccess.part(preparationAccess.item(known.itemId)));
        } catch (Problem problem) {
            if (problem.status != 422) {
                throw problem;
            }
            return Response.status(422)
                    .entity(page(preparationAccess.point(point), FormState.in("settle", "reason", reason).refused(problem)))
                    .build();
        }
        return Response.seeOther(URI.create("/single-points/" + point)).build();
    }

    private TemplateInstance page(SinglePoint point, FormState typed) {
        PreparationItem item = preparationAccess.item(point.itemId);
        PreparationAccess.Part part = preparationAccess.part(item);
        return Templates.point(viewer.page(point.reference + " " + point.title, "preparation"),
                preparationViews.of(point).with(references.of(point)), part.control() ? item.title : item.teamTitle(),
                part.mayAssign(),
                Exercise.<Exercise> findById(item.exerciseId).zone, references.next(point), typed);
    }
}

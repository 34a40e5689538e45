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

import dev.blackstart.planning.Exercise;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Page;
import dev.blackstart.web.Problem;
import dev.blackstart.web.Typed;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The register of single points of failure: what was found while preparing, and what became of it. */
@Path("/single-points")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class SinglePointResource {

    private final Access access;
    private final Work work;
    private final Views views;
    private final Mentions mentions;
    private final Viewer viewer;

    SinglePointResource(Access access, Work work, Views views, Mentions mentions, Viewer viewer) {
        this.access = access;
        this.work = work;
        this.views = views;
        this.mentions = mentions;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "preparation")
    static class Templates {
        static native TemplateInstance points(Page page, List<Views.Point> open, List<Views.Point> settled);

        static native TemplateInstance point(Page page, Views.Point point, String title, boolean accept, String zone,
                List<PointMentions.Step> next, Typed typed);
    }

    @GET
    public TemplateInstance list() {
        List<Views.Point> points = views.points(access.points());
        return Templates.points(viewer.page("Single points of failure", "preparation"),
                points.stream().filter(point -> point.isOpen()).toList(),
                points.stream().filter(point -> !point.isOpen()).toList());
    }

    @GET
    @Path("{point}")
    public TemplateInstance show(UUID point) {
        return page(access.point(point), Typed.NOTHING);
    }

    @POST
    @Path("{point}/transitions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(UUID point, @RestForm String to, @RestForm String reason) {
        SinglePoint known = access.point(point);
        try {
            work.settle(known, to, reason, access.part(access.item(known.itemId)));
        } catch (Problem problem) {
            if (problem.status != 422) {
                throw problem;
            }
            return Response.status(422).entity(page(access.point(point), Typed.in("settle", "reason", reason).refused(problem)))
                    .build();
        }
        return Response.seeOther(URI.create("/single-points/" + point)).build();
    }

    private TemplateInstance page(SinglePoint point, Typed typed) {
        PreparationItem item = access.item(point.itemId);
        Access.Part part = access.part(item);
        return Templates.point(viewer.page(point.reference + " " + point.title, "preparation"),
                views.of(point).with(mentions.of(point)), part.control() ? item.title : item.teamTitle(), part.mayAssign(),
                Exercise.<Exercise> findById(item.exerciseId).zone, mentions.next(point), typed);
    }
}

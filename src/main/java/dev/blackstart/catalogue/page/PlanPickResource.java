package dev.blackstart.catalogue.page;

import java.util.List;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.database.Folded;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.form.Picking;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** What a picker of plans offers while somebody types: a few of those they may read, by name and key. */
@Path("/pick/plans")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class PlanPickResource {

    private static final int OFFERED = 20;

    private final Viewer viewer;

    PlanPickResource(Viewer viewer) {
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "catalogue")
    static class Templates {
        static native TemplateInstance options(List<String> lines);
    }

    @GET
    public TemplateInstance plans(@QueryParam("plan") String words) {
        String pattern = Folded.containing(words == null ? "" : words.replace("\0", "").strip());
        return Templates.options(Plan.named(viewer.key(), viewer.isMaster(), pattern, OFFERED).stream()
                .map(plan -> Picking.line(plan.name, plan.key)).toList());
    }
}

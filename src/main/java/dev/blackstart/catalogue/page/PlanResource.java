package dev.blackstart.catalogue.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

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

import dev.blackstart.catalogue.PlanDocument;
import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.catalogue.importing.ImportResult;
import dev.blackstart.catalogue.importing.PlanImporter;
import dev.blackstart.catalogue.importing.PlanRefused;
import dev.blackstart.catalogue.reading.PlanNames;
import dev.blackstart.catalogue.reading.PlanWords;
import dev.blackstart.catalogue.source.Violation;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Plans to read, to check and to import. */
@Path("/plans")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class PlanResource {

    private static final String WORDS = "words";
    private static final Set<String> VIEWS = Set.of(WORDS, "changes", "yaml");

    private final PlanImporter importer;
    private final Viewer viewer;

    PlanResource(PlanImporter importer, Viewer viewer) {
        this.importer = importer;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "catalogue")
    static class Templates {
        static native TemplateInstance show(PageContext page, PlanDocument plan, int revision, String view, PlanWords words,
                String source, List<PlanRevision> revisions);

        static native TemplateInstance edit(PageContext page, Draft draft);
    }

    /** A plan's text as it is typed, and what was found in it. @param result null unless it was checked and can be imported */
    public record Draft(String source, List<Violation> violations, List<Violation> warnings, ImportResult result) {
    }

    @GET
    @Path("{key}")
    @Transactional
    public TemplateInstance show(String key, @QueryParam("revision") Integer number, @QueryParam("view") String view) {
        PlanRevision revision = PlanRevision.readable(key, number, viewer.key(), viewer.isMaster());
        PlanDocument plan = revision.document();
        return Templates.show(viewer.page(plan.name(), "plans"), plan, revision.number,
                view != null && VIEWS.contains(view) ? view : WORDS,
                PlanWords.of(PlanNames.of(plan, revision.tree())), text(revision.source), PlanRevision.all(key));
    }

    /** The editor: empty for a new plan, else with a plan's newest source. */
    @GET
    @Path("editor")
    @Transactional
    public TemplateInstance editor(@QueryParam("plan") String key) {
        viewer.mustBeMaster();
        String source = key == null ? "" : text(PlanRevision.readable(key, null, viewer.key(), viewer.isMaster()).source);
        return edit(new Draft(source, List.of(), List.of(), null));
    }

    /** Checks, and imports only where that was asked for; what was typed stays. */
    @POST
    @Path("editor")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@RestForm String source, @RestForm String act) {
        viewer.mustBeMaster();
        String typed = source == null ? "" : source.replace("\r\n", "\n");
        boolean only = !"import".equals(act);
        try {
            ImportResult result = importer.importPlan(typed.getBytes(StandardCharsets.UTF_8), viewer.key(), only);
            return only ? Response.ok(edit(new Draft(typed, List.of(), result.warnings(), result))).build()
                    : Response.seeOther(URI.create("/plans/" + result.key())).build();
        } catch (PlanRefused refused) {
            return Response.status(422).entity(edit(new Draft(typed, refused.violations(), refused.warnings(), null))).build();
        }
    }

    private TemplateInstance edit(Draft draft) {
        return Templates.edit(viewer.page("Write a plan", "plans"), draft);
    }

    private static String text(byte[] source) {
        return new String(source, StandardCharsets.UTF_8);
    }
}

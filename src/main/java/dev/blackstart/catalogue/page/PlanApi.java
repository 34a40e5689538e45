package dev.blackstart.catalogue.page;

import java.net.URI;
import java.util.List;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.blackstart.catalogue.Plan;
import dev.blackstart.catalogue.PlanRevision;
import dev.blackstart.catalogue.importing.ImportResult;
import dev.blackstart.catalogue.importing.ImportResult.Outcome;
import dev.blackstart.catalogue.importing.PlanImporter;
import dev.blackstart.catalogue.importing.PlanRefused;
import dev.blackstart.catalogue.source.Violation;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Json;
import dev.blackstart.web.PagedList;
import io.quarkus.security.Authenticated;

/** Plans as code: import, list, read, export. Whoever may not read a plan is told that there is none. */
@Path("/api/plans")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
public class PlanApi {

    static final String YAML = "application/yaml";

    /** Whoever has no preference gets JSON. */
    private static final String LESS = ";qs=0.5";

    private final PlanImporter importer;
    private final Viewer viewer;

    PlanApi(PlanImporter importer, Viewer viewer) {
        this.importer = importer;
        this.viewer = viewer;
    }

    /** What an import did, or, dry, would do. */
    public record Imported(String key, int revision, List<Violation> warnings) {
    }

    /** A plan in the list. */
    public record Row(String key, String name, String type, String owner, String team, int revision) {
        static Row of(Plan plan) {
            return new Row(plan.key, plan.name, plan.type, plan.owner, plan.team, plan.revision);
        }
    }

    @POST
    @Consumes({ YAML, "application/x-yaml", "text/yaml", "text/x-yaml", MediaType.APPLICATION_JSON })
    public Response take(@QueryParam("dryRun") boolean dryRun, byte[] body) {
        viewer.mustBeMaster();
        ImportResult result;
        try {
            result = importer.importPlan(body == null ? new byte[0] : body, viewer.key(), dryRun);
        } catch (PlanRefused refused) {
            throw new Problem(422, "Plan refused", refused.getMessage()).with("violations", refused.violations())
                    .with("warnings", refused.warnings());
        }
        Imported imported = new Imported(result.key(), result.revision(), result.warnings());
        return dryRun || result.outcome() != Outcome.NEW ? Response.ok(imported).build()
                : Response.created(URI.create("/api/plans/" + result.key())).entity(imported).build();
    }

    @GET
    @Transactional
    public PagedList<Row> list(@QueryParam("after") String after, @QueryParam("limit") Integer limit) {
        int most = PagedList.limit(limit);
        List<Row> rows = Plan.visible(viewer.key(), viewer.isMaster(), after, most + 1).stream().map(Row::of).toList();
        return rows.size() <= most ? PagedList.whole(rows)
                : new PagedList<>(rows.subList(0, most), rows.get(most - 1).key());
    }

    /** The plan's own tree, with its revision and who imported it. */
    @GET
    @Path("{key}")
    @Transactional
    public JsonNode show(String key, @QueryParam("revision") Integer number) {
        PlanRevision revision = PlanRevision.readable(key, number, viewer.key(), viewer.isMaster());
        ObjectNode shown = revision.tree().deepCopy();
        shown.put("revision", revision.number);
        shown.put("importedBy", revision.importedBy);
        shown.put("importedAt", Json.text(revision.createdAt));
        return shown;
    }

    /** Byte for byte what was imported. */
    @GET
    @Path("{key}")
    @Produces({ YAML + LESS, "application/x-yaml" + LESS, "text/yaml" + LESS, "text/x-yaml" + LESS })
    @Transactional
    public byte[] export(String key, @QueryParam("revision") Integer number) {
        return PlanRevision.readable(key, number, viewer.key(), viewer.isMaster()).source;
    }
}

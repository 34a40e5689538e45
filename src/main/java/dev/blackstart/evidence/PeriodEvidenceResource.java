package dev.blackstart.evidence;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.problem.Problem;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import io.quarkus.arc.Arc;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateExtension;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;

/** The evidence pack of a period: its page, and the file. */
@Path("/evidence")
@Authenticated
public class PeriodEvidenceResource {

    private final EvidenceDownload download;
    private final EvidenceConfig config;
    private final Viewer viewer;

    PeriodEvidenceResource(EvidenceDownload download, EvidenceConfig config, Viewer viewer) {
        this.download = download;
        this.config = config;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "evidence")
    static class Templates {
        static native TemplateInstance period(PageContext page, Asked asked, List<Exercise> exercises, int most);
    }

    /** What the form holds. @param query of what is shown; null where the typed time was refused */
    record Asked(String from, String to, String query, String field, String refused) {

        public String errorOf(String name) {
            return name.equals(field) ? refused : null;
        }
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public Response period(@QueryParam("from") String from, @QueryParam("to") String to) {
        try {
            EvidencePeriod period = from == null && to == null ? download.thisYear() : download.period(from, to);
            return page(new Asked(period.from().toString(), period.to().toString(), period.query(), null, null),
                    download.closed(period), Response.Status.OK.getStatusCode());
        } catch (Problem problem) {
            return page(new Asked(from, to, null, problem.field(), problem.getMessage()), List.of(), problem.status);
        }
    }

    private Response page(Asked asked, List<Exercise> exercises, int status) {
        return Response.status(status).entity(Templates.period(viewer.page("Evidence pack", "insight"), asked, exercises,
                config.mostExercises())).build();
    }

    @GET
    @Path("pack")
    @Produces(EvidenceDownload.ZIP)
    @Blocking
    public CompletionStage<Response> ofPeriod(@QueryParam("from") String from, @QueryParam("to") String to) {
        return download.ofPeriod(from, to);
    }

    /** Lets a page ask whether its reader may take the pack of an exercise. */
    @TemplateExtension(namespace = "evidence")
    static final class Offered {

        private Offered() {
        }

        static boolean offered(UUID exercise) {
            return Arc.container().instance(EvidenceAccess.class).get().mayTake(Exercise.findById(exercise),
                    Arc.container().instance(CurrentAccess.class).get().find());
        }
    }
}

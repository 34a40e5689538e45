package dev.blackstart.review;

import java.util.UUID;
import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.review.draft.ReportDraft;
import dev.blackstart.security.Viewer;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;

/** The after-action report as a page, and to take away. */
@Path("/exercises/{id}")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
public class ReportResource {

    private final Reports reports;
    private final ReportFormat format;
    private final CurrentAccess current;
    private final Viewer viewer;

    ReportResource(Reports reports, ReportFormat format, CurrentAccess current, Viewer viewer) {
        this.current = current;
        this.reports = reports;
        this.format = format;
        this.viewer = viewer;
    }

    @GET
    @Path("report")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(UUID id, @BeanParam LongLists.Wanted wanted) {
        return format.page(id, viewer.page("Report", "programme"), wanted, current.get());
    }

    @GET
    @Path("report.md")
    @Produces(ReportApi.MARKDOWN)
    public String markdown(UUID id) {
        return format.markdown(id, current.get());
    }

    @GET
    @Path("report.pdf")
    @Produces(ReportApi.PDF)
    @Blocking
    public CompletionStage<byte[]> pdf(UUID id) {
        return format.pdf(id, current.get());
    }

    @GET
    @Path("report.json")
    @Produces(MediaType.APPLICATION_JSON)
    public ReportDraft json(UUID id) {
        return reports.draft(id, current.get());
    }
}

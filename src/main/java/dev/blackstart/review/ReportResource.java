package dev.blackstart.review;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.planning.Requires;
import dev.blackstart.planning.Right;
import dev.blackstart.security.Viewer;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The after-action report as a page, and to take away. */
@Path("/exercises/{id}")
@Authenticated
@Requires(Right.SEE_CONTROL)
public class ReportResource {

    private final Reports reports;
    private final ReportFormat format;
    private final Viewer viewer;

    ReportResource(Reports reports, ReportFormat format, Viewer viewer) {
        this.reports = reports;
        this.format = format;
        this.viewer = viewer;
    }

    @GET
    @Path("report")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(UUID id) {
        return format.page(id, viewer.page("Report", "programme"));
    }

    @GET
    @Path("report.md")
    @Produces(ReportApi.MARKDOWN)
    public String markdown(UUID id) {
        return format.markdown(id);
    }

    @GET
    @Path("report.pdf")
    @Produces(ReportApi.PDF)
    public byte[] pdf(UUID id) {
        return format.pdf(id);
    }

    @GET
    @Path("report.json")
    @Produces(MediaType.APPLICATION_JSON)
    public ReportDraft json(UUID id) {
        return reports.draft(id);
    }
}

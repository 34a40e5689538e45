package dev.blackstart.review;

import java.util.UUID;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.planning.Requires;
import dev.blackstart.planning.Right;
import dev.blackstart.web.Page;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The after-action report of an exercise, in the form that the caller accepts; JSON where they take anything. */
@Path("/api/exercises/{id}/report")
@Authenticated
@Requires(Right.SEE_CONTROL)
public class ReportApi {

    static final String PDF = "application/pdf";
    static final String MARKDOWN = "text/markdown;charset=UTF-8";

    private final Reports reports;
    private final ReportFormat format;

    ReportApi(Reports reports, ReportFormat format) {
        this.reports = reports;
        this.format = format;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ReportDraft json(UUID id) {
        return reports.draft(id);
    }

    @GET
    @Produces(MARKDOWN + ";qs=0.6")
    public String markdown(UUID id) {
        return format.markdown(id);
    }

    @GET
    @Produces(PDF + ";qs=0.4")
    public byte[] pdf(UUID id) {
        return format.pdf(id);
    }

    /** The page, without what belongs to somebody's session. */
    @GET
    @Produces(MediaType.TEXT_HTML + ";qs=0.5")
    public TemplateInstance html(UUID id) {
        return format.page(id, new Page("Report", null, null));
    }
}

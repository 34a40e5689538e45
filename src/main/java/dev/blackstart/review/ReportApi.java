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
import dev.blackstart.web.PageContext;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;

/** The after-action report of an exercise, in the form that the caller accepts; JSON where they take anything. */
@Path("/api/exercises/{id}/report")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
public class ReportApi {

    static final String PDF = "application/pdf";
    static final String MARKDOWN = "text/markdown;charset=UTF-8";

    private final Reports reports;
    private final ReportFormat format;

    private final CurrentAccess current;

    ReportApi(Reports reports, ReportFormat format, CurrentAccess current) {
        this.current = current;
        this.reports = reports;
        this.format = format;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public ReportDraft json(UUID id) {
        return reports.draft(id, current.get());
    }

    @GET
    @Produces(MARKDOWN + ";qs=0.6")
    public String markdown(UUID id) {
        return format.markdown(id, current.get());
    }

    @GET
    @Produces(PDF + ";qs=0.4")
    @Blocking
    public CompletionStage<byte[]> pdf(UUID id) {
        return format.pdf(id, current.get());
    }

    /** The page, without what belongs to somebody's session. */
    @GET
    @Produces(MediaType.TEXT_HTML + ";qs=0.5")
    public TemplateInstance html(UUID id, @BeanParam LongLists.Wanted wanted) {
        return format.page(id, new PageContext("Report", null, null), wanted, current.get());
    }
}

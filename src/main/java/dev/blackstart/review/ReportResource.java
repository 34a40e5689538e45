package dev.blackstart.review;

import java.util.UUID;
import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.exercise.access.OpenToReaders;
import dev.blackstart.security.Viewer;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;

/** The after-action report as a page, and to take away. */
@Path("/exercises/{id}")
@Authenticated
public class ReportResource {

    private final ReportReading reading;
    private final Viewer viewer;

    ReportResource(ReportReading reading, Viewer viewer) {
        this.reading = reading;
        this.viewer = viewer;
    }

    @GET
    @OpenToReaders
    @Path("report")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(UUID id, @BeanParam LongLists.Wanted wanted) {
        return reading.page(id, viewer.page("Report", "programme"), wanted);
    }

    /** The copy that its audience reads, for control staff too. */
    @GET
    @OpenToReaders
    @Path("report/published")
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance published(UUID id) {
        return reading.published(id, viewer.page("Report", "programme"));
    }

    @GET
    @OpenToReaders
    @Path("report.md")
    @Produces(ReportApi.MARKDOWN)
    public String markdown(UUID id) {
        return reading.markdown(id);
    }

    @GET
    @OpenToReaders
    @Path("report.pdf")
    @Produces(ReportApi.PDF)
    @Blocking
    public CompletionStage<byte[]> pdf(UUID id) {
        return reading.pdf(id);
    }

    @GET
    @OpenToReaders
    @Path("report.json")
    @Produces(MediaType.APPLICATION_JSON)
    public ReportJson json(UUID id) {
        return reading.json(id);
    }
}

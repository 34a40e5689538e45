package dev.blackstart.review;

import java.util.UUID;
import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.exercise.access.OpenToReaders;
import dev.blackstart.web.PageContext;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;
import io.vertx.core.http.HttpServerResponse;

/**
 * The after-action report of an exercise, in the form that the caller accepts; JSON where they take anything. Control staff
 * read
 * it as it is now, its audience as it was published.
 */
@Path("/api/exercises/{id}/report")
@Authenticated
public class ReportApi {

    static final String PDF = "application/pdf";
    static final String MARKDOWN = "text/markdown;charset=UTF-8";

    private final ReportReading reading;

    ReportApi(ReportReading reading) {
        this.reading = reading;
    }

    @GET
    @OpenToReaders
    @Produces(MediaType.APPLICATION_JSON)
    public ReportJson json(UUID id, @Context HttpServerResponse response) {
        ReportJson found = reading.json(id);
        response.putHeader(HttpHeaders.ETAG, found.tag());
        return found;
    }

    @GET
    @OpenToReaders
    @Produces(MARKDOWN + ";qs=0.6")
    public String markdown(UUID id) {
        return reading.markdown(id);
    }

    @GET
    @OpenToReaders
    @Produces(PDF + ";qs=0.4")
    @Blocking
    public CompletionStage<byte[]> pdf(UUID id) {
        return reading.pdf(id);
    }

    /** The page, without what belongs to somebody's session. */
    @GET
    @OpenToReaders
    @Produces(MediaType.TEXT_HTML + ";qs=0.5")
    public TemplateInstance html(UUID id, @BeanParam LongLists.Wanted wanted) {
        return reading.page(id, new PageContext("Report", null, null), wanted);
    }
}

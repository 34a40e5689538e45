package dev.blackstart.evidence;

import java.util.concurrent.CompletionStage;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.Blocking;

/** The evidence pack of all closed exercises that ended in a time. */
@Path("/api/evidence")
@Authenticated
@Produces(EvidenceDownload.ZIP)
public class PeriodEvidenceApi {

    private final EvidenceDownload download;

    PeriodEvidenceApi(EvidenceDownload download) {
        this.download = download;
    }

    /** @param from the first day, in UTC @param to the last day */
    @GET
    @Blocking
    public CompletionStage<Response> ofPeriod(@QueryParam("from") String from, @QueryParam("to") String to) {
        return download.ofPeriod(from, to);
    }
}

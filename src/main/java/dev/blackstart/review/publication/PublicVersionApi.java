package dev.blackstart.review.publication;

import java.time.Instant;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.OpenToReaders;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.review.Reports;
import dev.blackstart.review.document.ReportDocuments;
import io.quarkus.security.Authenticated;

/** The public version of a report, for everybody who signs in. */
@Path("/api/exercises/{id}/report/public")
@Authenticated
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class PublicVersionApi {

    private final PublicVersions versions;
    private final ReportDocuments documents;
    private final Reports reports;
    private final CurrentAccess current;

    PublicVersionApi(PublicVersions versions, ReportDocuments documents, Reports reports, CurrentAccess current) {
        this.versions = versions;
        this.documents = documents;
        this.reports = reports;
        this.current = current;
    }

    /** @param revision of the report that it was made of */
    public record Published(String title, int revision, Instant at, String markdown) {

        static Published of(PublicVersion version) {
            return new Published(version.title, version.revision, version.createdAt, version.text());
        }
    }

    @GET
    @OpenToReaders
    public Published read(UUID id) {
        return Published.of(versions.read(id));
    }

    @PUT
    @RequiresPermission(Permission.CLOSE)
    public Published make(UUID id, PublicChoice choice) {
        return Published.of(versions.make(id, choice, documents.of(id, reports.draft(id, current.get())), current.get()));
    }
}

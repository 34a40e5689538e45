package dev.blackstart.directory.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import dev.blackstart.directory.blackout.BlackoutsAndIncidents;
import dev.blackstart.directory.files.FileViolation;
import dev.blackstart.directory.files.ParsedFile;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Files out of the directory and into it: first what would happen, in numbers, then that it happens. */
@Path("/directory")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class ImportResource {

    private static final int SHOWN = 20;

    private final Imports imports;
    private final DirectoryFileApi files;
    private final Viewer viewer;

    ImportResource(Imports imports, DirectoryFileApi files, Viewer viewer) {
        this.imports = imports;
        this.files = files;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "directory")
    static class Templates {
        static native TemplateInstance imports(PageContext page, List<ImportJob> jobs, FormState typed);

        static native TemplateInstance job(PageContext page, ImportJob job, List<FileViolation> violations,
                List<FileViolation> warnings, boolean own, String problem, String live, boolean pushed);

        /** @param pushed sent to a page that is open already: without a token, which the page adds */
        static native TemplateInstance job$job(ImportJob job, List<FileViolation> violations, List<FileViolation> warnings,
                boolean own, boolean pushed);
    }

    @GET
    @Path("imports")
    @Transactional
    public TemplateInstance list() {
        mayImport();
        return list(FormState.NOTHING);
    }

    private TemplateInstance list(FormState typed) {
        return Templates.imports(viewer.page("Files", "directory"), ImportJob.newest(SHOWN), typed);
    }

    /** A page that only masters of disaster and administrators have. */
    private void mayImport() {
        if (!viewer.isMaster()) {
            throw Problem.notFound();
        }
    }

    @POST
    @Path("imports")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response look(@RestForm String kind, @RestForm String charset, @RestForm FileUpload file) {
        viewer.mustBeMaster();
        FormState typed = FormState.in("look", "kind", kind, "charset", charset, "file", null);
        try {
            if (file == null || file.fileName() == null || file.fileName().isBlank()) {
                throw Problem.invalid("file", "Choose a file.");
            }
            String name = TextLimits.kept(TextLimits.LINE, file.fileName());
            ImportJob job = imports.look(kind, format(name), DirectoryFileApi.charset(charset), name, content(file),
                    viewer.key(),
                    viewer.isAdmin());
            return Response.seeOther(URI.create("/directory/imports/" + job.id)).build();
        } catch (Problem problem) {
            return Response.status(problem.status).entity(list(typed.refused(problem))).build();
        }
    }

    private static String format(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
            return ParsedFile.YAML;
        }
        if (lower.endsWith(".csv") || lower.endsWith(".txt")) {
            return ParsedFile.CSV;
        }
        throw Problem.invalid("file", "Files end in .csv or .yaml; save a workbook as CSV first.");
    }

    private static byte[] content(FileUpload file) {
        try {
            return Files.readAllBytes(file.uploadedFile());
        } catch (IOException failed) {
            throw new UncheckedIOException("the uploaded file cannot be read", failed);
        }
    }

    @GET
    @Path("imports/{id}")
    @Transactional
    public TemplateInstance show(UUID id) {
        mayImport();
        return show(id, null);
    }

    private TemplateInstance show(UUID id, String problem) {
        ImportJob job = BlackoutsAndIncidents.found(ImportJob.findById(id));
        return Templates.job(viewer.page(job.fileName, "directory"), job, imports.violations(job), imports.warnings(job),
                job.askedBy.equals(viewer.key()), problem,
                job.state.isWorking() ? "/directory/imports/" + id + "/live" : null, false);
    }

    /** @param to importing or discarded */
    @POST
    @Path("imports/{id}/transitions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(UUID id, @RestForm String to) {
        viewer.mustBeMaster();
        try {
            imports.move(id, to, viewer.key(), viewer.isAdmin());
            return Response.seeOther(URI.create("/directory/imports/" + id)).build();
        } catch (Problem problem) {
            if (problem.status == Response.Status.NOT_FOUND.getStatusCode()) {
                throw problem;
            }
            return Response.status(problem.status).entity(show(id, problem.getMessage())).build();
        }
    }

    /** @param name people.csv, teams.yaml and so on */
    @GET
    @Path("files/{name}")
    @Produces({ "text/csv", DirectoryFileApi.YAML })
    @Transactional
    public Response file(String name) {
        String kind = name.replaceFirst("\\.(csv|yaml)$", "");
        if (kind.equals(name) || !List.of("people", "teams", "systems").contains(kind)) {
            throw Problem.notFound();
        }
        return name.endsWith(".csv") ? files.csv(kind) : files.yaml(kind);
    }
}

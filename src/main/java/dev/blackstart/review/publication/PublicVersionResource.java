package dev.blackstart.review.publication;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.OpenToReaders;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import dev.blackstart.review.Reports;
import dev.blackstart.review.document.ReportDocument;
import dev.blackstart.review.document.ReportDocuments;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormAnswer;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Makes the public version of a report on a page, and shows it. */
@Path("/exercises/{id}/report/public")
@Authenticated
@Produces(MediaType.TEXT_HTML)
public class PublicVersionResource {

    private final PublicVersions versions;
    private final ReportDocuments documents;
    private final Reports reports;
    private final CurrentAccess current;
    private final Viewer viewer;

    PublicVersionResource(PublicVersions versions, ReportDocuments documents, Reports reports, CurrentAccess current,
            Viewer viewer) {
        this.versions = versions;
        this.documents = documents;
        this.reports = reports;
        this.current = current;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance publicVersion(PageContext page, PublicVersion version);

        static native TemplateInstance publicEdit(PageContext page, Exercise exercise, ReportDocument document,
                List<String> chosen, FormState typed);
    }

    @GET
    @OpenToReaders
    public TemplateInstance show(UUID id) {
        return Templates.publicVersion(viewer.page("Report", "programme"), versions.read(id));
    }

    @GET
    @Path("edit")
    @RequiresPermission(Permission.CLOSE)
    public TemplateInstance edit(UUID id) {
        ReportDocument document = documents.of(id, reports.draft(id, current.get()));
        return page(id, document, document.written().stream().map(ReportDocument.Section::key).toList(), FormState.NOTHING);
    }

    @POST
    @Path("edit")
    @RequiresPermission(Permission.CLOSE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response make(UUID id, @RestForm String title, @RestForm List<String> sections, @RestForm String replace) {
        List<String> chosen = sections == null ? List.of() : List.copyOf(sections);
        ReportDocument document = documents.of(id, reports.draft(id, current.get()));
        return FormAnswer.of(FormState.in("public", "title", title, "sections", chosen, "replace", replace), () -> {
            versions.make(id, new PublicChoice(title, chosen, replacements(replace)), document, current.get());
            return "/exercises/" + id + "/report/public";
        }, typed -> page(id, document, chosen, typed));
    }

    /** One a line: {@code Words = what to write instead}. */
    private static Map<String, String> replacements(String typed) {
        Map<String, String> words = new LinkedHashMap<>();
        for (String line : (typed == null ? "" : typed).lines().filter(one -> !one.isBlank()).toList()) {
            int equals = line.indexOf('=');
            if (equals < 1 || line.substring(0, equals).isBlank()) {
                throw Problem.invalid("replace", "Write 'Words = what to write instead', one a line. This is not: " + line);
            }
            words.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
        }
        return words;
    }

    private TemplateInstance page(UUID id, ReportDocument document, List<String> chosen, FormState typed) {
        return Templates.publicEdit(viewer.page("Public version", "programme"), Exercise.findById(id), document, chosen, typed);
    }
}

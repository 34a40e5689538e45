package dev.blackstart.review.document;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import dev.blackstart.review.Reports;
import dev.blackstart.review.document.ReportDocument.Section;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Arrived;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Writing a report: what there is to write, and each section with preview. */
@Path("/exercises/{id}/report")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
@Produces(MediaType.TEXT_HTML)
public class ReportEditResource {

    private static final String PREVIEW = "preview";

    private final ReportDocuments documents;
    private final ReportEditing editing;
    private final Reports reports;
    private final CurrentAccess current;
    private final Viewer viewer;

    ReportEditResource(ReportDocuments documents, ReportEditing editing, Reports reports, CurrentAccess current,
            Viewer viewer) {
        this.documents = documents;
        this.editing = editing;
        this.reports = reports;
        this.current = current;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance edit(PageContext page, Exercise exercise, ReportDocument document);

        static native TemplateInstance section(PageContext page, Exercise exercise, SectionPage shown);
    }

    /**
     * @param base the revision that the text belongs to
     * @param text what the field holds
     * @param preview whether to show the text as the report will
     * @param theirs what somebody else saved meanwhile; null where nobody did
     * @param difference from theirs to the text
     */
    public record SectionPage(Section section, int base, String text, boolean preview, String theirs,
            List<TextDifference.Line> difference, FormState typed) {
    }

    @GET
    @Path("edit")
    public TemplateInstance edit(UUID id) {
        ReportDocument document = documents.of(id, reports.draft(id, current.get()));
        return Templates.edit(viewer.page("Edit the report", "programme"), Exercise.findById(id), document);
    }

    /** A section that only this report has gets its key from its title. */
    @GET
    @Path("section")
    public Response named(UUID id, @QueryParam("title") String title) {
        String key = title == null ? ""
                : title.strip().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-")
                        .replaceAll("^[^a-z]+|-+$", "");
        return Response.seeOther(URI.create("/exercises/" + id + "/report/" + (key.isEmpty() ? "edit"
                : "sections/" + key.substring(0, Math.min(key.length(), 60))))).build();
    }

    /** @param revision an earlier one whose text the field begins with; null for the newest */
    @GET
    @Path("sections/{key}")
    public TemplateInstance section(UUID id, String key, @QueryParam("revision") Integer revision) {
        ReportContent newest = newest(id);
        Section section = named(key, newest);
        String text = revision == null ? section.text() : ReportEditing.content(id, revision).sections().get(key);
        return page(id, new SectionPage(section, number(id), text, false, null, List.of(), FormState.NOTHING));
    }

    @POST
    @Path("sections/{key}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(UUID id, String key, @RestForm String text, @RestForm int base, @RestForm String to) {
        String typed = text == null ? "" : text.replace("\r\n", "\n");
        if (PREVIEW.equals(to)) {
            return Response.ok(page(id, new SectionPage(named(key, newest(id)), base, typed, true, null, List.of(),
                    FormState.NOTHING))).build();
        }
        try {
            editing.section(id, key, base, typed, current.get());
        } catch (SectionConflict conflict) {
            Section section = named(key, newest(id));
            String theirs = section.text() == null ? "" : section.text();
            return refused(id, conflict, new SectionPage(section, conflict.newest, typed, false, theirs,
                    TextDifference.of(key, section.title(), theirs, typed).lines(),
                    FormState.in("section").refused(conflict)));
        } catch (Problem problem) {
            return refused(id, problem, new SectionPage(named(key, newest(id)), base, typed, false, null, List.of(),
                    FormState.in("section").refused(problem)));
        }
        return Arrived.REPORT.at("/exercises/" + id + "/report#" + key);
    }

    private Response refused(UUID id, Problem problem, SectionPage shown) {
        return Response.status(problem.status).entity(page(id, shown)).build();
    }

    private TemplateInstance page(UUID id, SectionPage shown) {
        return Templates.section(viewer.page(shown.section().title(), "programme"), Exercise.findById(id), shown);
    }

    private static ReportContent newest(UUID id) {
        return ReportEditing.content(id, number(id));
    }

    private static int number(UUID id) {
        StoredReport stored = StoredReport.of(id);
        return stored == null ? 0 : stored.revision;
    }

    private static Section named(String key, ReportContent content) {
        if (!ReportSection.isKey(key)) {
            throw Problem.notFound();
        }
        return ReportDocument.section(key, content.sections());
    }
}

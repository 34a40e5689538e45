package dev.blackstart.review.document;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.problem.Problem;
import dev.blackstart.review.Reports;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.Arrived;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The mandatory fields of a report on one page: each a value, or why it does not apply. */
@Path("/exercises/{id}/report/fields")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
@Produces(MediaType.TEXT_HTML)
public class ReportFieldsResource {

    /** Behind a field's key: the name of the field that says why it does not apply. */
    static final String NOT = "-not";

    private final ReportDocuments documents;
    private final ReportEditing editing;
    private final Reports reports;
    private final CurrentAccess current;
    private final Viewer viewer;

    ReportFieldsResource(ReportDocuments documents, ReportEditing editing, Reports reports, CurrentAccess current,
            Viewer viewer) {
        this.documents = documents;
        this.editing = editing;
        this.reports = reports;
        this.current = current;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance fields(PageContext page, Exercise exercise, ReportDocument document, FormState typed,
                Map<String, String> values, int base);
    }

    @GET
    public TemplateInstance show(UUID id) {
        ReportDocument document = documents.of(id, reports.draft(id, current.get()));
        return page(id, document, FormState.NOTHING, values(document), document.revision());
    }

    /** What was typed is kept; what the record says is shown beside it and not stored. */
    private static Map<String, String> values(ReportDocument document) {
        Map<String, String> values = new HashMap<>();
        document.listed().stream().filter(one -> one.value() != null && !one.fromRecord()).forEach(one -> {
            values.put(one.field().key(), one.value().value());
            values.put(one.field().key() + NOT, one.value().notApplicable());
        });
        return values;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(UUID id, MultivaluedMap<String, String> form) {
        int base = number(form.getFirst("base"));
        Map<String, String> typed = new HashMap<>();
        try {
            editing.fields(id, base, read(form, typed), current.get());
        } catch (Problem problem) {
            ReportDocument document = documents.of(id, reports.draft(id, current.get()));
            int shown = problem instanceof SectionConflict conflict ? conflict.newest : base;
            Map<String, Object> values = new HashMap<>(typed);
            return Response.status(problem.status)
                    .entity(page(id, document, new FormState("fields", values, null, null).refused(problem), typed, shown))
                    .build();
        }
        return Arrived.REPORT.at("/exercises/" + id + "/report/edit");
    }

    private static int number(String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    /** @param typed gets every value as it was typed */
    private static Map<String, FieldValue> read(MultivaluedMap<String, String> form, Map<String, String> typed) {
        Map<String, FieldValue> values = new LinkedHashMap<>();
        for (ReportField field : ReportField.values()) {
            String value = form.getFirst(field.key());
            String not = form.getFirst(field.key() + NOT);
            typed.put(field.key(), value);
            typed.put(field.key() + NOT, not);
            values.put(field.key(), not != null && !not.isBlank() ? FieldValue.notApplicable(not.strip())
                    : value == null || value.isBlank() ? null : FieldValue.of(value.strip()));
        }
        return values;
    }

    private TemplateInstance page(UUID id, ReportDocument document, FormState typed, Map<String, String> values, int base) {
        return Templates.fields(viewer.page("Mandatory fields", "programme"), Exercise.findById(id), document, typed, values,
                base);
    }
}

package dev.blackstart.review.signoff;

import java.util.HashMap;
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

import org.jboss.resteasy.reactive.RestForm;

import dev.blackstart.exercise.Exercise;
import dev.blackstart.exercise.ExerciseAccess;
import dev.blackstart.exercise.Permission;
import dev.blackstart.exercise.access.CurrentAccess;
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.people.Picked;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.review.Reports;
import dev.blackstart.review.document.ReportDocument;
import dev.blackstart.review.document.ReportDocuments;
import dev.blackstart.review.document.ReportField;
import dev.blackstart.review.document.ReportState;
import dev.blackstart.security.Viewer;
import dev.blackstart.web.PageContext;
import dev.blackstart.web.form.FormAnswer;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** The review of a small exercise on one page, on a phone too: fill it in, sign, publish. */
@Path("/exercises/{id}/review/one-page")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
@Produces(MediaType.TEXT_HTML)
public class OnePageResource {

    private static final String FORM = "page";

    private final OnePageReview onePage;
    private final ReportTransitions transitions;
    private final Reviews reviews;
    private final Reports reports;
    private final ReportDocuments documents;
    private final CurrentAccess current;
    private final Viewer viewer;

    OnePageResource(OnePageReview onePage, ReportTransitions transitions, Reviews reviews, Reports reports,
            ReportDocuments documents, CurrentAccess current, Viewer viewer) {
        this.onePage = onePage;
        this.transitions = transitions;
        this.reviews = reviews;
        this.reports = reports;
        this.documents = documents;
        this.current = current;
        this.viewer = viewer;
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance onePage(PageContext page, Exercise exercise, ReportDocument document, Page shown,
                FormState typed);
    }

    /**
     * @param fits whether the exercise is small enough
     * @param refusal why this reader does not sign; null where they may
     * @param publishes whether this reader may publish it
     * @param signer who was asked to sign, or null
     * @param values by name of the field
     */
    public record Page(boolean fits, String refusal, boolean publishes, String signer, Map<String, Object> values) {
    }

    @GET
    public TemplateInstance show(UUID id) {
        return page(id, FormState.NOTHING);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(UUID id, MultivaluedMap<String, String> form) {
        Map<String, Object> typed = new HashMap<>();
        form.forEach((name, values) -> typed.put(name, values.isEmpty() ? null : values.get(0)));
        return FormAnswer.of(new FormState(FORM, typed, null, null), () -> {
            Map<String, String> fields = new HashMap<>();
            for (ReportField field : ReportField.values()) {
                fields.put(field.key(), form.getFirst(field.key()));
            }
            String signer = Picked.person("signer", form.getFirst("signer"));
            onePage.save(id, new OnePageReview.Filled(number(form.getFirst("base")), form.getFirst("happened"),
                    form.getFirst("surprised"), form.getFirst("changed"), fields, form.getFirst("because"),
                    signer == null || signer.isBlank() ? null : signer), current.get());
            return address(id);
        }, state -> page(id, state));
    }

    @POST
    @Path("transitions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(UUID id, @RestForm String to, @RestForm String audience) {
        return FormAnswer.of(FormState.in("move", "audience", audience), () -> {
            ReportState state = Choice.of("to", ReportState.class, to);
            if (state != ReportState.SIGNED_OFF && state != ReportState.PUBLISHED) {
                throw Problem.invalid("to", "Here a report is signed-off or published.");
            }
            transitions.move(id, state, audience, null, current.get());
            return address(id);
        }, state -> page(id, state));
    }

    private static int number(String text) {
        return text != null && text.matches("\\d{1,9}") ? Integer.parseInt(text) : 0;
    }

    private static String address(UUID id) {
        return "/exercises/" + id + "/review/one-page";
    }

    private TemplateInstance page(UUID id, FormState typed) {
        Exercise exercise = Exercise.findById(id);
        PageContext frame = viewer.page("Review on one page", "programme");
        if (!Reviews.isOpen(exercise)) {
            return ReviewPage.Templates.locked(frame, exercise);
        }
        ExerciseAccess reader = current.get();
        ReportDocument document = documents.of(id, reports.draft(id, reader));
        ExerciseReview review = reviews.find(exercise);
        boolean named = reader.viewer().equals(review.facilitator);
        return Templates.onePage(frame, exercise, document,
                new Page(OnePageReview.fits(exercise), SignOff.refusal(exercise, review, reader.viewer()),
                        named || reader.may(Permission.CLOSE), review.facilitator,
                        typed.isIn(FORM) ? typed.values() : values(document, review)),
                typed);
    }

    private static Map<String, Object> values(ReportDocument document, ExerciseReview review) {
        Map<String, Object> values = new HashMap<>();
        values.put("happened", document.text(OnePageReview.HAPPENED));
        values.put("surprised", document.text(OnePageReview.SURPRISED));
        values.put("changed", document.text(OnePageReview.CHANGED));
        values.put("signer", review.facilitator);
        document.listed().stream().filter(one -> one.value() != null && !one.fromRecord()).forEach(one -> {
            values.put(one.field().key(), one.value().value());
            if (one.value().notApplicable() != null) {
                values.put("because", one.value().notApplicable());
            }
        });
        return values;
    }
}

package dev.blackstart.review.signoff;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
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
import dev.blackstart.exercise.access.RequiresPermission;
import dev.blackstart.people.Picked;
import dev.blackstart.problem.Choice;
import dev.blackstart.problem.Problem;
import dev.blackstart.review.document.ReportState;
import dev.blackstart.web.form.FormAnswer;
import dev.blackstart.web.form.FormState;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;

/** Leads a review meeting on its screen: agenda, checklist, what is missing, decisions, sign-off. */
@Path("/exercises/{id}/review")
@Authenticated
@RequiresPermission(Permission.SEE_CONTROL)
@Produces(MediaType.TEXT_HTML)
public class ReviewResource {

    /** A review that is due on a day is due at its end of work. */
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private final Reviews reviews;
    private final ReportTransitions transitions;
    private final ReviewPage page;
    private final CurrentAccess current;
    private final Clock clock;

    ReviewResource(Reviews reviews, ReportTransitions transitions, ReviewPage page, CurrentAccess current, Clock clock) {
        this.reviews = reviews;
        this.transitions = transitions;
        this.page = page;
        this.current = current;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(UUID id) {
        return page.of(id, FormState.NOTHING);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response plan(UUID id, @RestForm String facilitator, @RestForm String advisor, @RestForm String due,
            @RestForm String agenda, @RestForm String minutesSpent) {
        FormState typed = FormState.in("plan", "facilitator", facilitator, "advisor", advisor, "due", due, "agenda", agenda,
                "minutesSpent", minutesSpent);
        return FormAnswer.of(typed, () -> {
            reviews.change(id, new ReviewPlan(person("facilitator", facilitator), person("advisor", advisor), due(id, due),
                    agenda == null ? null : AgendaItem.parse(agenda), minutes(minutesSpent), null), current.get());
            return address(id);
        }, state -> page.of(id, state));
    }

    private static String person(String field, String typed) {
        return typed == null ? null : typed.isBlank() ? "" : Picked.person(field, typed);
    }

    private static Integer minutes(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        if (!typed.strip().matches("\\d{1,6}")) {
            throw Problem.invalid("minutesSpent", "Give the time of all people together as a number of minutes.");
        }
        return Integer.valueOf(typed.strip());
    }

    /** A day that is not changed keeps its time. */
    private Instant due(UUID id, String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Exercise exercise = Exercise.findById(id);
        try {
            LocalDate day = LocalDate.parse(typed.strip());
            Instant known = ReviewView.of(exercise, reviews.find(exercise), clock.instant()).dueAt();
            return known.atZone(exercise.zoneId()).toLocalDate().equals(day) ? null
                    : day.atTime(EVENING).atZone(exercise.zoneId()).toInstant();
        } catch (DateTimeParseException none) {
            throw Problem.invalid("due", "Give the day as YYYY-MM-DD.");
        }
    }

    @POST
    @Path("checklist")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(UUID id, @RestForm List<String> checked) {
        return FormAnswer.of(FormState.in("checklist"), () -> {
            reviews.change(id, new ReviewPlan(null, null, null, null, null,
                    checked == null ? List.of() : new ArrayList<>(checked)), current.get());
            return address(id) + "#checklist";
        }, state -> page.of(id, state));
    }

    /** The same steps that the API takes. */
    @POST
    @Path("transitions")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response move(UUID id, @RestForm String to, @RestForm String audience, @RestForm String reason) {
        return FormAnswer.of(FormState.in("move", "reason", reason, "audience", audience), () -> {
            ReportState state = Choice.of("to", ReportState.class, to);
            if (state == null) {
                throw Problem.invalid("to", "Say where to: in-review, signed-off, published or draft.");
            }
            transitions.move(id, state, audience, reason, current.get());
            return address(id);
        }, state -> page.of(id, state));
    }

    private static String address(UUID id) {
        return URI.create("/exercises/" + id + "/review").toString();
    }
}

package dev.blackstart.web;

import java.net.URI;
import java.nio.channels.ClosedChannelException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidFormatException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

import dev.blackstart.problem.Problem;
import dev.blackstart.web.form.FormAddress;
import dev.blackstart.web.form.FormRoutes;
import dev.blackstart.web.form.Refusal;
import io.quarkus.logging.Log;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * One way to refuse: problem documents below {@code /api} and for scripts, a calm page elsewhere; neither says more than the
 * caller may know.
 */
public class ProblemMapper {

    public static final String PROBLEM_JSON = "application/problem+json";

    /** SQL states of a text that is longer than its column, or that holds a character the database does not know. */
    private static final Set<String> CANNOT_BE_STORED = Set.of("22001", "22021");

    /** Where the reader of a form stands in a trace, below what it uses. */
    private static final int FRAMES = 5;

    /** What the framework answers to a GET of an address that takes forms alone. */
    private static final Set<Integer> NO_PAGE = Set.of(404, 405);

    /** A refused form with one of these stays where it was sent from; what is unknown or broken has a page of its own. */
    private static final Set<Integer> STAY = Set.of(400, 403, 409, 413, 422, 429);

    private final FormRoutes forms;
    private final PageFrame frame;

    ProblemMapper(FormRoutes forms, PageFrame frame) {
        this.forms = forms;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "web")
    public static class Templates {
        /** @param back the page to go on from */
        public static native TemplateInstance problem(PageContext page, Problem problem, String back);
    }

    @ServerExceptionMapper
    Response refused(Problem problem, ContainerRequestContext request) {
        return answer(problem, request);
    }

    @ServerExceptionMapper
    Response invalid(ConstraintViolationException invalid, ContainerRequestContext request) {
        List<String> fields = invalid.getConstraintViolations().stream().map(ProblemMapper::field).sorted().toList();
        String detail = invalid.getConstraintViolations().stream()
                .map(violation -> field(violation) + " " + violation.getMessage()).sorted()
                .reduce((one, other) -> one + "; " + other).orElse("The input is not valid.");
        return answer(Problem.invalid(fields.isEmpty() ? "" : fields.get(0), detail), request);
    }

    @ServerExceptionMapper
    Response malformed(JsonProcessingException malformed, ContainerRequestContext request) {
        String field = malformed instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                ? mapping.getPath().get(0).getFieldName()
                : null;
        if (malformed instanceof StreamConstraintsException) {
            return answer(new Problem(400, "Bad request", "The JSON is nested too deeply, or has a number that is too long."),
                    request);
        }
        if (field != null && malformed instanceof InvalidFormatException format && format.getTargetType() == Instant.class) {
            return answer(
                    Problem.invalid(field, "'%s' is an instant, written as text: \"2027-03-01T09:00:00Z\".".formatted(field)),
                    request);
        }
        Problem problem = field == null
                ? new Problem(400, "Bad request", "The body is not valid JSON at line %d, column %d."
                        .formatted(line(malformed), column(malformed)))
                : new Problem(400, "Bad request", "'%s' cannot be read; see the API description for its form.".formatted(field))
                        .with("field", field);
        return answer(problem, request);
    }

    /** Named for itself: the framework has a mapper of its own for it, which answers with an empty body. */
    @ServerExceptionMapper
    Response mismatched(MismatchedInputException malformed, ContainerRequestContext request) {
        return malformed(malformed, request);
    }

    @ServerExceptionMapper
    Response framework(WebApplicationException thrown, ContainerRequestContext request) {
        int status = thrown.getResponse().getStatus();
        if (status < 400) {
            return thrown.getResponse();
        }
        String path = request.getUriInfo().getRequestUri().getRawPath();
        if (NO_PAGE.contains(status) && request.getMethod().equals("GET") && forms.isForm(path)) {
            return Response.seeOther(URI.create(FormAddress.pageOf(path))).build();
        }
        if (thrown.getCause() instanceof JsonProcessingException malformed) {
            return malformed(malformed, request);
        }
        if (thrown.getCause() instanceof Problem problem) {
            return answer(problem, request);
        }
        return answer(status == 404 ? Problem.notFound()
                : new Problem(status, thrown.getResponse().getStatusInfo().getReasonPhrase(),
                        "The request does not fit this address; see the API description."),
                request);
    }

    /** The framework throws this for headers it cannot parse; from anywhere else it is a mistake of ours. */
    @ServerExceptionMapper
    Response unparsed(IllegalArgumentException failure, ContainerRequestContext request) {
        StackTraceElement[] from = failure.getStackTrace();
        return from.length > 0 && from[0].getClassName().startsWith("org.jboss.resteasy.reactive")
                ? answer(
                        new Problem(415, "Unsupported Media Type", "The request's headers cannot be read; check Content-Type."),
                        request)
                : unexpected(failure, request);
    }

    /** Whoever asked has hung up: there is nobody to answer. */
    @ServerExceptionMapper
    Response gone(ClosedChannelException hungUp) {
        return Response.noContent().build();
    }

    @ServerExceptionMapper
    Response unexpected(Exception failure, ContainerRequestContext request) {
        if (cannotBeStored(failure)) {
            return answer(new Problem(422, "Cannot be processed",
                    "A text is too long, or holds a character that cannot be stored; nothing was changed."), request);
        }
        if (isOfTheFormReader(failure)) {
            return answer(new Problem(400, "Bad request", "The form is incomplete or damaged; send it again."), request);
        }
        Log.error("Unexpected failure", failure);
        return answer(new Problem(500, "Something broke here",
                "No partial changes were made. Try again; if it fails again, tell your administrator the time."), request);
    }

    /** A body with parts that ends too early, has no boundary or a header that is none. */
    private static boolean isOfTheFormReader(Exception failure) {
        return Arrays.stream(failure.getStackTrace()).limit(FRAMES)
                .anyMatch(frame -> frame.getClassName().startsWith("org.jboss.resteasy.reactive.server.core.multipart."));
    }

    private static boolean cannotBeStored(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException refused && refused.getSQLState() != null
                    && CANNOT_BE_STORED.contains(refused.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    private Response answer(Problem problem, ContainerRequestContext request) {
        if (wantsJson(request)) {
            return retry(problem, Response.status(problem.status).type(PROBLEM_JSON).entity(problem.document()));
        }
        if (Refusal.isForm(request) && STAY.contains(problem.status)) {
            return Refusal.back(problem, request);
        }
        return retry(problem, Response.status(problem.status).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(page(problem, request)));
    }

    private static Response retry(Problem problem, Response.ResponseBuilder answer) {
        return problem.retryAfter() == null ? answer.build()
                : answer.header(HttpHeaders.RETRY_AFTER, problem.retryAfter()).build();
    }

    /** The frame needs a session, a token and the database; a request that was refused before it had them gets a bare page. */
    private String page(Problem problem, ContainerRequestContext request) {
        String back = FormAddress.pageOf(request.getUriInfo().getRequestUri().getRawPath());
        try {
            return Templates.problem(frame.page(problem.title, null), problem, back).render();
        } catch (RuntimeException withoutFrame) {
            Log.debugf(withoutFrame, "The refusal '%s' is shown without the frame of a page", problem.title);
            return Templates.problem(new PageContext(problem.title, null, null), problem, back).render();
        }
    }

    private static boolean wantsJson(ContainerRequestContext request) {
        return request.getUriInfo().getPath().startsWith("/api")
                || request.getAcceptableMediaTypes().contains(MediaType.APPLICATION_JSON_TYPE);
    }

    private static String field(ConstraintViolation<?> violation) {
        String path = violation.getPropertyPath().toString();
        return path.substring(path.lastIndexOf('.') + 1);
    }

    private static int line(JsonProcessingException malformed) {
        return malformed.getLocation() == null ? 1 : malformed.getLocation().getLineNr();
    }

    private static int column(JsonProcessingException malformed) {
        return malformed.getLocation() == null ? 1 : malformed.getLocation().getColumnNr();
    }
}

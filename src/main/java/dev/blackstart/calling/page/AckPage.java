package dev.blackstart.calling.page;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;

import jakarta.annotation.security.PermitAll;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.calling.AckLinks;
import dev.blackstart.calling.CallResponses;
import dev.blackstart.calling.CallingConfig;
import dev.blackstart.calling.RealEmergency;
import dev.blackstart.calling.tree.Activation;
import dev.blackstart.calling.tree.ContactAttempt;
import dev.blackstart.exercise.Exercise;
import dev.blackstart.people.Person;
import dev.blackstart.problem.Problem;
import dev.blackstart.problem.TextLimits;
import dev.blackstart.web.limits.RateLimiter;
import dev.blackstart.web.request.TrustedProxies;
import io.netty.handler.codec.http.QueryStringDecoder;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;

/**
 * Where the link in a call leads: no sign-in, the token is the proof. Opening it changes nothing, for mail scanners open links
 * too; the button does. It shows what the message said, and nothing else.
 */
@Path("/ack")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.WILDCARD)
public class AckPage {

    private static final int LONGEST_BODY = 100_000;
    private static final Duration WINDOW = Duration.ofMinutes(1);

    private final AckLinks ackLinks;
    private final CallResponses callResponses;
    private final RealEmergency emergency;
    private final Clock clock;
    private final TrustedProxies proxies;
    private final HttpServerRequest request;

    /** Failures by address; a valid link is never delayed. */
    private final RateLimiter invalidLinks;

    AckPage(AckLinks ackLinks, CallResponses callResponses, RealEmergency emergency, Clock clock, TrustedProxies proxies,
            HttpServerRequest request, CallingConfig config) {
        this.ackLinks = ackLinks;
        this.callResponses = callResponses;
        this.emergency = emergency;
        this.clock = clock;
        this.proxies = proxies;
        this.request = request;
        this.invalidLinks = new RateLimiter(clock, WINDOW, config.invalidLinkLimit());
    }

    @CheckedTemplate(basePath = "calling")
    static class Templates {
        static native TemplateInstance ack(Card card);
    }

    /**
     * What stands on it.
     *
     * @param kind open, thanks, confirmed (before), over, expired, emergency, forged or busy
     * @param at when it was confirmed; or null
     */
    public record Card(String kind, String token, String name, String exercise, String subject, String text, String question,
            String answer, String problem, Instant at, String zone) {
        static Card without(String kind) {
            return new Card(kind, null, null, null, null, null, null, null, null, null, null);
        }
    }

    @GET
    @Path("{token}")
    @Transactional
    public Response show(String token) {
        AckLinks.Held held = ackLinks.read(token);
        ContactAttempt attempt = held == null ? null : ContactAttempt.findById(held.attempt());
        if (attempt == null) {
            return unknown();
        }
        String kind = kind(attempt, held);
        return page(status(kind), card(kind, token, attempt, null, null));
    }

    @POST
    @Path("{token}")
    public Response confirm(String token, String body) {
        AckLinks.Held held = ackLinks.read(token);
        if (held == null || !isKnown(held)) {
            return unknown();
        }
        String answer = field(body, "answer");
        String before = kindOf(held);
        if (before.equals("expired")) {
            return page(410, cardOf("expired", token, held, null, null));
        }
        try {
            callResponses.acknowledge(held.attempt(), ContactAttempt.Via.LINK, answer, personOf(held));
        } catch (Problem problem) {
            if (problem.status == 422) {
                return page(422, cardOf("open", token, held, answer, problem.getMessage()));
            }
            return page(problem.status == 410 ? 410 : 409, cardOf("over", token, held, null, null));
        }
        return page(200, cardOf(before.equals("open") ? "thanks" : before, token, held, null, null));
    }

    /** Always accepted, from whoever holds a link of ours: used, late or expired. */
    @POST
    @Path("{token}/no-duff")
    public Response noDuff(String token, String body) {
        AckLinks.Held held = ackLinks.read(token);
        if (held == null || !isKnown(held)) {
            return unknown();
        }
        String text = TextLimits.kept(TextLimits.REASON, field(body, "text"));
        emergency.call(exerciseOf(held), personOf(held), text == null || text.isBlank() ? null : text);
        return page(202, Card.without("emergency"));
    }

    private Response unknown() {
        return invalidLinks.refuses(proxies.client(request)) ? page(429, Card.without("busy"))
                : page(404, Card.without("forged"));
    }

    private static Response page(int status, Card card) {
        return Response.status(status).entity(Templates.ack(card)).header("X-Robots-Tag", "noindex, nofollow").build();
    }

    private static int status(String kind) {
        return kind.equals("over") || kind.equals("expired") ? 410 : 200;
    }

    private String kind(ContactAttempt attempt, AckLinks.Held held) {
        if (ContactAttempt.answerOf(attempt.activationId, attempt.person) != null) {
            return "confirmed";
        }
        Activation activation = Activation.findById(attempt.activationId);
        Exercise exercise = Exercise.findById(attempt.exerciseId);
        if (!exercise.state.isLive() || activation.state == Activation.State.STOOD_DOWN) {
            return "over";
        }
        return held.isOver(clock.instant()) ? "expired" : "open";
    }

    private static Card card(String kind, String token, ContactAttempt attempt, String answer, String problem) {
        Activation activation = Activation.findById(attempt.activationId);
        Exercise exercise = Exercise.findById(attempt.exerciseId);
        Person person = Person.byKey(attempt.person);
        ContactAttempt given = ContactAttempt.answerOf(activation.id, attempt.person);
        return new Card(kind, token, person == null ? attempt.person : person.name, exercise.plan().coverName(),
                activation.subject, activation.text, activation.question, answer, problem,
                given == null ? null : given.settledAt, exercise.zone);
    }

    private static <T> T read(Callable<T> reading) {
        return QuarkusTransaction.requiringNew().call(reading);
    }

    private static boolean isKnown(AckLinks.Held held) {
        return read(() -> ContactAttempt.findById(held.attempt()) != null);
    }

    private String kindOf(AckLinks.Held held) {
        return read(() -> kind(ContactAttempt.findById(held.attempt()), held));
    }

    private static Card cardOf(String kind, String token, AckLinks.Held held, String answer, String problem) {
        return read(() -> card(kind, token, ContactAttempt.findById(held.attempt()), answer, problem));
    }

    private static String personOf(AckLinks.Held held) {
        return read(() -> ContactAttempt.<ContactAttempt> findById(held.attempt()).person);
    }

    private static UUID exerciseOf(AckLinks.Held held) {
        return read(() -> ContactAttempt.<ContactAttempt> findById(held.attempt()).exerciseId);
    }

    /** A form's field, of a body that whoever opens the link may send in any form. */
    private static String field(String body, String name) {
        if (body == null || body.length() > LONGEST_BODY) {
            return null;
        }
        List<String> values = new QueryStringDecoder(body, StandardCharsets.UTF_8, false).parameters().get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }
}

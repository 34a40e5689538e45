package dev.blackstart.review.subscription;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/**
 * Where the link in a subscriber's mail leads: no sign-in, the token is the proof. Opening it changes nothing, for mail
 * scanners open links too; its button does, and so does the POST that mail programs send by themselves (RFC 8058).
 */
@Path("/unsubscribe")
@PermitAll
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.WILDCARD)
public class UnsubscribePage {

    private static final int LONGEST_TOKEN = 100;

    private final Subscriptions subscriptions;

    UnsubscribePage(Subscriptions subscriptions) {
        this.subscriptions = subscriptions;
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {
        /** @param kind open, done or unknown */
        static native TemplateInstance unsubscribe(String kind, String token);
    }

    @GET
    @Path("{token}")
    public Response show(String token) {
        return token.length() <= LONGEST_TOKEN && subscriptions.isKnown(token) ? page(200, "open", token)
                : page(404, "unknown", null);
    }

    /** The same again changes nothing. */
    @POST
    @Path("{token}")
    public Response unsubscribe(String token) {
        return token.length() <= LONGEST_TOKEN && subscriptions.end(token) ? page(200, "done", null)
                : page(404, "unknown", null);
    }

    private static Response page(int status, String kind, String token) {
        return Response.status(status).entity(Templates.unsubscribe(kind, token)).header("X-Robots-Tag", "noindex, nofollow")
                .header("Cache-Control", "no-store").build();
    }
}

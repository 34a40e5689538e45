package dev.blackstart.security;

import java.net.URI;
import java.time.Clock;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.web.Json;
import dev.blackstart.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;

/** The sign-in page, its end, and the ping that keeps an open page signed in. */
@Path("/")
public class SignInResource {

    private final Viewer viewer;
    private final SecurityIdentity identity;
    private final DemoPeople demo;
    private final EmbeddedUsers users;
    private final Clock clock;

    SignInResource(Viewer viewer, SecurityIdentity identity, DemoPeople demo, EmbeddedUsers users, Clock clock) {
        this.users = users;
        this.viewer = viewer;
        this.identity = identity;
        this.demo = demo;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "security")
    static class Templates {
        static native TemplateInstance login(Page page, boolean failed, boolean demo);
    }

    @GET
    @Path("login")
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance login(@QueryParam("failed") boolean failed) {
        return Templates.login(viewer.page("Sign in", null), failed, demo.wanted());
    }

    @POST
    @Path("logout")
    @Authenticated
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response logout() {
        users.end(identity.getAttribute(EmbeddedUsers.SESSION));
        FormAuthenticationMechanism.logout(identity);
        return Response.seeOther(URI.create("/login")).build();
    }

    @GET
    @Path("ping")
    @Authenticated
    public Response ping() {
        return Response.noContent().header("X-Server-Now", Json.text(clock.instant())).build();
    }
}

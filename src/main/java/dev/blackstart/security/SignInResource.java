package dev.blackstart.security;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.web.Json;
import dev.blackstart.web.Page;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcConfigurationMetadata;
import io.quarkus.oidc.OidcSession;
import io.quarkus.oidc.runtime.OidcUtils;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;

/** The sign-in page, its end, and the ping that keeps an open page signed in. */
@Path("/")
public class SignInResource {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Viewer viewer;
    private final SecurityIdentity identity;
    private final DemoPeople demo;
    private final EmbeddedUsers users;
    private final Provider provider;
    private final BreakGlass breakGlass;
    private final OidcSession session;
    private final Clock clock;

    SignInResource(Viewer viewer, SecurityIdentity identity, DemoPeople demo, EmbeddedUsers users, Provider provider,
            BreakGlass breakGlass, OidcSession session, Clock clock) {
        this.provider = provider;
        this.breakGlass = breakGlass;
        this.session = session;
        this.users = users;
        this.viewer = viewer;
        this.identity = identity;
        this.demo = demo;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "security")
    static class Templates {
        static native TemplateInstance login(Page page, boolean failed, boolean refused, boolean demo, String provider,
                boolean password);

        /** @param providerEnd a browser goes there by itself; a form's answer may not send it elsewhere */
        static native TemplateInstance signedOut(Page page, String provider, String providerEnd);
    }

    @GET
    @Path("login")
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance login(@QueryParam("failed") boolean failed, @QueryParam("error") String error) {
        return Templates.login(viewer.page("Sign in", null), failed, error != null, demo.signIn(),
                provider.isOn() ? provider.name() : null, !provider.isOn() || breakGlass.isOn());
    }

    @POST
    @Path("logout")
    @Authenticated
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response logout(@Context UriInfo uri) {
        boolean ofProvider = identity.getCredential(IdTokenCredential.class) != null;
        users.end(identity.getAttribute(EmbeddedUsers.SESSION), ofProvider);
        if (ofProvider) {
            session.logout().await().atMost(PATIENCE);
            return Response.ok(Templates.signedOut(new Page("Signed out", null, null), provider.name(),
                    providerEnd(uri.getBaseUriBuilder().path("login").build()))).build();
        }
        FormAuthenticationMechanism.logout(identity);
        return Response.seeOther(URI.create("/login")).build();
    }

    /** Where the session at the provider ends too, which then sends people back; null where it has no such place. */
    private String providerEnd(URI back) {
        OidcConfigurationMetadata known = identity.getAttribute(OidcUtils.CONFIG_METADATA_ATTRIBUTE);
        return known == null || known.getEndSessionUri() == null ? null
                : UriBuilder.fromUri(known.getEndSessionUri())
                        .queryParam("id_token_hint", identity.getCredential(IdTokenCredential.class).getToken())
                        .queryParam("post_logout_redirect_uri", "{back}").build(back).toString();
    }

    @GET
    @Path("ping")
    @Authenticated
    public Response ping() {
        return Response.noContent().header("X-Server-Now", Json.text(clock.instant())).build();
    }
}

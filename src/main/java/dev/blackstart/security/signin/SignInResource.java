package dev.blackstart.security.signin;

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
import jakarta.ws.rs.core.UriInfo;

import dev.blackstart.people.DemoPeople;
import dev.blackstart.security.SignInTicket;
import dev.blackstart.security.SignedOutException;
import dev.blackstart.security.Viewer;
import dev.blackstart.security.csrf.CsrfToken;
import dev.blackstart.security.oidc.OidcProvider;
import dev.blackstart.security.oidc.ProviderLogout;
import dev.blackstart.web.Json;
import dev.blackstart.web.PageContext;
import io.quarkus.oidc.IdTokenCredential;
import io.quarkus.oidc.OidcSession;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;

/** The sign-in page, its end, and the ping that keeps an open page signed in. */
@Path("/")
public class SignInResource {

    /** The form of the sign-in page proved nothing of where it came from. */
    static final String STALE = "stale";

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Viewer viewer;
    private final SecurityIdentity identity;
    private final DemoPeople demo;
    private final LocalAuthenticator users;
    private final OidcProvider oidcProvider;
    private final ProviderLogout providerLogout;
    private final BreakGlass breakGlass;
    private final OidcSession session;
    private final CsrfToken csrf;
    private final Clock clock;

    SignInResource(Viewer viewer, SecurityIdentity identity, DemoPeople demo, LocalAuthenticator users,
            OidcProvider oidcProvider,
            ProviderLogout providerLogout, BreakGlass breakGlass, OidcSession session, CsrfToken csrf, Clock clock) {
        this.csrf = csrf;
        this.oidcProvider = oidcProvider;
        this.providerLogout = providerLogout;
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
        /** @param providerEnd where the session ends that would let the same person in again; null for no such session */
        static native TemplateInstance login(PageContext page, boolean failed, boolean refused, boolean stale, boolean demo,
                String provider,
                boolean password, String providerEnd);
    }

    @GET
    @Path("login")
    @PermitAll
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance login(@QueryParam("failed") boolean failed, @QueryParam("error") String error,
            @Context UriInfo uri) {
        return Templates.login(viewer.page("Sign in", null), failed, error != null, STALE.equals(error), demo.signIn(),
                oidcProvider.isOn() ? oidcProvider.name() : null, !oidcProvider.isOn() || breakGlass.isOn(),
                SignedOutException.LIVES_ON.equals(error)
                        ? providerLogout.address(null, providerLogout.back(uri.getRequestUri()))
                        : null);
    }

    @POST
    @Path("logout")
    @Authenticated
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response logout(@Context UriInfo uri) {
        IdTokenCredential ofProvider = identity.getCredential(IdTokenCredential.class);
        users.end(identity.getAttribute(SignInTicket.SESSION), ofProvider != null);
        if (ofProvider != null) {
            session.logout().await().atMost(PATIENCE);
            return Response
                    .ok(providerLogout.page(ofProvider.getToken(), providerLogout.back(uri.getRequestUri()),
                            oidcProvider.answers().await().atMost(PATIENCE)))
                    .build();
        }
        FormAuthenticationMechanism.logout(identity);
        return Response.seeOther(URI.create("/login")).build();
    }

    /** Also hands the session's token to a page that was opened before somebody signed in again. */
    @GET
    @Path("ping")
    @Authenticated
    public Response ping() {
        return Response.noContent().header("X-Server-Now", Json.text(clock.instant()))
                .header(CsrfToken.HEADER, csrf.getToken()).build();
    }
}

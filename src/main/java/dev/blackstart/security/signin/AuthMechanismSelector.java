package dev.blackstart.security.signin;

import java.net.SocketException;
import java.util.concurrent.TimeoutException;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.blackstart.security.MonitoringToken;
import dev.blackstart.security.SignedOutException;
import dev.blackstart.security.oidc.OidcProvider;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.logging.Log;
import io.quarkus.oidc.OIDCException;
import io.quarkus.oidc.runtime.OidcAuthenticationMechanism;
import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.BasicAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.FormAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.quarkus.vertx.http.runtime.security.HttpCredentialTransport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClosedException;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;

/**
 * Which way of signing in counts for a request: a form and its cookie, or the identity provider, for pages; a password or a
 * token with each call for the API, which no cookie opens. One artifact has all of them; what is configured decides.
 */
@ApplicationScoped
class AuthMechanismSelector implements HttpAuthenticationMechanism {

    /** Before the framework's own, which are asked only through this one. */
    private static final int FIRST = 10_000;
    private static final String SCHEME = "blackstart";
    private static final String CHOSEN = HttpAuthenticationMechanism.class.getName();
    private static final String AWAY = AuthMechanismSelector.class.getName() + "#away";

    private final FormAuthenticationMechanism form;
    private final BasicAuthenticationMechanism basic;
    private final OidcAuthenticationMechanism oidc;
    private final OidcProvider oidcProvider;
    private final ProviderUnavailable away;
    private final MonitoringToken monitoringToken;
    private final String formCookie;
    private final String formPath;

    AuthMechanismSelector(FormAuthenticationMechanism form, BasicAuthenticationMechanism basic,
            OidcAuthenticationMechanism oidc,
            OidcProvider oidcProvider, ProviderUnavailable away, MonitoringToken monitoringToken,
            @ConfigProperty(name = "quarkus.http.auth.form.cookie-name") String formCookie,
            @ConfigProperty(name = "quarkus.http.auth.form.post-location") String formPath) {
        this.form = form;
        this.basic = basic;
        this.oidc = oidc;
        this.oidcProvider = oidcProvider;
        this.away = away;
        this.monitoringToken = monitoringToken;
        this.formCookie = formCookie;
        this.formPath = formPath;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(RoutingContext request, IdentityProviderManager identities) {
        if (hasOwnProof(request)) {
            return Uni.createFrom().nullItem();
        }
        SecurityIdentity watching = isMetrics(request)
                ? monitoringToken.identity(request.request().getHeader(HttpHeaderNames.AUTHORIZATION))
                : null;
        if (watching != null) {
            return Uni.createFrom().item(watching);
        }
        if (!oidcProvider.isOn()) {
            return (isApi(request) ? basic : form).authenticate(request, identities);
        }
        boolean withHeader = request.request().getHeader(HttpHeaderNames.AUTHORIZATION) != null;
        if (isApi(request)) {
            // without a header it would look for the session's cookie
            return withHeader ? byProvider(request, identities) : Uni.createFrom().nullItem();
        }
        if (isForm(request)) {
            return form.authenticate(request, identities);
        }
        return isOpen(request) || withHeader ? Uni.createFrom().nullItem() : byProvider(request, identities);
    }

    private Uni<SecurityIdentity> byProvider(RoutingContext request, IdentityProviderManager identities) {
        return oidc.authenticate(request, identities)
                .onItemOrFailure().invoke((identity, failure) -> request.put(CHOSEN, this))
                .onFailure().transform(failure -> told(failure, request));
    }

    /** What went wrong at the provider is no mistake of whoever asks: a page goes on to where they can try again. */
    private Throwable told(Throwable failure, RoutingContext request) {
        if (isAway(failure)) {
            request.put(AWAY, true);
            return new AuthenticationFailedException(failure);
        }
        if (failure instanceof AuthenticationCompletionException) {
            Log.warnf("Signing in by the identity provider failed: %s", failure.getMessage());
            return isPage(request)
                    ? new AuthenticationRedirectException(
                            "/login?error=" + (SignedOutException.causes(failure) ? SignedOutException.LIVES_ON : "refused"))
                    : new AuthenticationFailedException(failure);
        }
        return failure;
    }

    private static boolean isAway(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SocketException || cause instanceof TimeoutException || cause instanceof HttpClosedException
                    || cause == failure && cause instanceof OIDCException) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Uni<Boolean> sendChallenge(RoutingContext request) {
        if (oidcProvider.isOn() && (request.get(AWAY) != null || isPage(request) && !isForm(request))) {
            return (request.get(AWAY) == null ? oidcProvider.answers() : Uni.createFrom().item(false)).onItem()
                    .transformToUni(answers -> answers ? ask(request)
                            : away.tell(request, !isApi(request) && acceptsPages(request)));
        }
        return ask(request);
    }

    private Uni<Boolean> ask(RoutingContext request) {
        return HttpAuthenticationMechanism.super.sendChallenge(request);
    }

    /** A script is told so; a browser is sent to where people sign in, and after a form to a page, since no form may leave. */
    @Override
    public Uni<ChallengeData> getChallenge(RoutingContext request) {
        if (!oidcProvider.isOn()) {
            return (isApi(request) ? basic : form).getChallenge(request);
        }
        if (isApi(request) || !acceptsPages(request)) {
            return Uni.createFrom().item(new ChallengeData(401, HttpHeaderNames.WWW_AUTHENTICATE, "Bearer"));
        }
        if (isForm(request)) {
            return form.getChallenge(request);
        }
        return isPage(request) ? oidc.getChallenge(request)
                : Uni.createFrom().item(new ChallengeData(303, HttpHeaderNames.LOCATION, "/login"));
    }

    /** What scripts call, with a password or token each time. */
    private static boolean isApi(RoutingContext request) {
        return request.normalizedPath().equals("/api") || request.normalizedPath().startsWith("/api/") || isMetrics(request);
    }

    private static boolean isMetrics(RoutingContext request) {
        return request.normalizedPath().equals("/q/metrics");
    }

    /** Where nobody has to be known, nobody is sent anywhere. */
    private static boolean isOpen(RoutingContext request) {
        String path = request.normalizedPath();
        return path.equals("/login") || path.startsWith("/static/") || path.startsWith("/q/health")
                || path.equals("/q/openapi");
    }

    /** A token of its own opens it, and a session that has ended must not prevent that. */
    private static boolean hasOwnProof(RoutingContext request) {
        String path = request.normalizedPath();
        return path.startsWith("/ack/") || path.equals("/calendar.ics") || path.equals("/api/alerts");
    }

    private boolean isForm(RoutingContext request) {
        return request.request().getCookie(formCookie) != null
                || request.request().method() == HttpMethod.POST && request.normalizedPath().equals(formPath);
    }

    private static boolean isPage(RoutingContext request) {
        return !isApi(request) && request.request().method() == HttpMethod.GET && acceptsPages(request);
    }

    private static boolean acceptsPages(RoutingContext request) {
        String accepts = request.request().getHeader(HttpHeaderNames.ACCEPT);
        return accepts != null && accepts.contains("text/html");
    }

    @Override
    public Uni<HttpCredentialTransport> getCredentialTransport(RoutingContext request) {
        return Uni.createFrom().item(new HttpCredentialTransport(HttpCredentialTransport.Type.OTHER_HEADER, SCHEME, SCHEME));
    }

    @Override
    public int getPriority() {
        return FIRST;
    }
}

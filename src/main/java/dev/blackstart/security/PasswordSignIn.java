package dev.blackstart.security;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;

/** Key and password, from the sign-in page or a Basic header; slowed down where too many were wrong. */
@ApplicationScoped
class PasswordSignIn implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private final EmbeddedUsers users;
    private final SignInThrottle throttle;
    private final String page;

    PasswordSignIn(EmbeddedUsers users, SignInThrottle throttle,
            @ConfigProperty(name = "quarkus.http.auth.form.post-location") String page) {
        this.page = page;
        this.users = users;
        this.throttle = throttle;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(UsernamePasswordAuthenticationRequest request,
            AuthenticationRequestContext context) {
        RoutingContext routing = HttpSecurityUtils.getRoutingContextAttribute(request);
        String address = routing == null || routing.request().remoteAddress() == null ? "unknown"
                : routing.request().remoteAddress().hostAddress();
        boolean atThePage = routing != null && routing.normalizedPath().equals(page);
        return context.runBlocking(() -> check(request, address, atThePage));
    }

    private SecurityIdentity check(UsernamePasswordAuthenticationRequest request, String address, boolean atThePage) {
        String key = request.getUsername();
        if (throttle.refuses(key, address)) {
            throw new AuthenticationFailedException("too many wrong passwords; wait a minute");
        }
        try {
            char[] password = request.getPassword().getPassword();
            return atThePage ? users.signingIn(key, password, address) : users.calling(key, password);
        } catch (AuthenticationFailedException wrong) {
            throttle.failed(key, address);
            throw wrong;
        }
    }
}

package dev.blackstart.security;

import jakarta.enterprise.context.ApplicationScoped;

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

    PasswordSignIn(EmbeddedUsers users, SignInThrottle throttle) {
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
        return context.runBlocking(() -> check(request, address));
    }

    private SecurityIdentity check(UsernamePasswordAuthenticationRequest request, String address) {
        String key = request.getUsername();
        if (throttle.refuses(key, address)) {
            throw new AuthenticationFailedException("too many wrong passwords; wait a minute");
        }
        try {
            return users.withPassword(key, request.getPassword().getPassword());
        } catch (AuthenticationFailedException wrong) {
            throttle.failed(key, address);
            throw wrong;
        }
    }
}

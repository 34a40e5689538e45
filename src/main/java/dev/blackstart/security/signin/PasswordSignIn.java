package dev.blackstart.security.signin;

import java.util.Locale;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import dev.blackstart.security.csrf.CsrfToken;
import dev.blackstart.security.csrf.CsrfTokens;
import dev.blackstart.security.password.KnownDevices;
import dev.blackstart.security.password.SignInThrottle;
import dev.blackstart.security.password.SignInThrottle.Attempt;
import dev.blackstart.security.password.ThrottledCheck;
import dev.blackstart.web.IpAddresses;
import dev.blackstart.web.request.RequestOrigin;
import dev.blackstart.web.request.TrustedProxies;
import inet.ipaddr.IPAddress;
import io.quarkus.security.AuthenticationRedirectException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;

/**
 * Key and password, from the sign-in page or a Basic header. After many wrong ones the answer comes late, but a right password
 * is never refused; a NO DUFF does not wait at all.
 */
@ApplicationScoped
public class PasswordSignIn implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private static final int IPV6_NETWORK_BITS = 64;
    private static final String NO_DUFF = "/api/no-duff";

    private final LocalAuthenticator users;
    private final SignInThrottle throttle;
    private final KnownDevices devices;
    private final ThrottledCheck checks;
    private final CsrfTokens tokens;
    private final RequestOrigin origin;
    private final TrustedProxies proxies;
    private final String page;

    PasswordSignIn(LocalAuthenticator users, SignInThrottle throttle, KnownDevices devices, ThrottledCheck checks,
            CsrfTokens tokens,
            RequestOrigin origin, TrustedProxies proxies,
            @ConfigProperty(name = "quarkus.http.auth.form.post-location") String page) {
        this.users = users;
        this.throttle = throttle;
        this.devices = devices;
        this.checks = checks;
        this.tokens = tokens;
        this.origin = origin;
        this.proxies = proxies;
        this.page = page;
    }

    @Override
    public Class<UsernamePasswordAuthenticationRequest> getRequestType() {
        return UsernamePasswordAuthenticationRequest.class;
    }

    @Override
    public Uni<SecurityIdentity> authenticate(UsernamePasswordAuthenticationRequest request,
            AuthenticationRequestContext context) {
        RoutingContext routing = HttpSecurityUtils.getRoutingContextAttribute(request);
        String key = key(request.getUsername());
        char[] password = request.getPassword().getPassword();
        String address = origin(proxies.client(routing.request()));
        if (routing.normalizedPath().equals(page)) {
            return isOwnForm(routing) ? atPage(routing, key, password, address)
                    : Uni.createFrom().failure(new AuthenticationRedirectException("/login?error=" + SignInResource.STALE));
        }
        boolean urgent = routing.normalizedPath().equals(NO_DUFF);
        Attempt attempt = new Attempt(key, null, address);
        return context.runBlocking(() -> users.callingAgain(key, password)).onItem().ifNull()
                .switchTo(() -> inTurn(attempt, urgent, () -> users.calling(key, password, throttle.isFlooded(attempt))));
    }

    /** As people's keys are written, whatever a phone's keyboard makes of them. */
    static String key(String typed) {
        return typed.strip().toLowerCase(Locale.ROOT);
    }

    /** Whoever has one IPv6 address has all that begin with the same 64 bits. */
    public static String origin(String address) {
        IPAddress known = IpAddresses.address(address);
        return known == null || known.isIPv4() ? address : known.toPrefixBlock(IPV6_NETWORK_BITS).toCanonicalString();
    }

    /**
     * A foreign page must not sign somebody in as somebody else. A browser that does not say where a form is from shows a
     * token.
     */
    private boolean isOwnForm(RoutingContext routing) {
        Cookie cookie = routing.request().getCookie(CsrfToken.COOKIE);
        String token = routing.request().formAttributes().get(CsrfToken.FIELD);
        return origin.isKnown(routing.request())
                || cookie != null && cookie.getValue().equals(token) && tokens.isOf(null, token);
    }

    private Uni<SecurityIdentity> atPage(RoutingContext routing, String key, char[] password, String address) {
        Attempt attempt = new Attempt(key, devices.name(routing, key), address);
        return inTurn(attempt, attempt.device() != null,
                () -> users.signingIn(key, password, address, throttle.isFlooded(attempt)))
                .onItem().invoke(() -> devices.remember(routing, key));
    }

    private Uni<SecurityIdentity> inTurn(Attempt attempt, boolean first, Supplier<SecurityIdentity> check) {
        // where the request goes on
        Context here = Vertx.currentContext();
        Uni<SecurityIdentity> answer = checks.take(attempt, first, check);
        return here == null ? answer : answer.emitOn(next -> here.runOnContext(turn -> next.run()));
    }
}

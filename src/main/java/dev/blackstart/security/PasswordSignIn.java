package dev.blackstart.security;

import java.util.HexFormat;
import java.util.function.Supplier;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import io.netty.util.NetUtil;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.UsernamePasswordAuthenticationRequest;
import io.quarkus.vertx.http.runtime.security.HttpSecurityUtils;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/** Key and password, from the sign-in page or a Basic header; slowed down where too many were wrong. */
@ApplicationScoped
class PasswordSignIn implements IdentityProvider<UsernamePasswordAuthenticationRequest> {

    private static final int IPV6_BYTES = 16;

    private final EmbeddedUsers users;
    private final SignInThrottle throttle;
    private final PasswordTurns turns;
    private final String page;

    PasswordSignIn(EmbeddedUsers users, SignInThrottle throttle, PasswordTurns turns,
            @ConfigProperty(name = "quarkus.http.auth.form.post-location") String page) {
        this.page = page;
        this.users = users;
        this.throttle = throttle;
        this.turns = turns;
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
                : origin(routing.request().remoteAddress().hostAddress());
        String key = request.getUsername();
        char[] password = request.getPassword().getPassword();
        Context here = Vertx.currentContext();
        if (routing != null && routing.normalizedPath().equals(page)) {
            return inTurn(key, address, here, () -> users.signingIn(key, password, address));
        }
        return context.runBlocking(() -> again(key, password, address)).onItem().ifNull()
                .switchTo(() -> inTurn(key, address, here, () -> users.calling(key, password)));
    }

    /** Whoever has one IPv6 address has all that begin with the same 64 bits. */
    static String origin(String address) {
        byte[] bytes = NetUtil.createByteArrayFromIpAddressString(address);
        return bytes == null || bytes.length != IPV6_BYTES ? address : HexFormat.of().formatHex(bytes, 0, IPV6_BYTES / 2);
    }

    private SecurityIdentity again(String key, char[] password, String address) {
        mayTry(key, address);
        return users.callingAgain(key, password);
    }

    /** @param here where the request goes on */
    private Uni<SecurityIdentity> inTurn(String key, String address, Context here, Supplier<SecurityIdentity> check) {
        Uni<SecurityIdentity> answer = turns.take(address, () -> {
            // others of its address were wrong while it waited
            mayTry(key, address);
            try {
                return check.get();
            } catch (AuthenticationFailedException wrong) {
                throttle.failed(key, address);
                throw wrong;
            }
        });
        return here == null ? answer : answer.emitOn(next -> here.runOnContext(turn -> next.run()));
    }

    private void mayTry(String key, String address) {
        if (throttle.refuses(key, address)) {
            throw new AuthenticationFailedException("too many wrong passwords; wait a minute");
        }
    }
}

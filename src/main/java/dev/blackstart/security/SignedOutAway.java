package dev.blackstart.security;

import java.time.Instant;

import io.quarkus.security.identity.SecurityIdentity;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;

/**
 * A browser's own word that somebody signed out in it while the identity provider could not be asked who they were: what the
 * provider lets in without asking for a password again is no new sign-in then.
 */
public final class SignedOutAway {

    private static final String COOKIE = "blackstart-signed-out";

    private SignedOutAway() {
    }

    public static void remember(RoutingContext request, Instant at) {
        request.response().addCookie(Cookie.cookie(COOKIE, String.valueOf(at.getEpochSecond())).setPath("/").setHttpOnly(true)
                .setSameSite(CookieSameSite.LAX)
                .setMaxAge(BrowserSession.KEPT.toSeconds()));
    }

    /** @param signedIn when the provider asked for a password, in seconds, or null where it does not tell */
    public static boolean happenedAfter(Object signedIn, SecurityIdentity identity) {
        RoutingContext request = identity.getAttribute(RoutingContext.class.getName());
        Cookie cookie = request == null ? null : request.request().getCookie(COOKIE);
        return cookie != null && signedIn != null && cookie.getValue().matches("\\d{1,12}")
                && Long.parseLong(signedIn.toString()) <= Long.parseLong(cookie.getValue());
    }
}

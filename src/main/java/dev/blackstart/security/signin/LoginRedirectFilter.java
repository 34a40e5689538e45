package dev.blackstart.security.signin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * After signing in somebody comes back to the page they asked for. What a script asked for meanwhile is no page: it must not
 * become the place they land at.
 */
@ApplicationScoped
class LoginRedirectFilter {

    private static final String COOKIE = "quarkus-redirect-location";
    private static final int EARLY = 9_000;

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            if (!isPage(routing)) {
                routing.addHeadersEndHandler(done -> routing.response().removeCookie(COOKIE, false));
            }
            routing.next();
        }, EARLY);
    }

    private static boolean isPage(RoutingContext routing) {
        String accepts = routing.request().getHeader(HttpHeaders.ACCEPT);
        return accepts != null && accepts.contains(MediaType.TEXT_HTML);
    }
}

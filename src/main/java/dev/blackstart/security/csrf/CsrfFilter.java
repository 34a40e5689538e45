package dev.blackstart.security.csrf;

import java.util.Objects;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

import dev.blackstart.problem.Problem;
import dev.blackstart.security.CsrfExemptions;
import dev.blackstart.web.request.ContentTypes;
import dev.blackstart.web.request.EarlyRefusal;
import dev.blackstart.web.request.RequestOrigin;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;

/**
 * Keeps other sites from acting for somebody whose browser is signed in here. A change from a page is a form of one of our own
 * pages: the browser says that it comes from this host and port, and it carries the token of this session. The API needs no
 * token; it refuses what a foreign page sends with a password that a browser remembers. {@link CsrfExemptions} lists what needs
 * no token.
 */
@ApplicationScoped
class CsrfFilter {

    private static final int BEFORE_SIGN_IN = 9_400;

    private final RequestOrigin origin;
    private final CsrfToken csrf;

    CsrfFilter(RequestOrigin origin, CsrfToken csrf) {
        this.origin = origin;
        this.csrf = csrf;
    }

    void register(@Observes Filters filters) {
        filters.register(this::checkHeaders, BEFORE_SIGN_IN);
    }

    /** Before anybody is asked who they are: sign-in is a form too. */
    private void checkHeaders(RoutingContext routing) {
        String path = path(routing);
        if (CsrfExemptions.isReading(routing.request().method().name())
                || CsrfExemptions.isLinkOfAMessage(path)) {
            routing.next();
        } else if (origin.isForeign(routing.request()) && !isBearer(routing)) {
            EarlyRefusal.answer(routing, new Problem(403, "Not allowed",
                    "A page of another address sent this, so nothing was changed. Open Blackstart at its own address; if you "
                            + "did, its administrator has to set that address (see docs/reverse-proxy.md)."));
        } else if (!CsrfExemptions.isApi(path)
                && !ContentTypes.isForm(routing.request().getHeader(HttpHeaderNames.CONTENT_TYPE))) {
            EarlyRefusal.answer(routing, new Problem(415, "Unsupported Media Type", "Pages take forms; scripts use /api."));
        } else {
            routing.next();
        }
    }

    /** No browser adds a bearer token by itself. */
    private static boolean isBearer(RoutingContext routing) {
        String given = routing.request().getHeader(HttpHeaderNames.AUTHORIZATION);
        return CsrfExemptions.isApi(path(routing)) && given != null && given.regionMatches(true, 0, "Bearer ", 0, 7);
    }

    private static String path(RoutingContext routing) {
        return Objects.requireNonNullElse(routing.normalizedPath(), "");
    }

    /** Before the route; the form is read by then. */
    @ServerRequestFilter
    @WithFormRead
    void checkToken(ResteasyReactiveContainerRequestContext request, RoutingContext routing) {
        String path = path(routing);
        if (CsrfExemptions.isReading(request.getMethod()) || CsrfExemptions.isApi(path)
                || CsrfExemptions.isLinkOfAMessage(path)
                || CsrfExemptions.isEmergency(path, origin.isKnown(routing.request()))) {
            return;
        }
        String inHeader = request.getHeaderString(CsrfToken.HEADER);
        if (!csrf.accepts(inHeader == null ? inForm(request) : inHeader)) {
            throw new Problem(400, "This page is out of date",
                    "It was opened before you signed in, so nothing was changed. Go back, reload the page and send it again.");
        }
    }

    private static String inForm(ResteasyReactiveContainerRequestContext request) {
        ResteasyReactiveRequestContext context = (ResteasyReactiveRequestContext) request.getServerRequestContext();
        return (String) context.getFormParameter(CsrfToken.FIELD, true, false);
    }
}

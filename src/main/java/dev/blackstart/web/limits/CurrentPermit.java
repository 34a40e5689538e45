package dev.blackstart.web.limits;

import jakarta.ws.rs.core.Response;

import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;

/**
 * The permit of a request while one of our routes works for it: given back when that has finished, not when its caller goes.
 */
public class CurrentPermit {

    private static final String KEY = CurrentPermit.class.getName();

    private final Untaken untaken;

    CurrentPermit(Untaken untaken) {
        this.untaken = untaken;
    }

    static void set(RoutingContext routing, Permit permit) {
        routing.put(KEY, permit);
        routing.addHeadersEndHandler(begun -> {
            if (Transfer.isStream(routing)) {
                permit.release();
            }
        });
    }

    /** For work that goes on without a thread of the request. */
    public static void release(RoutingContext routing) {
        Permit permit = routing.get(KEY);
        if (permit != null) {
            permit.release();
        }
    }

    @ServerRequestFilter(preMatching = true)
    Response begin(ResteasyReactiveContainerRequestContext request, RoutingContext routing) {
        Permit permit = routing.get(KEY);
        if (permit == null) {
            return null;
        }
        if (!permit.beginService()) {
            return Response.noContent().header(HttpHeaders.CONNECTION.toString(), "close").build();
        }
        ((ResteasyReactiveRequestContext) request.getServerRequestContext())
                .registerCompletionCallback(finished -> {
                    untaken.watch(routing, permit.caller);
                    permit.release();
                });
        return null;
    }
}

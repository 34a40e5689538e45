package dev.blackstart.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.quarkus.vertx.http.runtime.filters.Filters;

/**
 * Refuses addresses with matrix parameters, before anybody is asked who they are. Nothing here has any; routes ignore them
 * while the rules of sign-in do not, so {@code /api;x/people} would be a page to the one and the API to the other.
 */
@ApplicationScoped
class MatrixParameterFilter {

    private static final int FIRST = 10_000;
    private static final int BAD_REQUEST = 400;

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            String path = routing.request().path();
            if (path != null && path.indexOf(';') >= 0) {
                routing.response().setStatusCode(BAD_REQUEST).end();
            } else {
                routing.next();
            }
        }, FIRST);
    }
}

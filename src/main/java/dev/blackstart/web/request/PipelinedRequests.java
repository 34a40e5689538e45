package dev.blackstart.web.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import io.netty.util.concurrent.FastThreadLocal;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.ext.web.RoutingContext;

/**
 * Requests that somebody sends without waiting for answers. The server begins the next one inside the end of the one before:
 * eighty that are refused at once would stand on each other until the stack is full, and their connection would hang for ever.
 * So each begins on its own.
 */
@ApplicationScoped
class PipelinedRequests {

    private static final int BEFORE_ALL_OTHERS = 20_000;

    /** Whether this thread is inside of one. */
    private final FastThreadLocal<Boolean> inside = new FastThreadLocal<>();

    void register(@Observes Filters filters) {
        filters.register(routing -> {
            if (inside.isSet()) {
                Vertx.currentContext().runOnContext(outside -> begin(routing));
            } else {
                begin(routing);
            }
        }, BEFORE_ALL_OTHERS);
    }

    private void begin(RoutingContext routing) {
        inside.set(true);
        try {
            routing.next();
        } finally {
            inside.remove();
        }
    }
}
